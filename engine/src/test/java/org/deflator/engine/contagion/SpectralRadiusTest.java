package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpectralRadiusTest {
    @Test
    void ofTwoThatPullEachOtherDownIsTheGeometricMean() {
        assertThat(SpectralRadius.of(new double[][]{{0, 4}, {9, 0}})).isCloseTo(6, within(1e-12));
    }

    @Test
    void ofAPositiveMatrixIsItsLargestRoot() {
        // (5 + sqrt 33) / 2 by the characteristic polynomial.
        assertThat(SpectralRadius.of(new double[][]{{1, 2}, {3, 4}}))
                .isCloseTo(5.372281323269014, within(1e-12));
    }

    @Test
    void aChainWithoutCircleDiesOut() {
        assertThat(SpectralRadius.of(new double[][]{{0, 7, 0}, {0, 0, 7}, {0, 0, 0}})).isZero();
    }

    @Test
    void ofTwoCrowdsApartIsThatOfTheLarger() {
        assertThat(SpectralRadius.of(new double[][]{{0.5, 3, 0}, {0, 0.5, 0}, {0, 0, 0.25}}))
                .isCloseTo(0.5, within(1e-12));
    }
}
