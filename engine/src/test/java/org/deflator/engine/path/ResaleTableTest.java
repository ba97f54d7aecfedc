package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.market.ResaleQuote;
import org.junit.jupiter.api.Test;

class ResaleTableTest {
    @Test
    void betweenTheNodesTheTableIsWithinTwoInAThousandOfTheStrip() {
        for (double ramp : new double[]{1.0, 0.0}) {
            MarketExample example = new MarketExample();
            example.rents = MarketExample.rents(0.20, 0.10, 0.40, 0.55, -0.30, 0.0, ramp, 0.4, 0.05, 0.9);
            ResaleTable table = example.plan(MarketExample.H100).resale(0);
            Random random = new Random(5);
            double worst = 0.0;
            for (int i = 0; i < 4000; i++) {
                int month = random.nextInt(121) - 1;
                double logRent = Math.log(0.25) + random.nextDouble() * Math.log(10 / 0.25);
                double scarcity = -1.3 + 2.6 * random.nextDouble();
                double direct = table.stripUsd(month, logRent, scarcity);
                worst = Math.max(worst, Math.abs(table.modelUsd(month, logRent, scarcity) / direct - 1));
            }
            assertThat(worst).as("ramp " + ramp).isLessThan(0.002);
        }
    }

    @Test
    void thePriceStartsAtTheQuoteAndTheGapToTheModelHalvesInAYear() {
        ResaleTable table = new MarketExample().plan(MarketExample.H100).resale(0);
        double model = table.modelUsd(-1, Math.log(2.35), 0.0);
        assertThat(model * table.basis(-1)).isCloseTo(14_000, within(1e-6));
        assertThat(Math.log(table.basis(11))).isCloseTo(0.5 * Math.log(table.basis(-1)), within(1e-12));
    }

    @Test
    void withoutAQuoteTheModelPricesAlone() {
        MarketExample example = new MarketExample();
        example.used = List.of();
        ResaleTable table = example.plan(MarketExample.H100).resale(0);
        assertThat(table.basis(-1)).isEqualTo(1.0);
        assertThat(table.floorUsd()).isEqualTo(3_000.0);
    }

    @Test
    void aWorthlessCardSellsAtTheFloor() {
        ResaleTable table = new MarketExample().plan(MarketExample.H100).resale(0);
        double[] price = new double[1];
        table.usd(60, new double[]{Math.log(0.05)}, new double[1], price, 1);
        assertThat(price[0]).isEqualTo(table.floorUsd()).isEqualTo(3_000.0);
    }

    @Test
    void aQuoteBelowTheFloorIsTheFloorAndThePrice() {
        MarketExample example = new MarketExample();
        example.used = List.of(new ResaleQuote(MarketExample.H100, 1_000, MarketExample.TIMELINE.asOf()));
        ResaleTable table = example.plan(MarketExample.H100).resale(0);
        double[] price = new double[1];
        table.usd(-1, new double[]{Math.log(2.35)}, new double[1], price, 1);
        assertThat(table.floorUsd()).isEqualTo(1_000.0);
        assertThat(price[0]).isCloseTo(1_000.0, within(1e-9));
    }

    @Test
    void withoutVolatilityTheStripIsTheMonthlySumOfMargins() {
        ResaleStrip strip =
                new ResaleStrip(new ResaleModel(0.12, 24, 0.85, 100, 0.1, 12), 730, 0.5, 1.0, 0.9, 0.0,
                        0.0);
        double[] drops = IntStream.rangeClosed(1, 24).mapToDouble(m -> 0.3 * m / 12.0).toArray();
        double expected = 100 * Math.exp(-0.24);
        for (int m = 1; m <= 24; m++) {
            double margin = 0.85 * 2.35 * Math.exp(-0.3 * m / 12.0) - 0.5;
            expected += 730 * Math.exp(-0.12 * m / 12.0) * Math.max(margin, 0);
        }
        assertThat(strip.usd(Math.log(2.35), 0.0, drops)).isCloseTo(expected, within(1e-8));
    }

    @Test
    void valuesWorkedOutAsTheyAreReadHaveTheBitsOfTheTable() {
        MarketExample example = new MarketExample();
        ResaleTable table = example.plan(MarketExample.H100).resale(0);
        ResaleTable read = example.plan(MarketExample.H100).median().resale(0);
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            int month = random.nextInt(121) - 1;
            double logRent = Math.log(0.02) + random.nextDouble() * Math.log(40 / 0.02);
            double scarcity = -3 + 6 * random.nextDouble();
            assertThat(read.modelUsd(month, logRent, scarcity))
                    .isEqualTo(table.modelUsd(month, logRent, scarcity));
        }
    }
}
