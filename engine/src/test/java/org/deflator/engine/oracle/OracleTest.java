package org.deflator.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The engine's answer to every worked value, each at the value's own tolerance. */
class OracleTest {
    /** One map a part of the model, id to answer; a new part is registered here and leaves {@link #LATER}. */
    private static final List<Map<String, ToDoubleFunction<Map<String, Object>>>> PARTS =
            List.of(RentOracles.BY_ID,
                    ResaleOracles.BY_ID, CryptoOracles.BY_ID, CorrelationOracles.BY_ID,
                    BorrowerOracles.BY_ID, LiquidationOracles.BY_ID, ContagionOracles.BY_ID,
                    NumericsOracles.BY_ID, PortfolioOracles.BY_ID);

    private static final String MECHANISM = "4: the whole mechanism";
    private static final String PRICING =
            "5: pricing, portfolio risk, early warning, reverse stress, calibration";
    private static final String VARIANCE = "6: quasi-random numbers and variance reduction";

    /** Rows that nothing answers yet: the issue that will, and what it is about. */
    static final Map<String, String> LATER = later();

    private static Map<String, String> later() {
        Map<String, String> later = new TreeMap<>();
        list(later, MECHANISM + ": GPU ABS", "BORR-38 BORR-39");
        list(later, MECHANISM + ": margin calls between month ends", "NUM-03 NUM-04");
        list(later, PRICING + ": convertibles", "BORR-34 BORR-35");
        list(later, PRICING,
                "PRICE-01 PRICE-02 PRICE-03 PRICE-04 PRICE-05 PRICE-06 PRICE-08 PRICE-09 PRICE-12",
                "PRICE-13 PRICE-14 PRICE-15 PRICE-16 PRICE-17 PRICE-20 PORT-15",
                "PORT-16 PORT-17 PORT-18 EW-01 EW-03 EW-05 EW-07 EW-08 EW-09 EW-10 EW-11",
                "EW-12 EW-13 RST-01 RST-02 RST-04 RST-06 RST-07");
        list(later, VARIANCE, "NUM-01 NUM-05 NUM-06 NUM-07 NUM-08 NUM-09");
        return later;
    }

    private static void list(Map<String, String> later, String reason, String... ids) {
        for (String id : String.join(" ", ids).split(" ", -1)) {
            later.put(id, reason);
        }
    }

    @TestFactory
    Stream<DynamicTest> answersMeetTheWorkedValues() {
        Map<String, ToDoubleFunction<Map<String, Object>>> answers = answers();
        return Oracle.all().stream().filter(row -> answers.containsKey(row.id()))
                .map(row -> DynamicTest.dynamicTest(row.id() + " " + row.name(), () -> {
                    double answer = Objects.requireNonNull(answers.get(row.id())).applyAsDouble(row.inputs());
                    assertThat(answer).isCloseTo(row.expected(), within(row.slack()));
                }));
    }

    @Test
    void everyRowIsEitherAnsweredOrPromised() {
        List<String> ids = Oracle.all().stream().map(Oracle::id).toList();
        List<String> covered = new ArrayList<>(answers().keySet());
        covered.addAll(LATER.keySet());
        assertThat(ids).hasSize(159).doesNotHaveDuplicates();
        assertThat(covered).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** The answers of all parts, by id. */
    static Map<String, ToDoubleFunction<Map<String, Object>>> answers() {
        Map<String, ToDoubleFunction<Map<String, Object>>> answers = new TreeMap<>();
        for (Map<String, ToDoubleFunction<Map<String, Object>>> part : PARTS) {
            part.forEach((id, answer) -> assertThat(answers.put(id, answer)).as(id + " is answered twice")
                    .isNull());
        }
        return answers;
    }
}
