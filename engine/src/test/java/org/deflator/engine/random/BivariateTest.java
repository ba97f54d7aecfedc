package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

@SuppressWarnings("FloatingPointLiteralPrecision") // more digits than a double holds
class BivariateTest {

    /**
     * (nu, rho, x, y, P(X &lt;= x, Y &lt;= y), tolerance), oracle ql-bvt: QuantLib's
     * {@code test-suite/distributions.cpp}, lines 553-707. The rows with x = y are from Dunnett and Sobel, "A
     * bivariate generalization of Student's t-distribution", Biometrika 41 (1954).
     */
    private static final double[][] STUDENT = {
            {1, 0.5, 0, 0, 0.33333, 1e-05},
            {1, 0.5, 1, 1, 0.63497, 1e-05},
            {1, 0.5, 2.5, 2.5, 0.81943, 1e-05},
            {1, 0.5, 5, 5, 0.9059, 1e-05},
            {4, 0.5, 0, 0, 0.33333, 1e-05},
            {4, 0.5, 1, 1, 0.71052, 1e-05},
            {4, 0.5, 2.5, 2.5, 0.94394, 1e-05},
            {4, 0.5, 5, 5, 0.99353, 1e-05},
            {8, 0.5, 0, 0, 0.33333, 1e-05},
            {8, 0.5, 1, 1, 0.72716, 1e-05},
            {8, 0.5, 2.5, 2.5, 0.96743, 1e-05},
            {8, 0.5, 5, 5, 0.99903, 1e-05},
            {30, 0.5, 0, 0, 0.33333, 1e-05},
            {30, 0.5, 1, 1, 0.74025, 1e-05},
            {30, 0.5, 2.5, 2.5, 0.98322, 1e-05},
            {30, 0.5, 5, 5, 0.99998, 1e-05},
            {600, 0.5, 0, 0, 0.33333, 1e-05},
            {600, 0.5, 1, 1, 0.74495, 1e-05},
            {600, 0.5, 2.5, 2.5, 0.98801, 1e-05},
            {600, 0.5, 5, 5, 1.0, 1e-05},
            {1, -0.5, 0, 0, 0.16667, 1e-05},
            {1, -0.5, 1, 1, 0.54022, 1e-05},
            {1, -0.5, 2.5, 2.5, 0.77465, 1e-05},
            {1, -0.5, 5, 5, 0.88284, 1e-05},
            {4, -0.5, 0, 0, 0.16667, 1e-05},
            {4, -0.5, 1, 1, 0.63863, 1e-05},
            {4, -0.5, 2.5, 2.5, 0.93396, 1e-05},
            {4, -0.5, 5, 5, 0.99256, 1e-05},
            {8, -0.5, 0, 0, 0.16667, 1e-05},
            {8, -0.5, 1, 1, 0.66126, 1e-05},
            {8, -0.5, 2.5, 2.5, 0.96314, 1e-05},
            {8, -0.5, 5, 5, 0.99895, 1e-05},
            {30, -0.5, 0, 0, 0.16667, 1e-05},
            {30, -0.5, 1, 1, 0.67947, 1e-05},
            {30, -0.5, 2.5, 2.5, 0.98189, 1e-05},
            {30, -0.5, 5, 5, 0.99998, 1e-05},
            {600, -0.5, 0, 0, 0.16667, 1e-05},
            {600, -0.5, 1, 1, 0.68612, 1e-05},
            {600, -0.5, 2.5, 2.5, 0.98731, 1e-05},
            {600, -0.5, 5, 5, 1.0, 1e-05},
            {2, -1, 5, 8, 0.973491, 1e-06},
            {2, 1, -2, 8, 0.091752, 1e-06},
            {2, 1, 5.25, -9.5, 0.00545, 1e-06},
            {3, -0.5, -5, -5, 0.00022, 1e-06},
            {4, -1, -8, 7.5, 0.0, 1e-06},
            {4, 0.5, -5.5, 10, 0.002655, 1e-06},
            {4, 1, -5, 6, 0.003745, 1e-06},
            {4, 1, 6, 5.5, 0.997336, 1e-06},
            {5, -0.5, -7, -6.25, 4e-06, 1e-06},
            {5, -0.5, 3.75, -7.25, 0.000166, 1e-06},
            {5, -0.5, 7.75, -1.25, 0.133073, 1e-06},
            {6, 0, 7.5, 3.25, 0.991149, 1e-06},
            {7, -0.5, -1, -8.5, 1e-06, 1e-06},
            {7, -1, -4.25, -4, 0.0, 1e-06},
            {7, 0, 0.5, -2.25, 0.018819, 1e-06},
            {8, -1, 8.25, 1.75, 0.940866, 1e-06},
            {8, 0, 2.25, 4.75, 0.972105, 1e-06},
            {9, -0.5, -4, 8.25, 0.00155, 1e-06},
            {9, -1, -1.25, -8.75, 0.0, 1e-06},
            {9, -1, 5.75, -6, 0.0, 1e-06},
            {9, 0.5, -6.5, -9.5, 1e-06, 1e-06},
            {9, 1, -2, 9.25, 0.038276, 1e-06},
            {10, -1, -0.5, 6, 0.313881, 1e-06},
            {10, 0.5, 0, 9.25, 0.5, 1e-06},
            {10, 0.5, 6.75, -2.25, 0.02409, 1e-06},
            {10, 1, -1.75, -1, 0.055341, 1e-06},
            {15, 0, -1.25, -4.75, 2.9e-05, 1e-06},
            {15, 0, -2, -1.5, 0.003411, 1e-06},
            {15, 0.5, 3, -3.25, 0.002691, 1e-06},
            {20, -0.5, 2, -1.25, 0.098333, 1e-06},
            {20, -1, 3, 8, 0.996462, 1e-06},
            {20, 0, -7.5, 1.5, 0.0, 1e-06},
            {20, 0.5, 1.25, 9.75, 0.887136, 1e-06},
            {25, -1, -4.25, 5, 0.000111, 1e-06},
            {25, 0.5, 9.5, -1.5, 0.073069, 1e-06},
            {25, 1, -6.5, -3.25, 0.0, 1e-06},
            {30, -1, -7.75, 10, 0.0, 1e-06},
            {30, 1, 0.5, 9.5, 0.689638, 1e-06},
            {60, -1, -3.5, -8.25, 0.0, 1e-06},
            {60, -1, 4.25, 0.75, 0.771869, 1e-06},
            {60, -1, 5.75, 3.75, 0.9998, 1e-06},
            {60, 0.5, -4.5, 8.25, 1.6e-05, 1e-06},
            {60, 1, 6.5, -4, 8.8e-05, 1e-06},
            {90, -0.5, -3.75, -2.75, 0.0, 1e-06},
            {90, 0.5, 8.75, -7, 0.0, 1e-06},
            {120, 0, -3.5, -9.25, 0.0, 1e-06},
            {120, 0, -8.25, 5, 0.0, 1e-06},
            {120, 1, -0.75, 3.75, 0.227361, 1e-06},
            {120, 1, -3.5, -8, 0.0, 1e-06},
            {150, 0, 10, -1.75, 0.041082, 1e-06},
            {300, -0.5, -6, 3.75, 0.0, 1e-06},
            {300, -0.5, 3.5, -4.5, 4e-06, 1e-06},
            {300, 0, 6.5, -5, 0.0, 1e-06},
            {600, -0.5, 9.25, 1.5, 0.93293, 1e-06},
            {600, -1, -9.25, 1.5, 0.0, 1e-06},
            {600, 0.5, -5, 8, 0.0, 1e-06},
            {600, 1, -2.75, -9, 0.0, 1e-06},
            {1000, -0.5, -2.5, 0.25, 0.000589, 1e-06},
            {1000, -0.5, 3, 1, 0.839842, 1e-06}
    };

    /** (x, y, rho, P): mpmath with 30 digits. */
    private static final double[][] NORMAL = {
            {-1.5, -2, 0.3, 0.0046787163226410557},
            {0.5, -0.3, -0.7, 0.15663243162448888},
            {1.2, 2.1, 0.9, 0.88456798267586701},
            {-3, -3, 0.5, 8.1889661832192112e-5},
            {0, 0, 0.25, 0.29021531162758312}
    };

    @Test
    void studentAgreesWithPublishedTables() {
        for (double[] row : STUDENT) {
            assertThat(Bivariate.studentCdf(row[2], row[3], row[1], row[0]))
                    .as("nu %s, rho %s, x %s, y %s", row[0], row[1], row[2], row[3])
                    .isCloseTo(row[4], offset(row[5]));
        }
    }

    @Test
    void normalAgreesWithReference() {
        for (double[] row : NORMAL) {
            assertThat(Bivariate.normalCdf(row[0], row[1], row[2])).isCloseTo(row[3],
                    withinPercentage(1e-11));
        }
    }

    @Test
    void correlationOfOneLeavesTheSmallerAndOfMinusOneTheOverlap() {
        assertThat(Bivariate.normalCdf(-1.0, 2.0, 1.0)).isEqualTo(Normal.cdf(-1.0));
        assertThat(Bivariate.normalCdf(-1.0, 0.5, -1.0)).isZero();
        assertThat(Bivariate.normalCdf(1.0, 0.5, -1.0))
                .isCloseTo(Normal.cdf(1.0) + Normal.cdf(0.5) - 1.0, offset(1e-15));
    }

    @Test
    void independentNormalsMultiply() {
        assertThat(Bivariate.normalCdf(-4.0, -5.0, 0.0))
                .isCloseTo(Normal.cdf(-4.0) * Normal.cdf(-5.0), withinPercentage(1e-11));
    }

    @Test
    void impossibleCorrelationIsRefused() {
        assertThatThrownBy(() -> Bivariate.normalCdf(0, 0, 1.1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> Bivariate.studentCdf(0, 0, Double.NaN, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
