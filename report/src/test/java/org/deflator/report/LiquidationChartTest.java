package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiquidationChartTest {
    @Test
    void theCurveNamesWhatTheLotBringsInEachMarket() {
        Html html = new Html();
        new LiquidationChart(html, SampleMarket.market().model(), "H100-SXM", 18_000).write();
        assertThat(html.toString()).contains("What 10,000 H100-SXM bring in a sale")
                .contains(">normal 69\u00a0%<")
                .contains(">stress 49\u00a0%<").contains(">crisis 28\u00a0%<")
                .contains("Marked at $18,000 a card");
    }
}
