package org.deflator.engine.contagion;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * Largest absolute eigenvalue of a matrix without negative entries. Of the matrix of how many falls of
 * {@code j} one fall of {@code i} causes, it is the reproduction number of a mixed crowd: below 1 a cascade
 * dies out, above it grows until few are left (MODEL 7.3).
 */
public final class SpectralRadius {
    /** Squarings after which the norm of a power gives the radius to the last bits, whatever the matrix. */
    private static final int SQUARINGS = 60;

    private SpectralRadius() {}

    /** Radius by Gelfand's formula, {@code lim |M^n|^(1/n)} over {@code n = 2^k}; also of matrices that split. */
    public static double of(double[][] matrix) {
        int size = matrix.length;
        double[][] power = new double[size][];
        for (int i = 0; i < size; i++) {
            Check.that(matrix[i].length == size, "the matrix is not square");
            power[i] = matrix[i].clone();
            for (double entry : power[i]) {
                Check.atLeastZero(entry, "entry");
            }
        }
        double logRadius = 0;
        double exponent = 1;
        for (int k = 0; k < SQUARINGS; k++) {
            double norm = norm(power);
            if (norm == 0) {
                return 0;
            }
            logRadius += Elementary.log(norm) / exponent;
            exponent *= 2;
            for (double[] row : power) {
                for (int j = 0; j < size; j++) {
                    row[j] /= norm;
                }
            }
            power = squared(power);
        }
        return Elementary.exp(logRadius);
    }

    private static double norm(double[][] matrix) {
        double norm = 0;
        for (double[] row : matrix) {
            double sum = 0;
            for (double entry : row) {
                sum += entry;
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }

    private static double[][] squared(double[][] a) {
        int size = a.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; a[i][k] > 0 && j < size; j++) {
                    product[i][j] += a[i][k] * a[k][j];
                }
            }
        }
        return product;
    }
}
