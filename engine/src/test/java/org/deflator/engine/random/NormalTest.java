package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Reference values: mpmath with 50 digits, at the exact value of each double. */
@SuppressWarnings("FloatingPointLiteralPrecision") // more digits than a double holds
class NormalTest {

    private static final double[][] CDF = {
            {-37.5, 4.6053530095819548438e-308},
            {-37.0, 5.7255712225245768227e-300},
            {-35.3, 2.9361757922293897807e-273},
            {-30.1, 2.4226672179857587657e-199},
            {-25.7, 5.844410374380774338e-146},
            {-20.3, 6.4292444676983463386e-92},
            {-15.9, 3.1682376653796484275e-57},
            {-12.25, 8.3997960636334176589e-35},
            {-10.1, 2.7621094717645167894e-24},
            {-8.3, 5.2055697448902540246e-17},
            {-7.0, 1.2798125438858350044e-12},
            {-6.1, 5.3034232629488415248e-10},
            {-5.7, 5.9903714010635281878e-9},
            {-5.65, 8.0223918506634975991e-9},
            {-5.6, 1.071759025831092932e-8},
            {-5.0, 2.8665157187919391167e-7},
            {-4.2, 0.000013345749015906327883},
            {-3.5, 0.00023262907903552503635},
            {-3.0, 0.0013498980316300945267},
            {-2.575, 0.0050120043317613337305},
            {-2.0, 0.0227501319481792072},
            {-1.645, 0.049984905539121363447},
            {-1.3, 0.096800484585610325542},
            {-1.0, 0.15865525393145705141},
            {-0.8, 0.21185539858339667271},
            {-0.68, 0.24825223045357051343},
            {-0.67, 0.25142889509531010155},
            {-0.5, 0.30853753872598689636},
            {-0.25, 0.40129367431707627576},
            {-0.1, 0.46017216272297101633},
            {-1e-10, 0.49999999996010577196},
            {0.3, 0.61791142218895263307},
            {0.7, 0.75803634777692697138},
            {1.5, 0.933192798731141934},
            {3.3, 0.99951657585761622249}
    };

    private static final double[][] INVERSE = {
            {1.1102230246251565e-16, -8.2095361516013868556},
            {1e-300, -37.047096299361199237},
            {1e-200, -30.205594179579643063},
            {1e-100, -21.273453560965324294},
            {1e-50, -14.933337534788488981},
            {1e-20, -9.2623400897984075796},
            {1e-16, -8.2220822161304356152},
            {1e-12, -7.0344838253011319326},
            {1.4e-11, -6.6567230915181836356},
            {1.3e-11, -6.6676114565107408347},
            {1e-09, -5.9978070150076868614},
            {1e-07, -5.19933758219281694},
            {1e-05, -4.2648907939228246102},
            {0.001, -3.0902323061678135354},
            {0.01, -2.3263478740408410931},
            {0.05, -1.644853626951472688},
            {0.07, -1.4757910281791706856},
            {0.0749, -1.4402382675279636631},
            {0.0751, -1.4388253927525399824},
            {0.1, -1.2815515655446004353},
            {0.2, -0.84162123357291416552},
            {0.3, -0.52440051270804081597},
            {0.4, -0.25334710313579974132},
            {0.49, -0.025068908258711058033},
            {0.4999, -0.00025066283008800749239},
            {0.5000001, 2.5066282733116483012e-7},
            {0.6, 0.25334710313579974132},
            {0.75, 0.6744897501960817432},
            {0.924, 1.43250272082581191},
            {0.926, 1.446632067158978807},
            {0.975, 1.9599639845400538556},
            {0.999, 3.0902323061678132778},
            {0.9999999, 5.1993375822906610937}
    };

    private static final double[][] DENSITY = {
            {0.0, 0.39894228040143267794},
            {0.5, 0.35206532676429947777},
            {1.0, 0.2419707245191433498},
            {3.3, 0.0017225689390536811513},
            {10.1, 2.8165665442762394109e-23},
            {37.1, 5.2152621988319842486e-300}
    };

    /** 1e-15 as a percentage. */
    private static final double ACCURACY = 1e-13;

    @Test
    void cdfKeepsItsRelativeAccuracyFarIntoTheLowerTail() {
        for (double[] row : CDF) {
            assertThat(Normal.cdf(row[0])).as("cdf(%s)", row[0]).isCloseTo(row[1],
                    withinPercentage(ACCURACY));
        }
    }

    @Test
    void cdfIsZeroAndOneAtItsEnds() {
        assertThat(Normal.cdf(0.0)).isEqualTo(0.5);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
        assertThat(Normal.cdf(-40.0)).isZero();
        assertThat(Normal.cdf(9.0)).isEqualTo(1.0);
        assertThat(Normal.cdf(Double.NaN)).isNaN();
    }

    @Test
    void inverseAgreesWithReference() {
        for (double[] row : INVERSE) {
            assertThat(Normal.inverse(row[0])).as("inverse(%s)", row[0])
                    .isCloseTo(row[1], withinPercentage(ACCURACY));
        }
    }

    @Test
    void inverseIsInfiniteAtTheEndsAndNotANumberOutside() {
        assertThat(Normal.inverse(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.inverse(1.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.inverse(0.5)).isZero();
        assertThat(Normal.inverse(-0.1)).isNaN();
        assertThat(Normal.inverse(1.1)).isNaN();
        assertThat(Normal.inverse(Double.NaN)).isNaN();
    }

    @Test
    void inverseUndoesCdf() {
        for (double x = -37.0; x <= 5.0; x += 0.37) {
            double u = Normal.cdf(x);
            // Towards 1 the probability itself is coarse: an ulp of u moves x by ulp / density.
            double error = 1e-13 + 4.0 * Math.ulp(u) / Normal.density(x);
            if (u > 1e-300) {
                assertThat(Math.abs(Normal.inverse(u) - x)).as("at %s", x).isLessThan(error);
            }
        }
    }

    @Test
    void antitheticUniformsGiveOppositeNormalsExactly() {
        double[] u = new double[1000];
        CounterRandom.uniforms(3, 1, 0, 0, u, u.length);
        for (double value : u) {
            assertThat(Normal.inverse(1.0 - value)).isEqualTo(-Normal.inverse(value));
        }
    }

    @Test
    void densityAgreesWithReference() {
        for (double[] row : DENSITY) {
            assertThat(Normal.density(row[0])).as("density(%s)", row[0])
                    .isCloseTo(row[1], withinPercentage(ACCURACY));
        }
        assertThat(Normal.density(Double.POSITIVE_INFINITY)).isZero();
    }

    @Test
    void columnGivesTheSameBitsAsTheSingleNumber() {
        double[] u = new double[1003];
        double[] z = new double[1003];
        CounterRandom.uniforms(3, 1, 0, 0, u, u.length);
        u[0] = 0.0;
        u[1] = 1.0;
        u[2] = 0x1p-53;
        u[3] = 0.075;
        u[4] = 0.925;
        u[5] = Double.NaN;
        Normal.fromUniforms(u, z, 1002);
        for (int i = 0; i < 1002; i++) {
            assertThat(Double.compare(z[i], Normal.inverse(u[i]))).as("inverse(%s)", u[i]).isZero();
        }
        assertThat(z[1002]).as("beyond n nothing is written").isZero();
    }

    /**
     * A million numbers: standard errors 1e-3 (mean), 1.4e-3 (variance), 2.4e-3 (skewness), 4.9e-3
     * (kurtosis).
     */
    @Test
    void momentsAreThoseOfTheStandardNormal() {
        int n = 1_000_000;
        double[] u = new double[n];
        double[] z = new double[n];
        CounterRandom.uniforms(20260630, 5, 7, 0, u, n);
        Normal.fromUniforms(u, z, n);
        double[] moments = new double[5];
        for (double value : z) {
            double power = 1.0;
            for (int k = 1; k <= 4; k++) {
                power *= value;
                moments[k] += power / n;
            }
        }
        assertThat(Math.abs(moments[1])).isLessThan(4.5 * 1.0e-3);
        assertThat(Math.abs(moments[2] - 1.0)).isLessThan(4.5 * Math.sqrt(2.0) * 1e-3);
        assertThat(Math.abs(moments[3])).isLessThan(4.5 * Math.sqrt(15.0) * 1e-3);
        assertThat(Math.abs(moments[4] - 3.0)).isLessThan(4.5 * Math.sqrt(96.0) * 1e-3);
    }
}
