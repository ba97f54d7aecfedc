package org.deflator.data.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.engine.run.TieOut;
import org.deflator.engine.run.TieOut.Verdict;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Reported.Figure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first three months of the base case and the opening balances are what each group of the universe reported. A
 * group with {@code reported} figures is held to them by being there.
 */
class TieOutTest {
    private static final LoadedPortfolio UNIVERSE = Universe.portfolio(Perimeter.FROZEN);
    private static final List<TieOut.Line> LINES = TieOut.of(UNIVERSE.portfolio(),
            Universe.market(UNIVERSE.portfolio().asOf()).market(), UNIVERSE.provenance());

    @BeforeAll
    static void print() {
        System.out.println(TieOutTable.render(LINES, UNIVERSE.portfolio()));
    }

    static Stream<TieOut.Line> lines() {
        return LINES.stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theBookMeetsEveryFiledFigureOrSaysWhyNot(TieOut.Line line) {
        assertThat(line.verdict()).as(line.toString()).isNotEqualTo(Verdict.OUTSIDE);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noExplanationOutlivesItsDifference(TieOut.Line line) {
        assertThat(line.verdict() == Verdict.WITHIN && !line.reason().isEmpty()).as(line.toString())
                .isFalse();
    }

    /** Balances at both ends of the quarter, issue dates, rates and fees: bridged in docs/universe/coreweave.md. */
    @Test
    void interestOfCoreWeaveAccruesOnWhatWasOutstandingInTheQuarter() {
        TieOut.Line interest = LINES.stream()
                .filter(line -> line.group().equals("coreweave") && line.figure() == Figure.INTEREST)
                .findFirst()
                .orElseThrow();

        assertThat(interest.reported()).hasValue(592.0);
        assertThat(interest.verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void theDocsShowTheseFigures() throws IOException {
        Universe.assertDocsContain("universe.md", "tie-out", TieOutTable.render(LINES, UNIVERSE.portfolio()));
    }

    @Test
    void growthBringsItsDebtsAndTheirDraws() {
        List<String> frozen = UNIVERSE.portfolio().borrowers().stream().map(Borrower::id).toList();

        assertThat(Universe.portfolio(Perimeter.GROWTH).portfolio().borrowers()).extracting(Borrower::id)
                .containsAll(frozen).contains("ddtl-v-v", "nebius-secured", "iren-mackenzie");
        assertThat(frozen).doesNotContain("ddtl-v-v", "nebius-secured", "iren-mackenzie");
    }
}
