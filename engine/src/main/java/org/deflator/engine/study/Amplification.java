package org.deflator.engine.study;

import org.deflator.engine.random.TreeSum;
import org.deflator.model.base.Check;

/**
 * What contagion makes of the losses that borrowers would have without it: {@code A = E[L with] / E[L without]}, on the
 * same paths (MODEL 7.4).
 *
 * @param name channels that are on
 * @param mean of expected losses
 * @param meanError its standard error
 * @param shortfall of the mean losses of the worst 1 % of paths
 * @param shortfallError its standard error
 * @param reproduction further defaults that a default brings on average: {@code 1 - D without / D with}, D the expected
 *            number of borrowers in default within the months that the samples count, as in a branching process
 */
public record Amplification(String name, double mean, double meanError, double shortfall,
        double shortfallError, double reproduction) {
    /** Compares two samples of one plan, all of whose blocks have been run. */
    public static Amplification of(StressSample without, StressSample with) {
        Check.that(without.lossUsdM.length == with.lossUsdM.length, "samples of different plans");
        double[] lossError = ratio(without.lossUsdM, with.lossUsdM);
        double[] tailError = ratio(PairedDifference.shortfalls(without.lossUsdM),
                PairedDifference.shortfalls(with.lossUsdM));
        double alone = defaults(without);
        double together = defaults(with);
        return new Amplification(with.name(), lossError[0], lossError[1], tailError[0], tailError[1],
                together > 0 ? Math.max(0, 1 - alone / together) : 0);
    }

    /** Expected number of borrowers in default. */
    static double defaults(StressSample sample) {
        double sum = 0;
        for (double[] borrower : sample.borrowerDefaults) {
            sum += TreeSum.sum(borrower, borrower.length) / borrower.length;
        }
        return sum;
    }

    /** A ratio of means on the same paths and its error by linearisation; NaN if nothing is lost. */
    private static double[] ratio(double[] below, double[] above) {
        int n = below.length;
        double base = TreeSum.sum(below, n) / n;
        double ratio = TreeSum.sum(above, n) / n / base;
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            double residual = above[i] - ratio * below[i];
            squares[i] = residual * residual;
        }
        double variance = n < 2 ? Double.NaN : TreeSum.sum(squares, n) / (n - 1.0);
        return new double[]{ratio, Math.sqrt(variance / n) / base};
    }
}
