package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamTest {

    /** Values fixed for good, computed apart in Python: a change would change every stored result. */
    @Test
    void hashesNeverChange() {
        assertThat(Stream.of("regime")).isEqualTo(0x6b4b8134a7aac571L);
        assertThat(Stream.of("idiosyncratic", "borrower-7")).isEqualTo(0x599e01120a71c94cL);
        assertThat(Stream.of("mixing", "", 3)).isEqualTo(0x014007e0415d560cL);
    }

    @Test
    void partsOfANameDoNotRunTogether() {
        assertThat(Stream.of("ab", "c")).isNotEqualTo(Stream.of("a", "bc"));
        assertThat(Stream.of("ab")).isNotEqualTo(Stream.of("a", "b")).isNotEqualTo(Stream.of("ab", ""));
        assertThat(Stream.of("a", "b")).isNotEqualTo(Stream.of("a", "b", 0));
    }

    @Test
    void manyNamesGiveManyStreamsOutOfTheWayOfCountedFactors() {
        Set<Long> seen = new HashSet<>();
        for (int borrower = 0; borrower < 50_000; borrower++) {
            for (int draw = 0; draw < 4; draw++) {
                long stream = Stream.of("idiosyncratic", "borrower-" + borrower, draw);
                assertThat(Long.compareUnsigned(stream, Stream.FACTORS)).isPositive();
                seen.add(stream);
            }
        }
        assertThat(seen).hasSize(200_000);
    }
}
