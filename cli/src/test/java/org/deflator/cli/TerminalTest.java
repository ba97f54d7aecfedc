package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void theWidthIsThatOfTheScreenWithinReason() {
        assertThat(Terminal.width("132")).isEqualTo(132);
        assertThat(Terminal.width("20")).isEqualTo(80);
        assertThat(Terminal.width("5000")).isEqualTo(200);
        assertThat(Terminal.width("")).isEqualTo(120);
        assertThat(Terminal.width("wide")).isEqualTo(120);
        assertThat(Terminal.width("99999999999")).isEqualTo(120);
    }

    @Test
    void noColourIsHeeded() {
        assertThat(Terminal.detect(java.util.Map.of("NO_COLOR", "")).colour()).isFalse();
    }
}
