package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z0-9]+)((?:\\s+[a-zA-Z0-9-]+=\"[^\"<>]*\")*)\\s*(/?)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    private final ReportInput input = SampleRun.input();
    private final String page = HtmlReport.render(input);

    @Test
    void everyBorrowerInstrumentAndGenerationIsInTheReport() {
        for (var borrower : input.summary().borrowers()) {
            assertThat(page).contains("id=\"borrower-" + borrower.id() + "\"").contains(borrower.name());
        }
        for (var instrument : input.summary().instruments()) {
            assertThat(page).contains("id=\"instrument-" + instrument.id() + "\"")
                    .contains(instrument.name());
        }
        for (var generation : input.summary().generations()) {
            assertThat(page).contains("Rent of " + generation.gpu())
                    .contains("Price of a used " + generation.gpu());
        }
        for (var row : input.summary().unmodelled()) {
            assertThat(page).contains(row.reason());
        }
    }

    @Test
    void everyFigureOfTheInputIsListedWithItsEvidence() {
        assertThat(page)
                .contains("28\u00a0figures: 19 read in a published document and linked to it, 9 assumed");
        for (String path : input.portfolioSources().figures().keySet()) {
            assertThat(page).contains("title=\"" + path + "\"");
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(HtmlReport.render(SampleRun.input())).isEqualTo(page);
    }

    @Test
    void namesCannotBecomeMarkup() {
        String hostile = HtmlReport.render(SampleRun.input("<script>alert('x')</script>\" onload=\"x"));
        assertThat(hostile).doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;");
        assertBalanced(hostile);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(page).doesNotContain(" src=", "<link", "@import", "url(", "<iframe", "<object", "fetch(");
        Matcher address = Pattern.compile("<(\\w+)[^>]*href=\"(https?:)").matcher(page);
        int links = 0;
        while (address.find()) {
            assertThat(address.group(1)).isEqualTo("a");
            links++;
        }
        assertThat(links).isEqualTo(20);
    }

    @Test
    void elementsAreClosedInOrder() {
        assertBalanced(page);
    }

    @Test
    void idsAreUniqueAndEveryInnerLinkHasItsTarget() {
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(page);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
        }
        Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (link.find()) {
            assertThat(ids).contains(link.group(1));
        }
    }

    @Test
    void noFigureIsNotANumber() {
        assertThat(page).doesNotContain("NaN").doesNotContain("Infinity.").doesNotContain("Optional");
    }

    @Test
    void anEmptyBookMakesAReport() {
        RunSummary summary = new RunSummary("empty", SampleMarket.AS_OF, new RunPlan(256, 12, 1, 0),
                new PortfolioTotals(0, 0, 0, 0, 0, 0, 0, new double[101]), List.of(), List.of(), List.of(),
                List.of(), List.of());
        Portfolio portfolio = new Portfolio("empty", SampleMarket.AS_OF, List.of(), List.of(), List.of());
        String empty = HtmlReport
                .render(new ReportInput(summary, portfolio, SampleMarket.market(), Provenance.none(),
                        Provenance.none(), List.of(), List.of(), List.of(), "Deflator"));
        assertBalanced(empty);
        assertThat(empty).contains("Every instrument of the book was simulated.")
                .contains("No path has a loss.")
                .doesNotContain("NaN");
    }

    @Test
    void aBorrowerWithoutDebtIsLeftOutOfBorrowersAndInstruments() {
        RunSummary all = input.summary();
        RunSummary less = new RunSummary(all.portfolioId(), all.asOf(), all.plan(), all.portfolio(),
                all.borrowers(),
                all.instruments().stream().filter(i -> !i.borrower().equals("spotlight")).toList(),
                all.generations(), all.unmodelled(), all.leftOut());
        String without = HtmlReport.render(new ReportInput(less, input.portfolio(), input.market(),
                input.portfolioSources(), input.marketSources(), input.tests(), input.ledger(), List.of(),
                "Deflator"));

        assertThat(page).contains("borrower-spotlight", "7\u00a0borrowers", "Vendor finance");
        assertThat(without).doesNotContain("borrower-spotlight").contains("6\u00a0borrowers",
                "Vendor finance");
        assertBalanced(without);
    }

    @Test
    void writingPutsThePageIntoTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        HtmlReport.write(input, file);
        assertThat(Files.readString(file)).isEqualTo(page);
    }

    /** Walks the markup outside style and script; a browser would repair silently what this refuses. */
    static void assertBalanced(String page) {
        String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "").replace("<!DOCTYPE html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(markup);
        int end = 0;
        while (tag.find()) {
            assertThat(markup.substring(end, tag.start())).doesNotContain("<", ">");
            end = tag.end();
            if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tag.group(2));
            } else if (tag.group(4).isEmpty()) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(markup.substring(end).strip()).isEmpty();
    }
}
