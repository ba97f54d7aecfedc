package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final double NAN = Double.NaN;

    private final Html html = new Html();
    private final Chart chart =
            new Chart(html, new Chart.Box(0, 0, 100, 100), new Scale(0, 4, false, List.of()),
                    new Scale(0, 1, false, List.of()));

    @Test
    void aLineIsInterruptedWhereThereIsNoValue() {
        chart.line("m", new double[]{0, 1, 2, 3, 4}, new double[]{0, 0.5, NAN, 1, 0});
        assertThat(html.toString()).isEqualTo("<path class=\"m\" d=\"M0 100L25 50M75 0L100 100\"/>");
    }

    @Test
    void aBandGoesThereAndBack() {
        chart.band("b", new double[]{0, 1, 2}, new double[]{0, 0, NAN}, new double[]{1, 0.5, 1});
        assertThat(html.toString()).isEqualTo("<path class=\"b\" d=\"M0 0L25 50L25 100L0 100Z\"/>");
    }

    @Test
    void whereNothingExistsNothingIsDrawn() {
        chart.band("b", new double[]{0, 1}, new double[]{NAN, NAN}, new double[]{NAN, NAN});
        assertThat(html.toString()).isEmpty();
    }

    @Test
    void theLowerOfTwoCloseLabelsGoesBelowItsLine() {
        chart.labels("", List.of(new Chart.Label(0.50, "low"), new Chart.Label(0.55, "high")));
        assertThat(html.toString()).contains("y=\"61\">low<").contains("y=\"41.5\">high<");
    }
}
