package org.deflator.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.deflator.model.base.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Published day counts (ISDA's worked examples, as QuantLib tests them). */
class PublishedDayCountTest {
    private static final String BOND_BASIS = "30/360 Bond Basis";

    /** Conventions of the files that no debt in the books uses, with the reason they are not offered. */
    private static final Map<String, String> NOT_OFFERED = Map.of(
            "30E/360", "eurobond basis: the debts are North American",
            "30E/360 ISDA", "needs the termination date; no debt in the books is on it",
            "30/360 US", "differs from bond basis only from a February end; filings say 30/360",
            "30/365", "Brazilian and Indian markets",
            "ACT/ACT ISDA", "government bonds and swaps; loans are ACT/360, notes 30/360",
            "ACT/ACT ISMA", "government bonds; needs reference periods",
            "ACT/ACT AFB", "French market");

    static Stream<JsonNode> bondBasis() {
        return all().filter(c -> c.get("convention").asString().equals(BOND_BASIS));
    }

    @ParameterizedTest
    @MethodSource("bondBasis")
    void bondBasisCountsThePublishedDays(JsonNode published) {
        LocalDate from = LocalDate.parse(published.get("start").asString());
        LocalDate to = LocalDate.parse(published.get("end").asString());
        assertThat(DayCount.THIRTY_360.yearFraction(from, to) * 360)
                .isCloseTo(published.get("expectedDays").asDouble(), within(1e-9));
    }

    @Test
    void everyOtherConventionHasAReason() {
        assertThat(bondBasis()).hasSize(27);
        assertThat(all()).hasSize(145);
        assertThat(
                all().map(c -> c.get("convention").asString()).filter(c -> !c.equals(BOND_BASIS)).distinct())
                .containsExactlyInAnyOrderElementsOf(NOT_OFFERED.keySet());
    }

    private static Stream<JsonNode> all() {
        return Stream.concat(Published.cases("discounting/daycount_30_360.json").stream(),
                Published.cases("discounting/daycount_actual_actual.json").stream());
    }
}
