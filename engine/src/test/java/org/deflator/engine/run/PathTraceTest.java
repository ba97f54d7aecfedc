package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.deflator.engine.path.MarketExample;
import org.junit.jupiter.api.Test;

/** One path of a run, followed to the cent. */
class PathTraceTest {
    private static final double CENT = 0.01;
    private static final int PATHS = 300;

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theLedgerOfAnyPathExplainsEveryChangeOfCash(@ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 0, max = PATHS - 1) int path) {
        int months = 48;
        PathTrace trace = engine(seed, months, 0).trace(path);

        trace.cashUsd().forEach((borrower, cash) -> {
            double[] moved = new double[months];
            trace.ledger().stream().filter(row -> row.borrower().equals(borrower))
                    .forEach(row -> moved[row.month()] += row.usd());
            for (int month = 0; month < months; month++) {
                assertThat(cash[month] + moved[month]).as("%s, month %d", borrower, month)
                        .isCloseTo(cash[month + 1], within(CENT));
            }
        });
        assertThat(trace.ledger()).isNotEmpty().allMatch(row -> row.path() == path);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void aSampledPathTracedIsTheSampleTaken(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
        BlockResult sampled = engine(seed, 36, 3).run(0);
        Engine engine = engine(seed, 36, 0);

        IntStream.range(0, 3).forEach(path -> {
            PathTrace trace = engine.trace(path);
            assertThat(trace.ledger())
                    .isEqualTo(sampled.ledger().stream().filter(row -> row.path() == path).toList());
            assertThat(trace.tests())
                    .isEqualTo(sampled.tests().stream().filter(row -> row.path() == path).toList());
            assertThat(trace.falls())
                    .isEqualTo(sampled.cascades().stream().filter(row -> row.path() == path).toList());
        });
    }

    @Test
    void tracingLeavesTheRunAlone() {
        Engine engine = engine(7, 24, 2);
        engine.trace(PATHS - 1);

        assertThat(engine.run(0).ledger()).isEqualTo(engine(7, 24, 2).run(0).ledger());
    }

    @Test
    void thereIsNoPathBeyondTheLast() {
        assertThatThrownBy(() -> engine(1, 12, 0).trace(PATHS)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path is 300; expected 0 to 299");
    }

    private static Engine engine(int seed, int months, int sampled) {
        return Engine.of(Portfolios.random(seed), new MarketExample().market(),
                new RunPlan(PATHS, months, seed, sampled));
    }
}
