package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.deflator.engine.path.MarketExample;
import org.deflator.engine.run.Portfolios;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Start;
import org.junit.jupiter.api.Test;

/** Cases side by side: figures, differences on the same paths, and errors of the differences. */
class StressResultTest {
    private static final double LAST_BITS = 1e-9;

    @Test
    void theErrorOfADifferenceForgetsWhatBothHaveInCommon() {
        double[] base = {0, 10, 20, 30};
        double[] other = {1, 11, 21, 33};
        PairedDifference mean = PairedDifference.ofMeans(base, other);
        assertThat(mean.value()).isCloseTo(16.5, within(LAST_BITS));
        assertThat(mean.difference()).isCloseTo(1.5, within(LAST_BITS));
        // Differences 1, 1, 1, 3: variance 3/3 = 1 about the mean of 1.5, over four paths.
        assertThat(mean.standardError()).isCloseTo(0.5, within(LAST_BITS));
    }

    @Test
    void theShortfallIsTheMeanOfTheWorstHundredthOfEachCase() {
        double[] base = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
        double[] other = Arrays.stream(base).map(x -> 2 * x).toArray();
        PairedDifference shortfall = PairedDifference.ofExpectedShortfalls(base, other);
        assertThat(shortfall.value()).isCloseTo(399, within(LAST_BITS));
        assertThat(shortfall.difference()).isCloseTo(199.5, within(LAST_BITS));
        // Above the quantile of 198 lie 1 and 2, times a hundred: their scatter about 1.5 alone makes the error.
        double squares = 98.5 * 98.5 + 198.5 * 198.5 + 198 * 1.5 * 1.5;
        assertThat(shortfall.standardError()).isCloseTo(Math.sqrt(squares / 199 / 200), within(1e-6));
    }

    @Test
    void aCaseThatChangesNothingDiffersByNothingOnAnyPath() {
        Market market = new MarketExample().market();
        StressResult same = StressResult.of(sample(market), sample(market));
        assertThat(same.expectedLossUsdM().difference()).isZero();
        assertThat(same.expectedLossUsdM().standardError()).isZero();
        assertThat(same.es99UsdM().difference()).isZero();
        assertThat(same.borrowers().values()).allMatch(b -> b.pd().difference() == 0);
    }

    @Test
    void fallingRentsCostMoreAndTheDifferenceIsSurerThanTheLevel() {
        Market market = new MarketExample().market();
        MarketShock fall = new MarketShock(new Start.After(3), new Effect.RentTimes(Optional.empty(), 0.5), 0,
                OptionalInt.empty());
        StressSample base = sample(market);
        StressResult fallen = StressResult.of(base, sample(market.with(List.of(fall))));
        assertThat(fallen.expectedLossUsdM().difference())
                .isGreaterThan(3 * fallen.expectedLossUsdM().standardError());
        assertThat(fallen.defaultedShare().difference()).isPositive();
        String first = fallen.borrowers().firstKey();
        assertThat(Objects.requireNonNull(fallen.borrowers().get(first)).pd().value()).isBetween(0.0, 1.0);
    }

    private static StressSample sample(Market market) {
        StressSample sample =
                StressSample.of("case", Portfolios.random(1), market, new RunPlan(512, 60, 3, 0));
        sample.run(1);
        sample.run(0);
        return sample;
    }
}
