package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deflator.engine.run.CascadeRow;
import org.junit.jupiter.api.Test;

class ReproductionTest {
    private static final List<String> BORROWERS = List.of("a", "b", "c");

    private static CascadeRow fall(int path, int month, int round, String borrower) {
        return new CascadeRow(path, month, round, borrower, "out of cash");
    }

    @Test
    void twoThatPullEachOtherDownReproduceByTheGeometricMean() {
        // a falls four times and takes b along twice; b falls four times and takes a along twice.
        List<CascadeRow> falls = List.of(fall(0, 1, 0, "a"), fall(0, 1, 1, "b"), fall(1, 1, 0, "a"),
                fall(1, 1, 1, "b"), fall(2, 1, 0, "b"), fall(2, 1, 1, "a"), fall(3, 1, 0, "b"),
                fall(3, 1, 1, "a"));
        Reproduction reproduction = Reproduction.of(BORROWERS, falls);
        assertThat(reproduction.number()).isCloseTo(0.5, within(1e-12));
        assertThat(reproduction.fallsAFall()).isEqualTo(0.5);
        assertThat(reproduction.deepest()).isEqualTo(1);
    }

    @Test
    void fallsOfOtherMonthsAndPathsAreNoCauses() {
        List<CascadeRow> falls = List.of(fall(0, 1, 0, "a"), fall(0, 2, 0, "b"), fall(1, 1, 0, "c"));
        assertThat(Reproduction.of(BORROWERS, falls)).isEqualTo(new Reproduction(0, 0, 3, 0));
    }

    @Test
    void aChainIsLongButReproducesNothing() {
        List<CascadeRow> falls = List.of(fall(0, 1, 2, "c"), fall(0, 1, 0, "a"), fall(0, 1, 1, "b"));
        Reproduction reproduction = Reproduction.of(BORROWERS, falls);
        assertThat(reproduction.number()).isZero();
        assertThat(reproduction.deepest()).isEqualTo(2);
        assertThat(reproduction.fallsAFall()).isCloseTo(2.0 / 3, within(1e-15));
    }
}
