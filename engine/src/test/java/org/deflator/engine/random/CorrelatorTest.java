package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CorrelatorTest {

    /** The tight regime; order BTC, GPU, spread, funding. */
    private static final double[][] TIGHT = {
            {1.0, 0.55, 0.6, 0.5}, {0.55, 1.0, 0.5, 0.45}, {0.6, 0.5, 1.0, 0.65}, {0.5, 0.45, 0.65, 1.0}
    };

    private static final double[][] INADMISSIBLE = {{1.0, 0.6, 0.6}, {0.6, 1.0, -0.4}, {0.6, -0.4, 1.0}};

    @Test
    void choleskyAgreesWithTheOracleAndMultipliesBack() {
        double[][] lower = Correlator.cholesky(TIGHT);
        // CORR-17: last element of the lower factor.
        assertThat(lower[3][3]).isCloseTo(0.740458265612433, withinPercentage(1e-9));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double sum = 0.0;
                for (int k = 0; k < 4; k++) {
                    sum += lower[i][k] * lower[j][k];
                }
                assertThat(sum).isCloseTo(TIGHT[i][j], offset(4e-16));
                if (j > i) {
                    assertThat(lower[i][j]).isZero();
                }
            }
        }
    }

    @Test
    void smallestEigenvalueAgreesWithTheOracle() {
        // CORR-16.
        assertThat(Correlator.smallestEigenvalue(INADMISSIBLE)).isCloseTo(-0.07177978870813484,
                offset(1e-15));
        assertThat(Correlator.smallestEigenvalue(new double[][]{{1.0}})).isEqualTo(1.0);
        assertThat(Correlator.smallestEigenvalue(new double[][]{{1.0, 0.3}, {0.3, 1.0}}))
                .isCloseTo(0.7, offset(1e-15));
    }

    @Test
    void inadmissibleMatrixIsRefusedWithItsSmallestEigenvalue() {
        assertThatThrownBy(() -> Correlator.cholesky(INADMISSIBLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not positive definite").hasMessageContaining("-0.0717797887");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{1.0, 1.0}, {1.0, 1.0}}))
                .as("singular").isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotACorrelationMatrixIsRefused() {
        assertThatThrownBy(() -> Correlator.cholesky(new double[0][])).hasMessageContaining("empty");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{1.0, 0.2}}))
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{1.0, 0.2}, {0.3, 1.0}}))
                .hasMessageContaining("not symmetric");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{2.0}})).hasMessageContaining("diagonal");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{1.0, Double.NaN}, {Double.NaN, 1.0}}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Correlator.cholesky(new double[][]{{1.0, 1.2}, {1.2, 1.0}}))
                .hasMessageContaining("1.2");
    }

    @Test
    void nearestCorrelationAgreesWithThePublishedExample() {
        // Higham (2002), section 4: this matrix; 0.7607 and 0.1573. More digits from minimising the distance
        // over singular matrices with equal neighbours, 4 (1-x)^2 + 2 (2x^2-1)^2, in mpmath.
        double[][] nearest = Correlator.nearestCorrelation(
                new double[][]{{1.0, 1.0, 0.0}, {1.0, 1.0, 1.0}, {0.0, 1.0, 1.0}}, 0.0);
        assertThat(nearest[0][1]).isCloseTo(0.7606898534022838, offset(1e-9));
        assertThat(nearest[1][2]).isCloseTo(0.7606898534022838, offset(1e-9));
        assertThat(nearest[0][2]).isCloseTo(0.157298106138376, offset(1e-9));
    }

    @Test
    void repairedMatrixCanBeFactoredAndIsNearerThanClippingEigenvalues() {
        double floor = 1e-6;
        double[][] repaired = Correlator.nearestCorrelation(INADMISSIBLE, floor);
        assertThat(Correlator.smallestEigenvalue(repaired)).isCloseTo(floor, offset(1e-9));
        for (int i = 0; i < 3; i++) {
            assertThat(repaired[i][i]).isEqualTo(1.0);
            for (int j = 0; j < 3; j++) {
                assertThat(repaired[i][j]).isEqualTo(repaired[j][i]);
            }
        }
        Correlator.cholesky(repaired);
        assertThat(distance(repaired, INADMISSIBLE))
                .isLessThan(distance(clipped(INADMISSIBLE, floor), INADMISSIBLE));
    }

    /** What practice often does instead of Higham: raise the eigenvalues, then rescale to a unit diagonal. */
    private static double[][] clipped(double[][] matrix, double floor) {
        double[][] raised = SymmetricEigen.of(matrix).withFloor(floor);
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                scaled[i][j] = raised[i][j] / Math.sqrt(raised[i][i] * raised[j][j]);
            }
        }
        return scaled;
    }

    @Test
    void admissibleMatrixIsLeftAlone() {
        assertThat(Correlator.nearestCorrelation(TIGHT, 1e-6)).isDeepEqualTo(TIGHT);
    }

    @Test
    void eigenvectorsRebuildTheMatrix() {
        double[][] rebuilt = SymmetricEigen.of(TIGHT).withFloor(0.0);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(rebuilt[i][j]).isCloseTo(TIGHT[i][j], offset(4e-15));
            }
        }
    }

    @Test
    void columnsGetTheCorrelationsOfTheMatrix() {
        int n = 400_000;
        double[][] z = new double[4][n];
        double[] u = new double[n];
        for (int k = 0; k < 4; k++) {
            CounterRandom.uniforms(1, k, 0, 0, u, n);
            Normal.fromUniforms(u, z[k], n);
        }
        double[][] correlated = new double[4][n];
        Correlator.apply(Correlator.cholesky(TIGHT), z, correlated, n);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = TIGHT[i][j];
                double found = TreeSum.dot(correlated[i], correlated[j], n) / n;
                // The product of two normals has variance 1 + rho^2.
                assertThat(found).as("%s with %s", i, j)
                        .isCloseTo(expected, offset(4.5 * Math.sqrt((1.0 + expected * expected) / n)));
            }
        }
        double[][] copy = new double[4][];
        for (int k = 0; k < 4; k++) {
            copy[k] = z[k].clone();
        }
        Correlator.apply(Correlator.cholesky(TIGHT), copy, copy, n);
        assertThat(copy).as("in place").isDeepEqualTo(correlated);
    }

    @Test
    void kendallTauAndMixtureAgreeWithTheOracle() {
        // CORR-06.
        assertThat(Correlator.fromKendallTau(0.35)).isCloseTo(0.5224985647159488, withinPercentage(1e-9));
        // CORR-11.
        assertThat(Correlator.ofMixture(new double[]{0.75, 0.25}, new double[]{0.1, 0.55},
                new double[]{0.14, 0.2}, new double[]{0.1, 0.18}))
                .isCloseTo(0.3056613131688563, withinPercentage(1e-9));
    }

    private static double distance(double[][] a, double[][] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
            }
        }
        return Math.sqrt(sum);
    }
}
