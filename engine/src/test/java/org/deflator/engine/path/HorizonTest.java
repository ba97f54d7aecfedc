package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deflator.model.base.Timeline;
import org.junit.jupiter.api.Test;

/** What is simulated must not move what happens. */
class HorizonTest {
    private static PathBlock block(int months) {
        Timeline timeline = new Timeline(MarketExample.TIMELINE.asOf(), months);
        PathBlock block = new PathBlock(MarketPlan.of(new MarketExample().market(), timeline,
                MarketExample.owned(MarketExample.H100)), 16);
        block.start(5, 0, 16);
        return block;
    }

    @Test
    void theFirstFiveYearsAreTheSameForEveryHorizon() {
        PathBlock five = block(60);
        PathBlock ten = block(120);
        for (int month = 0; month < 60; month++) {
            five.advance(month);
            ten.advance(month);
            assertThat(five.rentUsdPerGpuHour(0)).containsExactly(ten.rentUsdPerGpuHour(0));
            assertThat(five.resaleUsd(0)).containsExactly(ten.resaleUsd(0));
        }
    }

    @Test
    void aCardWithoutAQuoteOpensAtNoMoreThanItsLaunchPrice() {
        MarketExample example = new MarketExample();
        example.used = List.of();
        PathBlock block = new PathBlock(example.plan(MarketExample.B200), 1);
        block.start(5, 0, 1);
        assertThat(block.resaleUsd(0)[0]).isLessThanOrEqualTo(45_000 * (1 + 1e-12));
    }
}
