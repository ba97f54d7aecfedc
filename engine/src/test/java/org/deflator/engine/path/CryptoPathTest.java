package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.deflator.model.market.BitcoinModel;
import org.junit.jupiter.api.Test;

class CryptoPathTest {
    @Test
    void theSubsidyHalvesInTheHalvingMonthAndEveryFourYearsAfter() {
        CryptoPath path = path(new MarketExample().plan());
        int april2028 = MarketExample.TIMELINE.indexOf(YearMonth.of(2028, 4));
        assertThat(path.subsidyBtc(april2028 - 1)).isEqualTo(3.125);
        assertThat(path.subsidyBtc(april2028)).isEqualTo(1.5625);
        assertThat(path.subsidyBtc(april2028 + 47)).isEqualTo(1.5625);
        assertThat(path.subsidyBtc(april2028 + 48)).isEqualTo(0.78125);
    }

    @Test
    void theHalvingCutsTheHashpriceByItsInstantRatioWhenHashRateStands() {
        MarketExample example = new MarketExample();
        example.bitcoin = still(0.0, 0.0);
        PathBlock block = started(example);
        int april2028 = MarketExample.TIMELINE.indexOf(YearMonth.of(2028, 4));
        double before = 0.0;
        for (int month = 0; month <= april2028; month++) {
            before = block.hashpriceUsdPerPhDay()[0];
            block.advance(month);
        }
        assertThat(block.hashpriceUsdPerPhDay()[0] / before).isCloseTo(
                Hashprice.halvingRatio(3.125, 0.046875),
                within(1e-12));
        assertThat(block.rigPriceIndex()[0]).isCloseTo(Hashprice.halvingRatio(3.125, 0.046875),
                within(1e-12));
    }

    @Test
    void withBitcoinStillTheHashpriceClosesItsLogGapToTheAnchorAtTheSpeedOfItsSide() {
        double anchor = 1.25 * Hashprice.breakevenUsdPerPhDay(17.5, 0.06);
        double opening = Hashprice.usdPerPhDay(144, 3.125, 0.046875, 90_784, 1092);
        assertThat(opening).isGreaterThan(anchor);
        MarketExample example = new MarketExample();
        example.bitcoin = still(1.0, 3.0);
        PathBlock block = started(example);
        for (int month = 0; month < 12; month++) {
            block.advance(month);
        }
        double gap = Math.log(block.hashpriceUsdPerPhDay()[0] / anchor);
        assertThat(gap).isCloseTo(Math.log(opening / anchor) * Math.exp(-1.0), within(1e-12));
    }

    @Test
    void theHashRateNeverOvershootsHoweverFastItResponds() {
        MarketExample example = new MarketExample();
        example.bitcoin = still(1000.0, 1000.0);
        PathBlock block = started(example);
        double anchor = 1.25 * Hashprice.breakevenUsdPerPhDay(17.5, 0.06);
        for (int month = 0; month < 30; month++) {
            block.advance(month);
            assertThat(block.hashpriceUsdPerPhDay()[0]).isCloseTo(anchor, within(1e-9));
        }
    }

    private static PathBlock started(MarketExample example) {
        PathBlock block = new PathBlock(example.plan(), 1);
        block.start(1, 0, 1);
        return block;
    }

    /** Bitcoin without drift or noise, machines that do not improve. */
    private static BitcoinModel still(double hashUp, double hashDown) {
        return new BitcoinModel(0.0, 0.0, 0.0, 0.0, 144, 3.125, YearMonth.of(2028, 4), hashUp, hashDown, 1.25,
                17.5,
                0.0, 0.06);
    }

    private static CryptoPath path(MarketPlan plan) {
        return new CryptoPath(plan, new PathShocks(plan, 1), 1);
    }
}
