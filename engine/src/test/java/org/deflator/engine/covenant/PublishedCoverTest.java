package org.deflator.engine.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deflator.engine.oracle.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Cover ratios of a fifteen-year project that were published with the project's own workbook. */
class PublishedCoverTest {
    private static final String FILE = "covenant/project_finance_ratios.json";
    /** The file's own tolerance, relative. */
    private static final double TOLERANCE = 1e-4;
    private static final double COUPON = 0.07375;

    /** Measures of the file that are not ratios of this package. */
    private static final Map<String, String> OUT_OF_SCOPE = Map.of(
            "weighted average coupon", "an average of inputs; no step of the product needs it",
            "covenant", "sweep and lock-up are steps of the month; their tests hold them",
            "equity at close", "closing sources and uses are not modelled");

    static Stream<JsonNode> dscr() {
        return measure("dscr");
    }

    static Stream<JsonNode> lifeCover() {
        return Stream.concat(measure("llcr"), measure("plcr"));
    }

    @ParameterizedTest
    @MethodSource("dscr")
    void dscrIsTheWorkbooks(JsonNode published) {
        double dscr = CoverRatios.dscr(published.get("cfads_usd").asDouble(),
                published.get("debt_service_usd").asDouble());
        double expected = published.get("value").asDouble();
        assertThat(dscr).isCloseTo(expected, within(TOLERANCE * expected));
    }

    /** The file gives no cash flows; their value follows from the senior row and must give the others. */
    @ParameterizedTest
    @MethodSource("lifeCover")
    void lifeCoverFallsWithSeniorityAsPublished(JsonNode published) {
        JsonNode senior = measure("llcr").findFirst().orElseThrow();
        double value = senior.get("value").asDouble() * senior.get("debt_usd").asDouble();
        double[] afterOneYear = {value * (1 + COUPON)};
        double debt = published.get("debt_usd").asDouble();
        double expected = published.get("value").asDouble();
        assertThat(CoverRatios.llcr(afterOneYear, COUPON, 0, debt)).isCloseTo(expected,
                within(TOLERANCE * expected));
        assertThat(CoverRatios.plcr(afterOneYear, COUPON, debt)).isCloseTo(expected,
                within(TOLERANCE * expected));
    }

    @Test
    void everyOtherMeasureHasAReason() {
        assertThat(Published.cases(FILE)).hasSize(10);
        assertThat(Published.cases(FILE).stream().map(PublishedCoverTest::name).distinct()
                .filter(m -> !m.equals("dscr") && !m.equals("llcr") && !m.equals("plcr")))
                .containsExactlyInAnyOrderElementsOf(OUT_OF_SCOPE.keySet());
    }

    private static Stream<JsonNode> measure(String measure) {
        return Published.cases(FILE).stream().filter(c -> name(c).equals(measure));
    }

    private static String name(JsonNode published) {
        return Objects.requireNonNull(published.get("measure")).asString();
    }
}
