package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deflator.engine.path.MarketExample;
import org.deflator.engine.run.Portfolios;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.Amplification.Factor;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

class AmplificationTest {
    @Test
    void aFactorOnEveryPathHasNoError() {
        assertThat(Factor.of(new double[]{1, 2, 6}, new double[]{2, 4, 12})).isEqualTo(new Factor(2, 0));
    }

    @Test
    void theErrorIsThatOfTheRatio() {
        // Ratio 2; residuals -1, 0, 1 of variance 1 over three paths, over a mean of 3.
        Factor factor = Factor.of(new double[]{1, 2, 6}, new double[]{1, 4, 13});
        assertThat(factor.value()).isEqualTo(2);
        assertThat(factor.standardError()).isCloseTo(Math.sqrt(1.0 / 3) / 3, within(1e-15));
    }

    @Test
    void moreDebtOnTheSameAssetsFallsMore() {
        RunPlan plan = new RunPlan(64, 36, 7, 0);
        Portfolio book = Portfolios.random(1);
        StressSample today = sample(book, plan);
        StressSample twice = sample(Leverage.of(book, 2), plan);
        Amplification same = Amplification.of(today, today);
        assertThat(same.expectedLoss()).isEqualTo(new Factor(1, 0));
        assertThat(same.falls()).isEqualTo(new Factor(1, 0));
        assertThat(Amplification.of(today, twice).falls().value()).isGreaterThan(1);
        assertThat(Amplification.of(today, sample(Leverage.of(book, 1), plan))).isEqualTo(same);
    }

    private static StressSample sample(Portfolio book, RunPlan plan) {
        StressSample sample = StressSample.of("case", book, new MarketExample().market(), plan);
        sample.run(0);
        return sample;
    }
}
