package org.deflator.engine.covenant;

import org.deflator.engine.path.OrnsteinUhlenbeck;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.model.base.Check;

/**
 * Odds that level debt sized on flat rents breaches, when rents follow a falling trend times e^X and the
 * scarcity X is mean-reverting and starts at its mean of zero (MODEL 1.2, 5.1):
 *
 * <pre>
 *   DSCR(t) = D0 (e^(X - delta t) - o) / (1-o),   breach iff X &lt; ln(o + (1-o) K / D0) + delta t
 * </pre>
 *
 * <p>No simulation: the control that simulation is held to (MODEL 11). Monthly tests are followed by moving
 * the density of the surviving X from month to month.
 *
 * @param openingDscr D0, cover at the start
 * @param costShare o, operating cost over opening revenue
 * @param logDeclinePerYear delta
 * @param reversionPerYear kappa of X
 * @param volPerRootYear sigma of X
 */
public record FirstBreach(double openingDscr, double costShare, double logDeclinePerYear,
        double reversionPerYear,
        double volPerRootYear) {
    /**
     * Steps of Simpson's rule over the surviving density; even. 400 leaves 2e-9 after twelve monthly tests.
     */
    private static final int STEPS = 400;
    /** The density ends this many standard deviations from the mean: what lies beyond is below 1e-15. */
    private static final double REACH = 8;

    public FirstBreach {
        Check.positive(openingDscr, "opening_dscr");
        Check.that(costShare >= 0 && costShare < 1,
                "cost_share is " + costShare + "; expected 0 or more, less than 1");
        Check.atLeastZero(reversionPerYear, "reversion_per_year");
        Check.positive(volPerRootYear, "vol_per_root_year");
    }

    /** Chance that DSCR is below {@code threshold} after {@code years}, wherever it was before (NUM-10). */
    public double probabilityAt(double years, double threshold) {
        return Normal.cdf(barrier(years, threshold) / sd(years));
    }

    /**
     * Chance that at least one of the tests at the ends of months 1 to {@code months} finds DSCR below
     * (NUM-12).
     */
    public double probabilityWithin(int months, double threshold) {
        double step = 1.0 / 12;
        double decay = Elementary.exp(-reversionPerYear * step);
        double stepSd = sd(step);
        double low = lowest(step, threshold);
        double width = Math.max(low, REACH * sd(step)) - low;
        double[] density = new double[STEPS + 1];
        for (int j = 0; j <= STEPS; j++) {
            density[j] = Normal.density((low + width * j / STEPS) / stepSd) / stepSd;
        }
        for (int month = 2; month <= months; month++) {
            double nextLow = lowest(month * step, threshold);
            double nextWidth = Math.max(nextLow, REACH * sd(month * step)) - nextLow;
            double[] next = new double[STEPS + 1];
            for (int j = 0; j <= STEPS; j++) {
                next[j] = arrivals(density, low, width, nextLow + nextWidth * j / STEPS, decay, stepSd);
            }
            density = next;
            low = nextLow;
            width = nextWidth;
        }
        return 1 - simpson(density, width);
    }

    /** Lowest survivor that counts: at the barrier, or where the density ends. */
    private double lowest(double years, double threshold) {
        return Math.max(barrier(years, threshold), -REACH * sd(years));
    }

    /** Level of X below which the test fails. */
    private double barrier(double years, double threshold) {
        return Elementary.log(costShare + (1 - costShare) * threshold / openingDscr)
                + logDeclinePerYear * years;
    }

    private double sd(double years) {
        return Math.sqrt(OrnsteinUhlenbeck.variance(volPerRootYear, reversionPerYear, years));
    }

    /** Density at {@code x} one month later of those who survived with density {@code from}. */
    private static double arrivals(double[] from, double low, double width, double x, double decay,
            double stepSd) {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double start = low + width * i / STEPS;
            sum += weight(i) * from[i] * Normal.density((x - start * decay) / stepSd);
        }
        return sum * width / (3 * STEPS) / stepSd;
    }

    private static double simpson(double[] density, double width) {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            sum += weight(i) * density[i];
        }
        return sum * width / (3 * STEPS);
    }

    private static double weight(int i) {
        return i == 0 || i == STEPS ? 1 : 2 + 2 * (i & 1);
    }
}
