package org.deflator.engine.study;

import java.util.Arrays;
import org.deflator.engine.random.TreeSum;

/**
 * A figure of a case, and how far it lies from that of the base on the same paths. Its error is that of the difference:
 * what chance does to both alike does not enter.
 *
 * @param value the figure of the case
 * @param difference the same less that of the base
 * @param standardError of the difference; NaN on a single path
 */
public record PairedDifference(double value, double difference, double standardError) {
    private static final double TAIL = 0.01;

    /** Difference of means. */
    static PairedDifference ofMeans(double[] base, double[] other) {
        return of(base, other);
    }

    /**
     * Difference of the mean losses of the worst 1 % of paths, which are not the same paths in both. The error is that of
     * the means of {@code q + (L - q)+ / 1 %}, q the 99 % quantile, whose mean is the expected shortfall (Rockafellar and
     * Uryasev 2000).
     */
    static PairedDifference ofExpectedShortfalls(double[] base, double[] other) {
        return of(shortfalls(base), shortfalls(other));
    }

    /** Per path {@code q + (L - q)+ n / tail}: their mean is the mean of the worst hundredth, the last counted in part. */
    static double[] shortfalls(double[] losses) {
        int n = losses.length;
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double tail = Math.max(1, TAIL * n);
        double quantile = sorted[Math.max(0, n - 1 - (int) tail)];
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = quantile + Math.max(0, losses[i] - quantile) * n / tail;
        }
        return out;
    }

    private static PairedDifference of(double[] base, double[] other) {
        int n = base.length;
        double mean = TreeSum.sum(other, n) / n;
        double[] apart = new double[n];
        for (int i = 0; i < n; i++) {
            apart[i] = other[i] - base[i];
        }
        double difference = TreeSum.sum(apart, n) / n;
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = (apart[i] - difference) * (apart[i] - difference);
        }
        double variance = n < 2 ? Double.NaN : TreeSum.sum(squares, n) / (n - 1.0);
        return new PairedDifference(mean, difference, Math.sqrt(variance / n));
    }
}
