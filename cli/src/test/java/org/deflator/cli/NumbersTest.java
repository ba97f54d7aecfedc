package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void aSmallShareIsNeverShownAsZeroAndALargeOneNeverAsAll() {
        assertThat(Numbers.percent(0)).isEqualTo("0.0%");
        assertThat(Numbers.percent(1e-9)).isEqualTo("<0.1%");
        assertThat(Numbers.percent(0.0005)).isEqualTo("0.1%");
        assertThat(Numbers.percent(0.99949)).isEqualTo("99.9%");
        assertThat(Numbers.percent(0.9999)).isEqualTo(">99.9%");
        assertThat(Numbers.percent(1)).isEqualTo("100.0%");
        assertThat(Numbers.percent(1.454)).isEqualTo("145.4%");
    }

    @Test
    void aSmallAmountIsNeverShownAsZero() {
        assertThat(Numbers.amount(0)).isEqualTo("0.0");
        assertThat(Numbers.amount(0.001)).isEqualTo("<0.1");
        assertThat(Numbers.amount(-0.001)).isEqualTo(">-0.1");
        assertThat(Numbers.amount(1234.56)).isEqualTo("1,234.6");
    }

    @Test
    void whatDoesNotExistIsADash() {
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("-");
        assertThat(Numbers.amount(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.dscr(OptionalDouble.empty())).isEqualTo("-");
    }

    @Test
    void coverAtABoundOfItsHistogramIsSaidToLieBeyondIt() {
        assertThat(Numbers.dscr(OptionalDouble.of(-1))).isEqualTo("<-1.0x");
        assertThat(Numbers.dscr(OptionalDouble.of(5))).isEqualTo(">5.0x");
        assertThat(Numbers.dscr(OptionalDouble.of(-0.99))).isEqualTo("-0.99x");
        assertThat(Numbers.dscr(OptionalDouble.of(4.99))).isEqualTo("4.99x");
    }
}
