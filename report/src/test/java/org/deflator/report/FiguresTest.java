package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void amountsChooseTheirUnit() {
        assertThat(Figures.usd(0)).isEqualTo("$0");
        assertThat(Figures.usd(4.24)).isEqualTo("$4.2m");
        assertThat(Figures.usd(312.4)).isEqualTo("$312m");
        assertThat(Figures.usd(999.6)).isEqualTo("$1.00bn");
        assertThat(Figures.usd(-35_550)).isEqualTo("−$35.6bn");
    }

    @Test
    void whatDoesNotExistIsADash() {
        assertThat(Figures.number(Double.NaN, 1)).isEqualTo("–");
        assertThat(Figures.usd(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(Figures.percentCell(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void aSmallProbabilityIsNotNoProbability() {
        assertThat(Figures.percentCell(0)).isEqualTo("0.0");
        assertThat(Figures.percentCell(0.0001)).isEqualTo("<0.1");
        assertThat(Figures.percentCell(0.0006)).isEqualTo("0.1");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Figures.number(-0.04, 1)).isEqualTo("0.0");
    }

    @Test
    void listsReadAsSentences() {
        assertThat(Figures.list(List.of())).isEmpty();
        assertThat(Figures.list(List.of("a"))).isEqualTo("a");
        assertThat(Figures.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void coverAtABoundOfItsHistogramIsSaidToLieBeyondIt() {
        assertThat(Figures.dscr(-1)).isEqualTo("<−1.0x");
        assertThat(Figures.dscr(5)).isEqualTo(">5.0x");
        assertThat(Figures.dscr(1.349)).isEqualTo("1.35x");
        assertThat(Figures.dscrCell(OptionalDouble.of(5))).isEqualTo(">5.0");
        assertThat(Figures.dscrCell(OptionalDouble.empty())).isEqualTo("–");
    }
}
