package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class RegimeChainTest {

    @Test
    void longRunShareAndDurationAgreeWithTheOracle() {
        // CORR-09 and CORR-10.
        assertThat(RegimeChain.stationaryTight(0.03, 0.10)).isCloseTo(0.23076923076923075,
                withinPercentage(1e-9));
        assertThat(RegimeChain.meanMonths(0.10)).isCloseTo(10.0, withinPercentage(1e-9));
    }

    @Test
    void uniformsDecideTheMove() {
        double[] tight = {0.0, 0.0, 1.0, 1.0};
        RegimeChain.step(new double[]{0.029, 0.031, 0.89, 0.91}, 0.03, 0.10, tight, 4);
        assertThat(tight).containsExactly(1.0, 0.0, 1.0, 0.0);
    }

    /**
     * From the stationary law the share of tight paths stays: after 60 months on 200,000 independent paths.
     */
    @Test
    void simulatedShareTendsToTheLongRunShare() {
        int n = 200_000;
        double[] u = new double[n];
        double[] tight = new double[n];
        for (int month = 0; month < 60; month++) {
            CounterRandom.uniforms(8, Stream.of("regime"), month, 0, u, n);
            RegimeChain.step(u, 0.03, 0.10, tight, n);
        }
        double share = 3.0 / 13.0;
        // Started calm, the distance to the long run shrinks by 0.87 a month: 5e-5 is left.
        assertThat(TreeSum.sum(tight, n) / n)
                .isCloseTo(share, offset(4.5 * Math.sqrt(share * (1.0 - share) / n) + 1e-4));
    }

    @Test
    void impossibleProbabilitiesAreRefused() {
        assertThatThrownBy(() -> RegimeChain.meanMonths(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> RegimeChain.stationaryTight(0.0, 0.0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
