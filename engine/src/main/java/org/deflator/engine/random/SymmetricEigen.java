package org.deflator.engine.random;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan,
 * section 8.5): slow for large matrices, but accurate for the smallest eigenvalue, which is the one that
 * matters here.
 */
final class SymmetricEigen {

    private static final int MAX_SWEEPS = 60;

    /** Eigenvalues, in no order. */
    final double[] values;

    /** Column k of this matrix is the unit eigenvector of {@code values[k]}. */
    final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] v = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1.0;
        }
        int sweep = 0;
        while (offDiagonal(a) > 0.0) {
            if (++sweep > MAX_SWEEPS) {
                throw new ArithmeticException(
                        "Jacobi rotations did not converge in " + MAX_SWEEPS + " sweeps");
            }
            for (int p = 0; p < size - 1; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, v);
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** The matrix with the same eigenvectors and eigenvalues raised to at least {@code floor}. */
    double[][] withFloor(double floor) {
        int size = values.length;
        double[][] raised = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0.0;
                for (int k = 0; k < size; k++) {
                    sum = Math.fma(vectors[i][k] * Math.max(values[k], floor), vectors[j][k], sum);
                }
                raised[i][j] = sum;
                raised[j][i] = sum;
            }
        }
        return raised;
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(a[i][j]);
            }
        }
        return sum;
    }

    /** Makes a[p][q] zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double apq = a[p][q];
        // Once an element no longer changes the diagonal it is set to zero; this is what ends the sweeps.
        if (Math.abs(apq) < 1e-18 * (Math.abs(a[p][p]) + Math.abs(a[q][q])) || Math.abs(apq) < 1e-200) {
            a[p][q] = 0.0;
            a[q][p] = 0.0;
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2.0 * apq);
        double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
        double c = 1.0 / Math.sqrt(t * t + 1.0);
        double s = t * c;
        a[p][p] -= t * apq;
        a[q][q] += t * apq;
        a[p][q] = 0.0;
        a[q][p] = 0.0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double akp = a[k][p];
                double akq = a[k][q];
                a[k][p] = c * akp - s * akq;
                a[k][q] = s * akp + c * akq;
                a[p][k] = a[k][p];
                a[q][k] = a[k][q];
            }
            double vkp = v[k][p];
            double vkq = v[k][q];
            v[k][p] = c * vkp - s * vkq;
            v[k][q] = s * vkp + c * vkq;
        }
    }
}
