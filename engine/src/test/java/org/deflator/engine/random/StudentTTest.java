package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Reference values (nu, y, P(T &lt;= y)): mpmath with 50 digits. */
@SuppressWarnings("FloatingPointLiteralPrecision") // more digits than a double holds
class StudentTTest {

    private static final double[][] EVEN = {
            {2.0, -1000000.0, 4.9999999999925e-13},
            {2.0, -50.0, 0.00019988007994404029045},
            {2.0, -12.5, 0.0031696040517723418199},
            {2.0, -4.0, 0.028595479208968317066},
            {2.0, -2.1, 0.085274934594983742813},
            {2.0, -1.0, 0.21132486540518711775},
            {2.0, -0.3, 0.39624283042008880532},
            {2.0, -0.01, 0.49646455447910048569},
            {2.0, 0.7, 0.72180348768356725841},
            {2.0, 2.5, 0.93519413988924459544},
            {4.0, -1000000.0, 2.99999999998e-24},
            {4.0, -50.0, 4.787226828484849205e-7},
            {4.0, -12.5, 0.0001178080234463498953},
            {4.0, -4.0, 0.00806504495004626679},
            {4.0, -2.1, 0.05182664315880109366},
            {4.0, -1.0, 0.1869504831500294425},
            {4.0, -0.3, 0.38956071413872985861},
            {4.0, -0.01, 0.4962500781229492736},
            {4.0, 0.7, 0.73874991720327488045},
            {4.0, 2.5, 0.96661672759400592748},
            {8.0, -1000000.0, 5.59999999983872e-46},
            {8.0, -50.0, 1.4172053225458931666e-11},
            {8.0, -12.5, 7.8488853685064008455e-7},
            {8.0, -4.0, 0.0019748864017226629051},
            {8.0, -2.1, 0.034468762147656103461},
            {8.0, -1.0, 0.17329675354366712391},
            {8.0, -0.3, 0.38591224084124934766},
            {8.0, -0.01, 0.49613308229495708972},
            {8.0, 0.7, 0.74811447399072761649},
            {8.0, 2.5, 0.9815289811431879476},
            {20.0, -1000000.0, 9.0212890607777539064e-109},
            {20.0, -50.0, 8.7666902246211447711e-23},
            {20.0, -12.5, 3.2933463161711804434e-11},
            {20.0, -4.0, 0.00035176164656415914474},
            {20.0, -2.1, 0.024308793628778484708},
            {20.0, -1.0, 0.16462828858585453213},
            {20.0, -0.3, 0.38363650162188012773},
            {20.0, -0.01, 0.49606018308969883812},
            {20.0, 0.7, 0.75400489117108484344},
            {20.0, 2.5, 0.98938322728043380155}
    };

    private static final double[][] ANY = {
            {1.0, -1000000.0, 3.1830988618368456824e-7},
            {1.0, -50.0, 0.0063653491009727966793},
            {1.0, -12.5, 0.02541067366611589551},
            {1.0, -4.0, 0.077979130377369325461},
            {1.0, -2.1, 0.14146302812150896491},
            {1.0, -1.0, 0.25},
            {1.0, -0.3, 0.40722642092225765968},
            {1.0, -0.01, 0.49681700723509174478},
            {1.0, 0.7, 0.69440011221421478},
            {1.0, 2.5, 0.87888105840915660128},
            {3.0, -1000000.0, 1.102657790839614531e-18},
            {3.0, -50.0, 8.808576020635987078e-6},
            {3.0, -12.5, 0.00055181566554802922938},
            {3.0, -4.0, 0.014004228005073083484},
            {3.0, -2.1, 0.063282601274842298436},
            {3.0, -1.0, 0.19550110947788532096},
            {3.0, -0.3, 0.39188164601995952115},
            {3.0, -0.01, 0.4963245557064259907},
            {3.0, 0.7, 0.73283650084761817348},
            {3.0, 2.5, 0.95614667649596722637},
            {4.0, -1000000.0, 2.99999999998e-24},
            {4.0, -50.0, 4.787226828484849205e-7},
            {4.0, -12.5, 0.0001178080234463498953},
            {4.0, -4.0, 0.00806504495004626679},
            {4.0, -2.1, 0.05182664315880109366},
            {4.0, -1.0, 0.1869504831500294425},
            {4.0, -0.3, 0.38956071413872985861},
            {4.0, -0.01, 0.4962500781229492736},
            {4.0, 0.7, 0.73874991720327488045},
            {4.0, 2.5, 0.96661672759400592748},
            {5.0, -1000000.0, 9.4901672454606804163e-30},
            {5.0, -50.0, 3.0238788133006126158e-8},
            {5.0, -12.5, 0.000029066683251098677547},
            {5.0, -4.0, 0.0051617077404157269022},
            {5.0, -2.1, 0.044876624942299378467},
            {5.0, -1.0, 0.1816087338245613128},
            {5.0, -0.3, 0.38812452113163723331},
            {5.0, -0.01, 0.49620400902129095138},
            {5.0, 0.7, 0.74242552584259177781},
            {5.0, 2.5, 0.97275495032881187944},
            {2.5, -1000000.0, 7.1933971908142384634e-16},
            {2.5, -50.0, 0.000040652475424793603904},
            {2.5, -12.5, 0.0012821922709539315801},
            {2.5, -4.0, 0.019506487920659123307},
            {2.5, -2.1, 0.07225122237742192363},
            {2.5, -1.0, 0.20203051363913673318},
            {2.5, -0.3, 0.39367118574759860724},
            {2.5, -0.01, 0.49638199717895412885},
            {2.5, 0.7, 0.7282975284052259609},
            {2.5, 2.5, 0.94771501846092230637},
            {7.3, -1000000.0, 3.2029451349613159977e-42},
            {7.3, -50.0, 7.9239800435221090338e-11},
            {7.3, -12.5, 1.7119053280823886244e-6},
            {7.3, -4.0, 0.0023811835821635539412},
            {7.3, -2.1, 0.036123356712426682564},
            {7.3, -1.0, 0.17464922822655725128},
            {7.3, -0.3, 0.38627026808985501686},
            {7.3, -0.01, 0.49614455723410921604},
            {7.3, 0.7, 0.74719142990687082151},
            {7.3, 2.5, 0.9801748826671997642}
    };

    /** (nu, y, Phi^-1(t_nu(y))). */
    private static final double[][] TO_NORMAL = {
            {2, -1000000.0, -7.1305068481715309072},
            {2, -30.0, -3.2612395925052185909},
            {2, -5.5, -2.1506478807316564279},
            {2, -1.7, -1.1971876403274417581},
            {2, -0.2, -0.17640981848289181293},
            {2, 0.9, 0.73374361303523298397},
            {2, 4.0, 1.9018485395954851086},
            {2, 100.0, 3.8906282781968749178},
            {4, -1000000.0, -10.091894786194188197},
            {4, -30.0, -4.4832098379600815281},
            {4, -5.5, -2.7864959478221493659},
            {4, -1.7, -1.3905730239643166303},
            {4, -0.2, -0.18754031939378584852},
            {4, 0.9, 0.80814777257537215336},
            {4, 4.0, 2.4059586595453711895},
            {4, 100.0, 5.4189203505387812785},
            {8, -1000000.0, -14.185912086500253713},
            {8, -30.0, -6.0286327309704434834},
            {8, -5.5, -3.4437318431001009619},
            {8, -1.7, -1.5238232510496303476},
            {8, -0.2, -0.19362312284493465468},
            {8, 0.9, 0.85165752188851230756},
            {8, 4.0, 2.8821455160496782787},
            {8, 100.0, 7.426299429420551673},
            {20, -1000000.0, -22.125302035207989697},
            {20, -30.0, -8.6733682350592222865},
            {20, -5.5, -4.2433250410182472393},
            {20, -1.7, -1.622804643496612529},
            {20, -0.2, -0.19741835510570571445},
            {20, 0.9, 0.88005475193573104175},
            {20, 4.0, 3.3882023966148858612},
            {20, 100.0, 11.069177753976567253}
    };

    @Test
    void finiteSumKeepsItsRelativeAccuracyInTheLowerTail() {
        for (double[] row : EVEN) {
            // p is raised to the power nu/2, and its rounding with it: 1e-14 at nu = 20.
            assertThat(StudentT.cdf(row[1], (int) row[0])).as("t_%s(%s)", row[0], row[1])
                    .isCloseTo(row[2], withinPercentage(1e-12));
        }
    }

    @Test
    void twoDegreesHaveTheirClosedForm() {
        for (double y = -30.0; y < 30.0; y += 0.7) {
            assertThat(StudentT.cdf(y, 2)).isCloseTo(0.5 + 0.5 * y / Math.sqrt(2.0 + y * y), offset(3e-16));
        }
    }

    @Test
    void anyDegreesAgreeWithReferenceAndWithTheFiniteSum() {
        for (double[] row : ANY) {
            assertThat(StudentT.cdfAnyDegrees(row[1], row[0])).as("t_%s(%s)", row[0], row[1])
                    .isCloseTo(row[2], withinPercentage(1e-11));
        }
        for (int nu = 2; nu <= StudentT.MAX_DEGREES; nu += 2) {
            for (double y = -40.0; y < 10.0; y += 1.3) {
                assertThat(StudentT.cdfAnyDegrees(y, nu)).isCloseTo(StudentT.cdf(y, nu),
                        withinPercentage(1e-11));
            }
        }
    }

    @Test
    void endsAreZeroAndOne() {
        assertThat(StudentT.cdf(Double.NEGATIVE_INFINITY, 4)).isZero();
        assertThat(StudentT.cdf(Double.POSITIVE_INFINITY, 4)).isEqualTo(1.0);
        assertThat(StudentT.cdf(0.0, 4)).isEqualTo(0.5);
        assertThat(StudentT.cdf(Double.NaN, 4)).isNaN();
        assertThat(StudentT.cdfAnyDegrees(Double.NEGATIVE_INFINITY, 4.5)).isZero();
    }

    @Test
    void upperTailIsTheLowerTailOfTheOppositeNumber() {
        assertThat(StudentT.tail(50.0, 8)).isEqualTo(StudentT.cdf(-50.0, 8));
    }

    @Test
    void oddOrLargeDegreesAreRefusedByTheExactForm() {
        assertThatThrownBy(() -> StudentT.cdf(0.0, 5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("even").hasMessageContaining("5");
        assertThatThrownBy(() -> StudentT.cdf(0.0, 22)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentT.cdf(0.0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantileUndoesCdf() {
        for (double nu : new double[]{1.0, 3.0, 4.0, 7.3, 200.0}) {
            for (double u : new double[]{1e-12, 0.001, 0.05, 0.4, 0.5, 0.77, 0.999}) {
                assertThat(StudentT.cdfAnyDegrees(StudentT.quantile(u, nu), nu)).as("nu %s, u %s", nu, u)
                        .isCloseTo(u, withinPercentage(1e-11));
            }
        }
    }

    @Test
    void toNormalAgreesWithReferenceAndIsOdd() {
        for (double[] row : TO_NORMAL) {
            int nu = (int) row[0];
            assertThat(StudentT.toNormal(row[1], nu)).as("nu %s, y %s", row[0], row[1])
                    .isCloseTo(row[2], withinPercentage(4e-13));
            assertThat(StudentT.toNormal(-row[1], nu)).isEqualTo(-StudentT.toNormal(row[1], nu));
        }
        assertThat(StudentT.toNormal(Double.NEGATIVE_INFINITY, 4)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void columnOfToNormalGivesTheSameBitsAsTheSingleNumber() {
        double[] y = new double[500];
        double[] z = new double[500];
        double[] scratch = new double[500];
        for (int i = 0; i < y.length; i++) {
            y[i] = (i - 250) * Math.abs(i - 250) * 0.01;
        }
        for (int nu = 2; nu <= StudentT.MAX_DEGREES; nu += 2) {
            StudentT.toNormal(y, nu, scratch, z, y.length);
            for (int i = 0; i < y.length; i++) {
                assertThat(z[i]).isEqualTo(StudentT.toNormal(y[i], nu));
            }
        }
    }

    /** W has mean nu and variance 2 nu; the mean of n of them has standard error sqrt(2 nu / n). */
    @Test
    void mixingVariableIsChiSquare() {
        int n = 400_000;
        double[][] u = uniforms(10, n);
        double[] scale = new double[n];
        for (int nu : new int[]{2, 4, 8, 20}) {
            StudentT.mixing(u, nu, scale, n);
            double mean = 0.0;
            double square = 0.0;
            for (double s : scale) {
                double w = nu / (s * s);
                mean += w / n;
                square += (w - nu) * (w - nu) / n;
            }
            assertThat(Math.abs(mean - nu)).as("mean, nu = %s", nu).isLessThan(4.5 * Math.sqrt(2.0 * nu / n));
            // Var((W - nu)^2) = 48 nu + 8 nu^2.
            assertThat(Math.abs(square - 2.0 * nu)).as("variance, nu = %s", nu)
                    .isLessThan(4.5 * Math.sqrt((48.0 * nu + 8.0 * nu * nu) / n));
        }
    }

    /**
     * Normals scaled by a common mixing variable and mapped back are normal one by one, and fall below their
     * 5 % quantile together as often as the integral of CORR-12 says.
     */
    @Test
    void simulatedCopulaHasTheJointTailOfTheIntegral() {
        int n = 1_000_000;
        int nu = 4;
        double rho = 0.55;
        double[][] u = uniforms(4, n);
        double[] scale = new double[n];
        StudentT.mixing(new double[][]{u[2], u[3]}, nu, scale, n);
        double[][] z = new double[2][n];
        Normal.fromUniforms(u[0], z[0], n);
        Normal.fromUniforms(u[1], z[1], n);
        Correlator.apply(Correlator.cholesky(new double[][]{{1.0, rho}, {rho, 1.0}}), z, z, n);
        double[][] mapped = new double[2][n];
        double[] scratch = new double[n];
        for (int factor = 0; factor < 2; factor++) {
            for (int i = 0; i < n; i++) {
                z[factor][i] *= scale[i];
            }
            StudentT.toNormal(z[factor], nu, scratch, mapped[factor], n);
        }
        double quantile = Normal.inverse(0.05);
        int single = 0;
        int both = 0;
        for (int i = 0; i < n; i++) {
            single += mapped[0][i] < quantile ? 1 : 0;
            both += mapped[0][i] < quantile && mapped[1][i] < quantile ? 1 : 0;
        }
        double expected = 0.018445509359962312;
        assertThat(single / (double) n).isCloseTo(0.05, offset(4.5 * Math.sqrt(0.05 * 0.95 / n)));
        assertThat(both / (double) n).isCloseTo(expected,
                offset(4.5 * Math.sqrt(expected * (1 - expected) / n)));
    }

    @Test
    void tailDependenceAgreesWithTheOracle() {
        // CORR-01 and CORR-04: 2 t_{nu+1}(-sqrt((nu+1)(1-rho)/(1+rho))).
        assertThat(StudentT.tailDependence(4, 0.5)).isCloseTo(0.2531699951003227, withinPercentage(1e-10));
        assertThat(StudentT.tailDependence(4, 0.6)).isCloseTo(0.31437263764701695, withinPercentage(1e-10));
        assertThat(StudentT.tailDependence(4, 1.0)).isEqualTo(1.0);
    }

    @Test
    void jointLowerTailAgreesWithTheOracle() {
        // CORR-12: the oracle's tolerance is 1e-5 relative.
        assertThat(StudentT.jointLowerTail(0.05, 0.55, 4)).isCloseTo(0.018445509359962312,
                withinPercentage(1e-3));
        // CORR-15.
        assertThat(StudentT.jointLowerTailGaussian(0.05, 0.55))
                .isCloseTo(0.013776211055011589, withinPercentage(1e-3));
    }

    @Test
    void jointLowerTailTendsToTailDependenceAndToTheGaussian() {
        double q = 1e-7;
        assertThat(StudentT.jointLowerTail(q, 0.5, 4) / q)
                .isCloseTo(StudentT.tailDependence(4, 0.5), withinPercentage(0.1));
        assertThat(StudentT.jointLowerTail(0.05, 0.55, 1e5))
                .isCloseTo(StudentT.jointLowerTailGaussian(0.05, 0.55), withinPercentage(0.01));
    }

    private static double[][] uniforms(int columns, int n) {
        double[][] u = new double[columns][n];
        for (int k = 0; k < columns; k++) {
            CounterRandom.uniforms(11, Stream.of("student test", "column", k), 0, 0, u[k], n);
        }
        return u;
    }
}
