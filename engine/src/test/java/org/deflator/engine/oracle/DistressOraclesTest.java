package org.deflator.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked values of liquidation and of the collateral-price channel. */
class DistressOraclesTest {
    /**
     * Clearing vectors, DebtRank, Shapley shares, lenders, bitcoin, the rental channel: not collateral
     * prices.
     */
    private static final Set<String> OTHER_CHANNELS =
            Set.of("CONT-01", "CONT-03", "CONT-06", "CONT-07", "CONT-17",
                    "CONT-18", "CONT-20", "CONT-21", "CONT-22");

    static Stream<Oracle> liquidation() {
        return Oracle.all().stream().filter(row -> row.id().startsWith("LIQ-"));
    }

    static Stream<Oracle> contagion() {
        return Oracle.all().stream()
                .filter(row -> row.id().startsWith("CONT-") && !OTHER_CHANNELS.contains(row.id()));
    }

    @ParameterizedTest
    @MethodSource("liquidation")
    void liquidationMeetsTheWorkedValue(Oracle row) {
        check(row, LiquidationOracles.BY_ID);
    }

    @ParameterizedTest
    @MethodSource("contagion")
    void collateralPriceContagionMeetsTheWorkedValue(Oracle row) {
        check(row, ContagionOracles.BY_ID);
    }

    @Test
    void everyAnswerBelongsToARowOfTheFile() {
        Set<String> rows = new TreeSet<>();
        Stream.concat(liquidation(), contagion()).forEach(row -> rows.add(row.id()));
        Set<String> answers = new TreeSet<>(LiquidationOracles.BY_ID.keySet());
        answers.addAll(ContagionOracles.BY_ID.keySet());
        assertThat(rows).isEqualTo(answers);
    }

    private static void check(Oracle row, Map<String, ToDoubleFunction<Map<String, Object>>> answers) {
        double answer = Objects.requireNonNull(answers.get(row.id()), row.id()).applyAsDouble(row.inputs());
        assertThat(answer).isCloseTo(row.expected(), within(row.slack()));
    }
}
