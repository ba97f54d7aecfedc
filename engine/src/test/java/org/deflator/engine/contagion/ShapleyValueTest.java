package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapleyValueTest {
    @Test
    void sharesOfTheGloveGame() {
        // One left glove and two right ones; a pair is worth 1 (Shapley's own example: 2/3, 1/6, 1/6).
        double[] shares = ShapleyValue.of(3, set -> (set & 1) == 1 && set > 1 ? 1 : 0);
        assertThat(shares).containsExactly(new double[]{2.0 / 3, 1.0 / 6, 1.0 / 6}, within(1e-15));
    }

    @Test
    void sharesAddUpAndWhatDoesNothingGetsNothing() {
        double[] worth = {1, 5, 4, 11, 1, 5, 4, 11};
        double[] shares = ShapleyValue.of(3, set -> worth[set]);
        assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(10, within(1e-14));
        assertThat(shares[2]).isZero();
    }
}
