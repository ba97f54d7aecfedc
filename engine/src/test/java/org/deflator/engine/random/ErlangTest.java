package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

@SuppressWarnings("FloatingPointLiteralPrecision") // more digits than a double holds
class ErlangTest {

    /**
     * (shape, scale, x, P(X > x)): mpmath with 50 digits. The first is RENT-16: a launch slips by over 6
     * months.
     */
    private static final double[][] TAIL = {
            {2, 1.5, 6.0, 0.091578194443670901469},
            {2, 1.5, 0.01, 0.9999778762967346448},
            {16, 0.75, 12.0, 0.4667448913877207497},
            {16, 0.75, 30.0, 5.4639807112998635718e-6},
            {1, 3.0, 2.0, 0.51341711903259202687}
    };

    @Test
    void tailAgreesWithReferenceAndQuantileUndoesIt() {
        for (double[] row : TAIL) {
            assertThat(Erlang.tail((int) row[0], row[1], row[2])).isCloseTo(row[3], withinPercentage(1e-12));
            assertThat(Erlang.quantileOfTail((int) row[0], row[1], row[3]))
                    .isCloseTo(row[2], withinPercentage(1e-8));
        }
        assertThat(Erlang.tail(2, 1.5, -1.0)).isEqualTo(1.0);
        assertThat(Erlang.tail(2, 1.5, Double.POSITIVE_INFINITY)).isZero();
    }

    /** Launch delays: mean shape x scale = 3 months, standard deviation 2.12. */
    @Test
    void samplesHaveTheMeanSpreadAndTailOfTheLaw() {
        int n = 400_000;
        double[][] u = new double[2][n];
        CounterRandom.uniformPairs(5, Stream.of("launch delay", "rubin"), 0, 0, u[0], u[1], n);
        double[] delay = new double[n];
        Erlang.sample(u, 2, 1.5, delay, n);
        double mean = TreeSum.sum(delay, n) / n;
        double variance = TreeSum.dot(delay, delay, n) / n - mean * mean;
        double late = 0.0;
        for (double months : delay) {
            late += months > 6.0 ? 1.0 / n : 0.0;
        }
        assertThat(Math.abs(mean - 3.0)).isLessThan(4.5 * Math.sqrt(4.5 / n));
        // Fourth central moment 3 k (k + 2) scale^4 = 121.5, so the variance has standard error sqrt(101.25 /
        // n).
        assertThat(Math.abs(variance - 4.5)).isLessThan(4.5 * Math.sqrt(101.25 / n));
        assertThat(Math.abs(late - 0.0915781944)).isLessThan(4.5 * Math.sqrt(0.0916 * 0.9084 / n));
    }

    @Test
    void smallestUniformsDoNotUnderflow() {
        double[][] u = new double[Erlang.MAX_SHAPE][];
        for (int k = 0; k < u.length; k++) {
            u[k] = new double[]{0x1p-53};
        }
        double[] out = new double[1];
        Erlang.sample(u, Erlang.MAX_SHAPE, 1.0, out, 1);
        assertThat(out[0]).isCloseTo(Erlang.MAX_SHAPE * 53.0 * StrictMath.log(2.0), withinPercentage(1e-12));
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> Erlang.tail(0, 1.0, 1.0)).hasMessageContaining("shape");
        assertThatThrownBy(() -> Erlang.tail(20, 1.0, 1.0)).hasMessageContaining("shape");
        assertThatThrownBy(() -> Erlang.tail(2, 0.0, 1.0)).hasMessageContaining("scale");
        assertThatThrownBy(() -> Erlang.quantileOfTail(2, 1.0, 0.0)).hasMessageContaining("probability");
    }
}
