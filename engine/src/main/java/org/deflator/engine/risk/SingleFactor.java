package org.deflator.engine.risk;

import org.deflator.engine.random.Bivariate;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.model.base.Check;

/**
 * Defaults of like borrowers that share one normal factor (Vasicek, "The distribution of loan portfolio value", Risk,
 * December 2002): a borrower defaults when {@code sqrt(rho) Z + sqrt(1 - rho) e < N^-1(p)}. Also the Gaussian copula of
 * default times with one factor (Li 2000), read at one date. No simulation: the control that simulation is held to.
 *
 * @param pd p, chance that a borrower defaults within the horizon
 * @param correlation rho, correlation of two borrowers' asset returns
 */
public record SingleFactor(double pd, double correlation) {
    /** The factor is integrated over this many standard deviations either way: what lies beyond is below 1e-22. */
    private static final double REACH = 10;
    /** Points a standard deviation; the trapezoidal rule on a bell curve gains digits with every point. */
    private static final int POINTS = 64;

    public SingleFactor {
        Check.that(pd > 0 && pd < 1, "pd is " + pd + "; expected a number between 0 and 1");
        Check.that(correlation >= 0 && correlation < 1,
                "correlation is " + correlation + "; expected 0 or more, less than 1");
    }

    /** Chance of default of one borrower when the factor is {@code factor}. */
    public double pdGiven(double factor) {
        double threshold = Normal.inverse(pd);
        return Normal.cdf((threshold - Math.sqrt(correlation) * factor) / Math.sqrt(1 - correlation));
    }

    /** Quantile {@code level} of the default rate of a pool without end (PORT-01). */
    public double quantile(double level) {
        return pdGiven(Normal.inverse(1 - level));
    }

    /** Mean default rate of such a pool in the worst {@code 1 - level} of cases (PORT-03). */
    public double expectedShortfall(double level) {
        double worst = 1 - level;
        return Bivariate.normalCdf(Normal.inverse(pd), Normal.inverse(worst), Math.sqrt(correlation)) / worst;
    }

    /**
     * Chances of 0, 1, ... {@code names} defaults among so many borrowers: binomial for each factor, mixed over it.
     */
    public double[] defaults(int names) {
        double[] mixed = new double[names + 1];
        for (int i = 0; i <= 2 * REACH * POINTS; i++) {
            double factor = i / (double) POINTS - REACH;
            double[] given = binomial(names, pdGiven(factor));
            double weight = Normal.density(factor) / POINTS;
            for (int k = 0; k <= names; k++) {
                mixed[k] += weight * given[k];
            }
        }
        return mixed;
    }

    /** Chance of at least {@code count} defaults among {@code names} borrowers (PORT-05, PORT-13). */
    public double atLeast(int count, int names) {
        double[] chances = defaults(names);
        double sum = 0;
        for (int k = names; k >= count; k--) {
            sum += chances[k];
        }
        return sum;
    }

    /** Adds one borrower after the other, which loses nothing however close p is to 0 or 1. */
    private static double[] binomial(int names, double p) {
        double[] chances = new double[names + 1];
        chances[0] = 1;
        for (int n = 1; n <= names; n++) {
            for (int k = n; k > 0; k--) {
                chances[k] = chances[k] * (1 - p) + chances[k - 1] * p;
            }
            chances[0] *= 1 - p;
        }
        return chances;
    }

    /** The pool whose borrowers default at a steady {@code hazardPerYear}, read after {@code years}. */
    public static SingleFactor ofHazard(double hazardPerYear, double years, double correlation) {
        return new SingleFactor(-Elementary.expm1(-hazardPerYear * years), correlation);
    }
}
