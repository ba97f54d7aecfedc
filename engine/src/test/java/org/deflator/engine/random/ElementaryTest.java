package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** StrictMath is within an ulp of the truth, 2.2e-16 relative, and is the same on every machine. */
class ElementaryTest {

    private static final double ACCURACY = 4e-16;

    @Test
    void expIsAccurateOverItsWholeRange() {
        assertThat(worst(Elementary::exp, StrictMath::exp, -708.0, 709.7, 400_000)).isLessThan(ACCURACY);
        assertThat(worst(Elementary::exp, StrictMath::exp, -1.0, 1.0, 400_000)).isLessThan(ACCURACY);
    }

    @Test
    void logIsAccurateOverItsWholeRange() {
        assertThat(worst(Elementary::log, StrictMath::log, 0.5, 2.0, 400_000)).isLessThan(ACCURACY);
        assertThat(worst(Elementary::log, StrictMath::log, 1.0 - 1e-5, 1.0 + 1e-5, 400_000))
                .isLessThan(ACCURACY);
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            for (double mantissa : new double[]{1.0, 1.2, 1.4142, 1.4143, 1.9999}) {
                double x = Math.scalb(mantissa, exponent);
                double expected = StrictMath.log(x);
                double scale = expected == 0.0 ? 1.0 : expected;
                assertThat(Math.abs((Elementary.log(x) - expected) / scale)).as("log(%s)", x)
                        .isLessThan(ACCURACY);
            }
        }
    }

    @Test
    void expOfExtremeArguments() {
        assertThat(Elementary.exp(0.0)).isEqualTo(1.0);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1.0);
        assertThat(Elementary.exp(709.79)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(1e300)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-745.2)).isZero();
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
    }

    @Test
    void subnormalResultsOfExpAreRoundedOnce() {
        for (double x = -745.0; x < -708.0; x += 0.0137) {
            assertThat(Math.abs(Elementary.exp(x) - StrictMath.exp(x))).as("exp(%s)", x)
                    .isLessThanOrEqualTo(Math.max(Double.MIN_VALUE, Math.ulp(StrictMath.exp(x))));
        }
        assertThat(Elementary.exp(-745.0)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void logOfExtremeArguments() {
        assertThat(Elementary.log(1.0)).isZero();
        assertThat(Elementary.log(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1.0)).isNaN();
        assertThat(Elementary.log(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
    }

    @Test
    void powIsExpOfLog() {
        for (double x = 0.01; x < 50.0; x *= 1.37) {
            for (double y = -5.0; y <= 5.0; y += 0.7) {
                double expected = StrictMath.pow(x, y);
                double bound = 4e-16 * (1.0 + Math.abs(y * StrictMath.log(x)));
                assertThat(Math.abs(Elementary.pow(x, y) / expected - 1.0)).as("%s^%s", x, y)
                        .isLessThan(bound);
            }
        }
        assertThat(Elementary.pow(0.0, 2.0)).isZero();
        assertThat(Elementary.pow(0.0, -1.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.pow(0.0, 0.0)).isEqualTo(1.0);
        assertThat(Elementary.pow(1.0, 1e9)).isEqualTo(1.0);
        assertThat(Elementary.pow(-2.0, 2.0)).isNaN();
    }

    @Test
    void smallArgumentsOfExpm1AndLog1pDoNotCancel() {
        for (double size = 1e-300; size < 30.0; size *= 3.7) {
            for (double x : new double[]{size, -size}) {
                assertThat(Elementary.expm1(x)).as("expm1(%s)", x)
                        .isCloseTo(StrictMath.expm1(x), withinPercentage(1e-13));
                if (x > -1.0) {
                    assertThat(Elementary.log1p(x)).as("log1p(%s)", x)
                            .isCloseTo(StrictMath.log1p(x), withinPercentage(1e-13));
                }
            }
        }
        assertThat(Elementary.expm1(1000.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.expm1(-1000.0)).isEqualTo(-1.0);
        assertThat(Elementary.expm1(Double.NaN)).isNaN();
        assertThat(Elementary.log1p(-1.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log1p(-2.0)).isNaN();
        assertThat(Elementary.log1p(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void logisticKeepsItsLowerTailAndItsSymmetry() {
        assertThat(Elementary.logistic(0.0)).isEqualTo(0.5);
        assertThat(Elementary.logistic(-700.0)).isCloseTo(StrictMath.exp(-700.0), withinPercentage(1e-13));
        assertThat(Elementary.logistic(800.0)).isEqualTo(1.0);
        assertThat(Elementary.logistic(-800.0)).isZero();
        assertThat(Elementary.logistic(Double.NaN)).isNaN();
        for (double x = 0.0; x < 30.0; x += 0.37) {
            assertThat(Elementary.logistic(x) + Elementary.logistic(-x)).isCloseTo(1.0, offset(2.3e-16));
        }
    }

    @Test
    void sineOfQuarterTurnsFollowsTheSine() {
        for (double t = -1.0; t <= 1.0; t += 1.0 / 512) {
            assertThat(Elementary.sineOfQuarterTurns(t)).isCloseTo(StrictMath.sin(0.5 * Math.PI * t),
                    offset(4e-16));
        }
        assertThat(Elementary.sineOfQuarterTurns(1.0)).isEqualTo(1.0);
        assertThatThrownBy(() -> Elementary.sineOfQuarterTurns(1.01))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsGiveTheSameBitsAsSingleNumbers() {
        double[] in = new double[3001];
        for (int i = 0; i < in.length; i++) {
            in[i] = (i - 1500) * 0.61;
        }
        in[0] = Double.NaN;
        in[1] = Double.NEGATIVE_INFINITY;
        in[2] = Double.POSITIVE_INFINITY;
        in[3] = -0.0;
        double[] out = new double[in.length];
        for (int round = 0; round < 300; round++) {
            // Enough rounds for the compiled loops to take over from the interpreter.
            Elementary.exp(in, out, in.length);
        }
        for (int i = 0; i < in.length; i++) {
            assertThat(Double.compare(out[i], Elementary.exp(in[i]))).as("exp(%s)", in[i]).isZero();
        }
        Elementary.log(in, out, in.length);
        for (int i = 0; i < in.length; i++) {
            assertThat(Double.compare(out[i], Elementary.log(in[i]))).as("log(%s)", in[i]).isZero();
        }
        Elementary.logistic(in, out, in.length - 1);
        for (int i = 0; i < in.length - 1; i++) {
            assertThat(Double.compare(out[i], Elementary.logistic(in[i]))).as("logistic(%s)", in[i]).isZero();
        }
        assertThat(out[in.length - 1]).as("beyond n nothing is written")
                .isEqualTo(Elementary.log(in[in.length - 1]));
    }

    @Test
    void columnsMayBeOverwrittenInPlace() {
        double[] column = {-1.0, 0.0, 2.5, 800.0};
        Elementary.exp(column, column, 4);
        assertThat(column).containsExactly(Elementary.exp(-1.0), 1.0, Elementary.exp(2.5),
                Double.POSITIVE_INFINITY);
    }

    private static double worst(
            DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double from, double to, int steps) {
        double worst = 0.0;
        for (int i = 0; i <= steps; i++) {
            double x = from + (to - from) * i / steps;
            double expected = theirs.applyAsDouble(x);
            double error = Math.abs(ours.applyAsDouble(x) - expected);
            worst = Math.max(worst, expected == 0.0 ? error : error / Math.abs(expected));
        }
        return worst;
    }
}
