package org.deflator.engine.random;

/**
 * The two-state Markov chain of market regimes, calm (0) and tight (1), with monthly transition
 * probabilities.
 */
public final class RegimeChain {

    private RegimeChain() {
    }

    /** The long-run share of tight months: toTight / (toTight + toCalm). */
    public static double stationaryTight(double toTight, double toCalm) {
        check(toTight);
        check(toCalm);
        if (toTight + toCalm == 0.0) {
            throw new IllegalArgumentException("a chain that never moves has no stationary law of its own");
        }
        return toTight / (toTight + toCalm);
    }

    /** The mean number of months before a state is left, given the monthly probability of leaving it. */
    public static double meanMonths(double leaving) {
        check(leaving);
        return 1.0 / leaving;
    }

    /**
     * One month on n paths.
     *
     * @param uniforms n uniforms
     * @param toTight probability of moving from calm to tight in a month
     * @param toCalm probability of moving from tight to calm in a month
     * @param tight in and out: 0 for calm, 1 for tight
     * @param n number of paths
     */
    public static void step(double[] uniforms, double toTight, double toCalm, double[] tight, int n) {
        check(toTight);
        check(toCalm);
        double stayTight = 1.0 - toCalm;
        for (int i = 0; i < n; i++) {
            double threshold = tight[i] > 0.5 ? stayTight : toTight;
            tight[i] = uniforms[i] < threshold ? 1.0 : 0.0;
        }
    }

    private static void check(double probability) {
        if (!(probability >= 0.0 && probability <= 1.0)) {
            throw new IllegalArgumentException("probability must be between 0 and 1, not " + probability);
        }
    }
}
