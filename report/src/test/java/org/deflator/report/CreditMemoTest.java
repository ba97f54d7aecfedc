package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.CreditStudy;
import org.deflator.model.portfolio.Borrower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditMemoTest {
    private static final String HOSTILE = "</style><b>\" } Northgate";

    private final ReportInput input = SampleRun.input();

    @Test
    void everyMemoIsWellFormedLoadsNothingAndPrintsNoNumberThatIsNone() {
        for (CreditReview review : quick(input)) {
            String memo = CreditMemo.render(input, review, "../report.html");
            HtmlReportTest.assertBalanced(memo);
            assertThat(memo).contains(review.name()).contains("This is the output of a model.")
                    .doesNotContain("NaN", "Infinity", "Optional", "<script", " src=", "<link", "url(");
        }
    }

    @Test
    void aNameCannotBecomeMarkupOrStyle() {
        ReportInput hostile = SampleRun.input(HOSTILE);
        CreditReview review = quick(hostile).getFirst();
        String memo = CreditMemo.render(hostile, review, "../report.html");
        assertThat(review.name()).isEqualTo(HOSTILE);
        assertThat(memo).doesNotContain(HOSTILE).contains("&lt;/style&gt;&lt;b&gt;&quot; } Northgate")
                .contains("\\00003c\\00002fstyle\\00003e");
        HtmlReportTest.assertBalanced(memo);
    }

    @Test
    void aMemoOfAVehicleTellsItsGuaranteeItsLadderItsBreakevensAndItsLoss() {
        CreditReview review = CreditStudy.of(input.portfolio(), input.market()).review("north-v");
        String memo = CreditMemo.render(input, review, "../report.html");
        assertThat(memo).contains("full guarantee of north").contains("A guarantor owes in full")
                .contains("The last contract ends in Jun 2030").contains("SOFR + 450 bp")
                .contains("Breakevens: how far each driver may move").contains("rent level, per GPU-hour")
                .contains("Borrowing base of ddtl-5").contains("href=\"../report.html#sources\"");
        var simulated = input.summary().instruments().stream().filter(i -> i.id().equals("ddtl-5"))
                .findFirst().orElseThrow();
        assertThat(memo)
                .contains("<td class=\"\">" + Figures.number(simulated.expectedLossUsdM(), 2) + "</td>");
    }

    @Test
    void theReportChartsAndLinksTheReviewsThatItIsGiven(@TempDir Path folder) throws IOException {
        List<CreditReview> reviews = quick(input);
        ReportInput with = new ReportInput(input.summary(), input.portfolio(), input.market(),
                input.portfolioSources(), input.marketSources(), input.tests(), input.ledger(), reviews,
                input.generatedBy());
        String page = HtmlReport.render(with);
        HtmlReportTest.assertBalanced(page);
        for (CreditReview review : reviews) {
            Path memo = CreditMemo.write(with, review, folder.resolve("report.html"));
            assertThat(page)
                    .contains("href=\"" + folder.relativize(memo).toString().replace('\\', '/') + "\"");
            assertThat(Files.readString(memo)).contains("href=\"../report.html#sources\"");
        }
        assertThat(page).contains("Debt against contracts");
        assertThat(HtmlReport.render(input)).doesNotContain("memos/");
    }

    private static List<CreditReview> quick(ReportInput input) {
        return CreditStudy.withoutBreakevens(input.portfolio(), input.market(),
                input.portfolio().borrowers().stream().map(Borrower::id).toList());
    }
}
