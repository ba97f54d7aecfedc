package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversionValueTest {
    @Test
    void holderTakesParWhenSharesAndNoteAreBothWorthLess() {
        assertThat(ConversionValue.holderPuts(100, 49.9, 72)).isTrue();
    }

    @Test
    void holderKeepsANoteThatIsWorthMoreThanPar() {
        assertThat(ConversionValue.holderPuts(100, 49.9, 101)).isFalse();
    }

    @Test
    void holderKeepsANoteWhoseSharesAreWorthMoreThanPar() {
        assertThat(ConversionValue.parityUsd(100, 16, 24)).isEqualTo(150);
        assertThat(ConversionValue.holderPuts(100, 150, 72)).isFalse();
    }

    @Test
    void holderAtTheEdgeDoesNotPut() {
        assertThat(ConversionValue.holderPuts(100, 100, 0)).isFalse();
    }
}
