package org.deflator.engine.random;

/**
 * Sums in a fixed order: pairwise, along a binary tree whose shape depends on the number of elements only.
 *
 * <p>The error grows with log n instead of n. With blocks of a power of two the tree of the whole column is
 * the tree of the block sums: summing block by block, on any number of threads, and then summing the block
 * sums in index order gives the same bits as summing the column at once.
 */
public final class TreeSum {

    private TreeSum() {
    }

    /** The sum of the first n elements; 0 for n = 0. */
    public static double sum(double[] column, int n) {
        return n == 0 ? 0.0 : sum(column, 0, n);
    }

    /** The sum of n elements from {@code from} on, n at least 1. */
    public static double sum(double[] x, int from, int n) {
        if (n == 8) {
            // The same tree as below, without the calls.
            return ((x[from] + x[from + 1]) + (x[from + 2] + x[from + 3]))
                    + ((x[from + 4] + x[from + 5]) + (x[from + 6] + x[from + 7]));
        }
        if (n == 1) {
            return x[from];
        }
        int left = leftPart(n);
        return sum(x, from, left) + sum(x, from + left, n - left);
    }

    /** The sum of the products of the first n elements of two columns; 0 for n = 0. */
    public static double dot(double[] a, double[] b, int n) {
        return n == 0 ? 0.0 : dot(a, b, 0, n);
    }

    /** The sum of n products from {@code from} on, n at least 1. */
    public static double dot(double[] a, double[] b, int from, int n) {
        if (n == 1) {
            return a[from] * b[from];
        }
        if (n == 2) {
            return a[from] * b[from] + a[from + 1] * b[from + 1];
        }
        int left = leftPart(n);
        return dot(a, b, from, left) + dot(a, b, from + left, n - left);
    }

    /** The largest power of two below n. */
    private static int leftPart(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
