package org.deflator.engine.random;

/**
 * Correlation matrices: checking, repairing and factoring them, and turning independent normal columns into
 * correlated ones.
 */
public final class Correlator {

    /** Rounding allowed in the symmetry and the unit diagonal of a given matrix. */
    private static final double ROUNDING = 1e-12;

    private static final int MAX_PROJECTIONS = 10_000;
    private static final double PROJECTION_TOLERANCE = 1e-11;

    private Correlator() {
    }

    /**
     * The lower Cholesky factor L of a correlation matrix C = L L'.
     *
     * @param correlation symmetric, unit diagonal, positive definite
     * @return L, a new matrix with zeros above the diagonal
     * @throws IllegalArgumentException naming the smallest eigenvalue if the matrix is not positive definite
     */
    public static double[][] cholesky(double[][] correlation) {
        check(correlation);
        int size = correlation.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = correlation[i][j];
                for (int k = 0; k < j; k++) {
                    rest = Math.fma(-lower[i][k], lower[j][k], rest);
                }
                if (i > j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > size * 0x1p-52) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    throw new IllegalArgumentException(
                            "correlation matrix is not positive definite: its smallest "
                                    + "eigenvalue is " + smallestEigenvalue(correlation)
                                    + "; use the nearest correlation matrix");
                }
            }
        }
        return lower;
    }

    /** The smallest eigenvalue of a correlation matrix; not positive if the matrix is inadmissible. */
    public static double smallestEigenvalue(double[][] correlation) {
        check(correlation);
        return SymmetricEigen.of(correlation).smallest();
    }

    /**
     * The nearest correlation matrix in the Frobenius norm: N. J. Higham, "Computing the nearest correlation
     * matrix", IMA J. Numerical Analysis 22 (2002), alternating projections with Dykstra's correction, on the
     * set of matrices whose eigenvalues are at least {@code floor}.
     *
     * @param correlation symmetric with unit diagonal
     * @param floor smallest eigenvalue wanted, 0 to below 1; above 0 if the result is to be factored
     * @return a new matrix; a copy of the given one if that is admissible already
     */
    public static double[][] nearestCorrelation(double[][] correlation, double floor) {
        check(correlation);
        if (!(floor >= 0.0 && floor < 1.0)) {
            throw new IllegalArgumentException("eigenvalue floor must be 0 to below 1, not " + floor);
        }
        int size = correlation.length;
        double[][] y = copy(correlation);
        if (SymmetricEigen.of(y).smallest() >= floor) {
            return y;
        }
        double[][] correction = new double[size][size];
        double[][] r = new double[size][size];
        for (int projection = 0; projection < MAX_PROJECTIONS; projection++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    r[i][j] = y[i][j] - correction[i][j];
                }
            }
            double[][] x = SymmetricEigen.of(r).withFloor(floor);
            double change = 0.0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    correction[i][j] = x[i][j] - r[i][j];
                    double next = i == j ? 1.0 : x[i][j];
                    change = Math.max(change, Math.max(Math.abs(next - y[i][j]), Math.abs(next - x[i][j])));
                    y[i][j] = next;
                }
            }
            if (change < PROJECTION_TOLERANCE) {
                return withUnitDiagonal(SymmetricEigen.of(y).withFloor(floor));
            }
        }
        throw new ArithmeticException(
                "nearest correlation matrix not found in " + MAX_PROJECTIONS + " projections");
    }

    /** Rescales rows and columns, which keeps a positive definite matrix positive definite. */
    private static double[][] withUnitDiagonal(double[][] matrix) {
        int size = matrix.length;
        double[][] scaled = new double[size][size];
        for (int i = 0; i < size; i++) {
            scaled[i][i] = 1.0;
            for (int j = 0; j < i; j++) {
                scaled[i][j] = matrix[i][j] / Math.sqrt(matrix[i][i] * matrix[j][j]);
                scaled[j][i] = scaled[i][j];
            }
        }
        return scaled;
    }

    /**
     * Correlated columns from independent ones: out[k] = sum over j &lt;= k of lower[k][j] in[j].
     *
     * @param lower Cholesky factor from {@link #cholesky}
     * @param in one column of independent normals per factor
     * @param out one column per factor; may be the same columns as in, factor by factor
     * @param n number of paths
     */
    public static void apply(double[][] lower, double[][] in, double[][] out, int n) {
        // From the last factor down: a factor needs only itself and those before it, so its column can be
        // reused.
        for (int k = lower.length - 1; k >= 0; k--) {
            double[] row = lower[k];
            scale(row[k], in[k], out[k], n);
            for (int j = 0; j < k; j++) {
                addScaled(row[j], in[j], out[k], n);
            }
        }
    }

    private static void scale(double factor, double[] in, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = factor * in[i];
        }
    }

    private static void addScaled(double factor, double[] in, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(factor, in[i], out[i]);
        }
    }

    /**
     * The correlation of an elliptical copula with a given Kendall rank correlation: sin(pi tau / 2).
     *
     * @param tau Kendall's tau, -1 to 1
     */
    public static double fromKendallTau(double tau) {
        return Elementary.sineOfQuarterTurns(tau);
    }

    /**
     * Lower bound of a correlation that a sample shows, by the transformation of Fisher (CORR-08): {@code tanh(artanh r
     * - z / sqrt(n - 3))}.
     *
     * @param sample correlation of the sample, between -1 and 1
     * @param observations size of the sample, more than 3
     * @param confidence of the two-sided interval, such as 0.95
     */
    public static double lowerBound(double sample, int observations, double confidence) {
        double z = Normal.inverse(0.5 + 0.5 * confidence);
        double artanh = 0.5 * (Elementary.log1p(sample) - Elementary.log1p(-sample));
        // tanh x is 2 logistic(2 x) - 1.
        return 2 * Elementary.logistic(2 * (artanh - z / Math.sqrt(observations - 3.0))) - 1;
    }

    /**
     * The unconditional correlation of two factors with zero means whose correlation and volatilities depend
     * on the regime: sum w rho s1 s2 / sqrt(sum w s1^2 sum w s2^2).
     *
     * @param weights probabilities of the regimes
     * @param correlations correlation in each regime
     * @param firstVolatilities volatility of the first factor in each regime
     * @param secondVolatilities volatility of the second factor in each regime
     */
    public static double ofMixture(
            double[] weights, double[] correlations, double[] firstVolatilities,
            double[] secondVolatilities) {
        double covariance = 0.0;
        double firstVariance = 0.0;
        double secondVariance = 0.0;
        for (int regime = 0; regime < weights.length; regime++) {
            double first = firstVolatilities[regime];
            double second = secondVolatilities[regime];
            covariance += weights[regime] * correlations[regime] * first * second;
            firstVariance += weights[regime] * first * first;
            secondVariance += weights[regime] * second * second;
        }
        return covariance / Math.sqrt(firstVariance * secondVariance);
    }

    private static void check(double[][] correlation) {
        int size = correlation.length;
        if (size == 0) {
            throw new IllegalArgumentException("correlation matrix is empty");
        }
        for (int i = 0; i < size; i++) {
            if (correlation[i].length != size) {
                throw new IllegalArgumentException(
                        "correlation matrix has " + size + " rows, but row " + i + " has "
                                + correlation[i].length);
            }
        }
        for (int i = 0; i < size; i++) {
            if (!(Math.abs(correlation[i][i] - 1.0) <= ROUNDING)) {
                throw new IllegalArgumentException(
                        "correlation matrix has " + correlation[i][i] + " on its diagonal, in row " + i);
            }
            for (int j = 0; j < i; j++) {
                double value = correlation[i][j];
                if (!(Math.abs(value) <= 1.0)) {
                    throw new IllegalArgumentException(
                            "correlation " + value + " in row " + i + ", column " + j
                                    + " is not between -1 and 1");
                }
                if (!(Math.abs(value - correlation[j][i]) <= ROUNDING)) {
                    throw new IllegalArgumentException(
                            "correlation matrix is not symmetric: " + value + " and "
                                    + correlation[j][i] + " in row " + i + ", column " + j);
                }
            }
        }
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
