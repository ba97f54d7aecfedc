package org.deflator.engine.study;

import org.deflator.engine.random.TreeSum;
import org.deflator.model.base.Check;

/**
 * What contagion makes of losses: figures of a case over those of the same paths without it (MODEL 7.4).
 *
 * @param expectedLoss of mean losses
 * @param es99 of the mean losses of the worst 1 % of paths
 * @param falls of the mean number of borrowers that fall
 */
public record Amplification(Factor expectedLoss, Factor es99, Factor falls) {
    /**
     * A ratio of means.
     *
     * @param value the ratio; NaN over nothing
     * @param standardError its error by the delta method, path by path, so that what chance does to both does not enter
     */
    public record Factor(double value, double standardError) {
        static Factor of(double[] without, double[] with) {
            int n = without.length;
            double base = TreeSum.sum(without, n) / n;
            double ratio = base > 0 ? TreeSum.sum(with, n) / n / base : Double.NaN;
            double[] squares = new double[n];
            for (int i = 0; i < n; i++) {
                double apart = with[i] - ratio * without[i];
                squares[i] = apart * apart;
            }
            double variance = n < 2 ? Double.NaN : TreeSum.sum(squares, n) / (n - 1.0);
            return new Factor(ratio, Math.sqrt(variance / n) / base);
        }
    }

    /** Compares two samples of one plan, all of whose blocks have been run. */
    public static Amplification of(StressSample without, StressSample with) {
        Check.that(without.lossUsdM.length == with.lossUsdM.length, "samples of different plans");
        return new Amplification(Factor.of(without.lossUsdM, with.lossUsdM),
                Factor.of(PairedDifference.shortfalls(without.lossUsdM),
                        PairedDifference.shortfalls(with.lossUsdM)),
                Factor.of(without.fallsOnPath, with.fallsOnPath));
    }
}
