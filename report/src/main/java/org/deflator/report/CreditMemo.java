package org.deflator.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.LoanToValue;
import org.deflator.model.portfolio.Borrower;

/**
 * The memo of one borrower for a credit committee: one HTML file in print style that needs nothing else, the
 * same bytes
 * for the same input.
 */
public final class CreditMemo {
    /** Folder of the memos beside the report. */
    static final String FOLDER = "memos";

    private final ReportInput input;
    private final CreditReview review;
    private final Borrower borrower;
    private final List<InstrumentSummary> instruments;
    private final Html html = new Html();
    private int sections;

    private CreditMemo(ReportInput input, CreditReview review) {
        this.input = input;
        this.review = review;
        this.borrower = input.portfolio().borrower(review.borrower()).orElseThrow();
        this.instruments = Book.of(input).instrumentsOf(review.borrower());
    }

    /** Writes the memo into {@code memos} beside the report file; says where. */
    public static Path write(ReportInput input, CreditReview review, Path report) throws IOException {
        Path file = report.resolveSibling(FOLDER).resolve(review.borrower() + ".html");
        Files.createDirectories(report.resolveSibling(FOLDER));
        String link = "../" + report.getFileName();
        Files.writeString(file, render(input, review, link), StandardCharsets.UTF_8);
        return file;
    }

    /**
     * The memo.
     *
     * @param report address of the run's report as seen from the memo
     */
    public static String render(ReportInput input, CreditReview review, String report) {
        CreditMemo memo = new CreditMemo(input, review);
        memo.page(report);
        return "<!DOCTYPE html>\n" + memo.html + "\n";
    }

    private void page(String report) {
        html.open("html", "lang", "en").open("head").leaf("meta", "charset", "utf-8");
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "Credit memorandum: " + review.name() + ", " + review.asOf());
        html.open("style").own(HtmlReport.resource("memo.css")).own(runningTitle()).close().close();
        html.open("body").open("main");
        title();
        MemoStructure structure = new MemoStructure(html, review, borrower);
        MemoCover cover = new MemoCover(html, review, borrower);
        MemoCollateral collateral = new MemoCollateral(html, review);
        section("Facility terms and borrower", () -> {
            structure.facilities();
            new BorrowerFacts(Book.of(input), html).business(borrower);
        });
        section("Strengths and weaknesses", this::judgement);
        section("Sources and uses", structure::sourcesAndUses);
        section("Group, guarantees and recourse", structure::group);
        section("Debt service cover and covenants", cover::coverage);
        section("Debt against contract ladder", cover::ladder);
        section("Breakevens", cover::breakevens);
        section("Collateral and loan to value", collateral::loanToValue);
        section("Liquidity", collateral::liquidity);
        section("Rating case and maximum debt", cover::ratingCase);
        section("Borrowing base", collateral::certificates);
        section("Simulated default and loss",
                () -> new MemoOutcome(html, Book.of(input)).write(review.borrower()));
        section("Sources and assumptions", () -> new MemoSources(html, input).write(borrower, report));
        section("Conditions and signatures", this::signatures);
        html.close().close().close();
    }

    private void section(String title, Runnable content) {
        sections++;
        html.open("section").element("h2", sections + ". " + title);
        content.run();
        html.close();
    }

    private void title() {
        html.open("header").element("p", "Credit memorandum", "class", "kicker");
        html.element("h1", review.name());
        html.element("p", "As of " + review.asOf() + ". Book " + input.summary().portfolioId() + ". "
                + input.generatedBy() + ".", "class", "run");
        html.element("p",
                "This is the output of a model. Every figure and every sentence was computed from the"
                        + " inputs and assumptions named at the end; no person has reviewed it. It is no"
                        + " appraisal, no"
                        + " rating and no recommendation to lend.",
                "class", "notice");
        html.open("dl");
        double exposure = instruments.stream().mapToDouble(InstrumentSummary::exposureUsdM).sum();
        double loss = instruments.stream().mapToDouble(InstrumentSummary::expectedLossUsdM).sum();
        key("Debt drawn", MemoFigures.amount(review.ladder().outstandingUsd()));
        key("To be drawn", MemoFigures.amount(review.ladder().toBeDrawnUsd()));
        key("Least DSCR", Figures.ratio(review.coverage().minimumDscr()));
        key("LLCR", Figures.ratio(review.coverage().llcr()));
        key("Balloon", Figures.percent(review.ladder().balloonShare(), 0));
        key("LTV in a sale", Figures.percent(review.loanToValue().stream()
                .mapToDouble(LoanToValue::onExecutable).max().orElse(Double.NaN), 0));
        key("Expected loss", Figures.usd(loss) + " (" + Figures.percent(loss / exposure, 1) + ")");
        html.close().close();
    }

    private void key(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void judgement() {
        MemoJudgement judgement = MemoJudgement.of(review, instruments);
        html.open("div", "class", "pair");
        points("Strengths", judgement.strengths());
        points("Weaknesses", judgement.weaknesses());
        html.close();
        html.element("p",
                "Each sentence states a computed figure against cover of one, value of one, an agreed"
                        + " threshold or the target cover of the market model. What the model does not"
                        + " compute, such as"
                        + " management, documents or site, is not judged.",
                "class", "note");
    }

    private void points(String title, List<String> sentences) {
        html.open("div").element("h3", title);
        if (sentences.isEmpty()) {
            html.element("p", "None of the computed figures shows one.");
        } else {
            html.open("ul");
            sentences.forEach(sentence -> html.element("li", sentence));
            html.close();
        }
        html.close();
    }

    private void signatures() {
        html.element("p", "Conditions, to be filled in by hand:").element("p", "", "class", "blank")
                .element("p", "", "class", "blank");
        html.open("table", "class", "signatures").open("tbody");
        for (String role : List.of("Prepared by", "Reviewed by", "Approved by")) {
            html.open("tr").element("th", role, "scope", "row", "class", "left");
            html.element("td", "Name").element("td", "Date").element("td", "Signature").close();
        }
        html.close().close();
    }

    /**
     * The name at the head of every page. In a style sheet every character but letters and digits is spelled
     * out.
     */
    private String runningTitle() {
        StringBuilder name = new StringBuilder();
        review.name().codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                name.appendCodePoint(c);
            } else {
                name.append(String.format("\\%06x", c));
            }
        });
        return "@page { @top-left { content: \"" + name + "\"; } @top-right { content: \"Credit memorandum, "
                + review.asOf() + "\"; } }";
    }
}
