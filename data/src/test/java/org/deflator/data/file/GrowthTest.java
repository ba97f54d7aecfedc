package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.junit.jupiter.api.Test;

/** What is marked as growth is in or out, whole. */
class GrowthTest {
    private static final String GROWN = GoodFile.text()
            .replace("  - id: spv\n", "  - id: spv\n    growth: true\n")
            .replace("      - id: notes\n", "      - id: notes\n        growth: true\n");

    private static LoadedPortfolio read(String text, Perimeter perimeter) {
        try {
            return switch (PortfolioFile.read("book.yaml",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), PartSource.none(),
                    perimeter)) {
                case Outcome.Done<LoadedPortfolio>(LoadedPortfolio loaded) -> loaded;
                case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) ->
                        throw new AssertionError(problems.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> debts(LoadedPortfolio loaded) {
        return loaded.portfolio().borrowers().stream().flatMap(b -> b.debt().stream()).map(Instrument::id)
                .toList();
    }

    @Test
    void theFrozenPerimeterLeavesGrowthOutAndSaysHowMuch() {
        LoadedPortfolio frozen = read(GROWN, Perimeter.FROZEN);

        assertThat(frozen.portfolio().borrowers()).extracting(Borrower::id).containsExactly("top");
        assertThat(debts(frozen)).doesNotContain("notes", "ddtl").contains("rcf", "convert");
        // Bonds of 20; a vehicle whose loan may be drawn to 20, with 500 cards of 50,000 dollars.
        assertThat(frozen.portfolio().leftOut()).containsExactly(new LeftOut("top", "notes", "debt", 20, 0),
                new LeftOut("spv", "spv", "borrower", 20, 25));
    }

    @Test
    void theGrowthPerimeterIsTheFileWithoutItsMarks() {
        LoadedPortfolio growth = read(GROWN, Perimeter.GROWTH);

        assertThat(growth.portfolio()).isEqualTo(GoodFile.load(GoodFile.text()).portfolio());
        assertThat(growth.portfolio().leftOut()).isEmpty();
    }

    @Test
    void figuresOfGrowthAreNotCountedWhenItIsLeftOut() {
        LoadedPortfolio frozen = read(GROWN, Perimeter.FROZEN);

        assertThat(frozen.provenance().figures().keySet())
                .noneMatch(path -> path.startsWith("borrowers.spv.") || path.contains(".debt.notes."))
                .contains("borrowers.top.debt.rcf.outstanding_usd_m");
        assertThat(frozen.provenance().figures())
                .hasSizeLessThan(read(GROWN, Perimeter.GROWTH).provenance().figures().size());
    }

    @Test
    void whatStaysMayNotDependOnGrowth() {
        String text = GoodFile.text().replace("  - id: top\n", "  - id: top\n    growth: true\n");

        assertThat(GoodFile.problems(GoodFile.read(text))).contains(
                "book.yaml:96:13: found once growth is left out, 'top', expected a known borrower; "
                        + "there are spv");
    }

    @Test
    void availabilityStartsBeforeItEnds() {
        GoodFile.assertProblems("availability_end: 2027-06-30",
                "availability_start: 2027-07-31, availability_end: 2027-06-30",
                "book.yaml:110:58: found the start of availability 2027-07-31, expected a date not after its "
                        + "end 2027-06-30; correct one of them");
    }
}
