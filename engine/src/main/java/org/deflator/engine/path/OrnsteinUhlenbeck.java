package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;

/**
 * A mean-reverting factor whose mean and volatility depend on the regime, moved by its exact step (MODEL 1.2):
 *
 * <pre>
 *   x' = m + (x - m) e^(-kappa h) + sigma sqrt((1 - e^(-2 kappa h)) / (2 kappa)) z
 * </pre>
 *
 * <p>Scarcity, the log credit spread and the funding index are all of this kind. This class is immutable.
 */
public final class OrnsteinUhlenbeck {
    private final double decay;
    private final double meanCalm;
    private final double meanTight;
    private final double sdCalm;
    private final double sdTight;

    /**
     * A factor with a fixed step.
     *
     * @param reversionPerYear kappa, at least 0
     * @param stepYears h
     * @param meanCalm m in the calm regime
     * @param meanTight m in the tight regime
     * @param volCalm sigma per square root of year, calm
     * @param volTight the same, tight
     */
    public OrnsteinUhlenbeck(double reversionPerYear, double stepYears, double meanCalm, double meanTight,
            double volCalm, double volTight) {
        this.decay = Elementary.exp(-reversionPerYear * stepYears);
        this.meanCalm = meanCalm;
        this.meanTight = meanTight;
        this.sdCalm = Math.sqrt(variance(volCalm, reversionPerYear, stepYears));
        this.sdTight = Math.sqrt(variance(volTight, reversionPerYear, stepYears));
    }

    /** Mean of x after {@code years}, given x now. */
    public static double mean(double x, double longRunMean, double reversionPerYear, double years) {
        return longRunMean + (x - longRunMean) * Elementary.exp(-reversionPerYear * years);
    }

    /** Variance of x after {@code years}, given x now; that of a random walk when there is no reversion. */
    public static double variance(double vol, double reversionPerYear, double years) {
        return reversionPerYear == 0.0 ? vol * vol * years
                : -vol * vol * Elementary.expm1(-2.0 * reversionPerYear * years) / (2.0 * reversionPerYear);
    }

    /**
     * Moves x by one step.
     *
     * @param tight 1 where the regime of the step is tight, else 0
     * @param z standard normals
     * @param loading multiplies z: -1 for a factor that falls when its normal is good
     * @param x state, moved in place
     * @param n number of paths
     */
    void step(double[] tight, double[] z, double loading, double[] x, int n) {
        double meanGap = meanTight - meanCalm;
        double sdGap = sdTight - sdCalm;
        for (int i = 0; i < n; i++) {
            double mean = meanCalm + tight[i] * meanGap;
            x[i] = mean + (x[i] - mean) * decay + (sdCalm + tight[i] * sdGap) * loading * z[i];
        }
    }
}
