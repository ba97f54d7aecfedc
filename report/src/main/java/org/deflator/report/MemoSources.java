package org.deflator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Borrower;

/**
 * Where the figures of a borrower come from: documents with what was read in each, reasons with what they
 * support.
 */
final class MemoSources {
    private final Html html;
    private final ReportInput input;

    MemoSources(Html html, ReportInput input) {
        this.html = html;
        this.input = input;
    }

    void write(Borrower borrower, String report) {
        Map<String, List<String>> sourced = new TreeMap<>();
        Map<String, List<String>> assumed = new TreeMap<>();
        for (Map.Entry<String, Provenance.Entry> figure : input.portfolioSources().figures().entrySet()) {
            String path = figure.getKey();
            if (concerns(path, borrower)) {
                String own = "borrowers." + borrower.id() + ".";
                String said = (path.startsWith(own) ? path.substring(own.length()) : path) + " = "
                        + figure.getValue().value();
                switch (figure.getValue().evidence()) {
                    case Evidence.Sourced source ->
                            sourced.computeIfAbsent(source.url(), key -> new ArrayList<>()).add(said);
                    case Evidence.Assumed assumption ->
                            assumed.computeIfAbsent(assumption.reason(), key -> new ArrayList<>()).add(said);
                }
            }
        }
        html.open("p").text("Of the figures of this borrower and its customers "
                + count(sourced) + " were read in a published document and " + count(assumed)
                + " are assumed. Behind them stand "
                + Figures.number((double) input.marketSources().sourcedCount(), 0)
                + " sourced and " + Figures.number((double) input.marketSources().assumedCount(), 0)
                + " assumed figures of the market and its model, and those of the rest of the group: ")
                .element("a", "all are listed in the report of the run", "href", report + "#sources")
                .text(".")
                .close();
        table("Sources", sourced);
        table("Assumptions", assumed);
    }

    private static boolean concerns(String path, Borrower borrower) {
        return path.startsWith("borrowers." + borrower.id() + ".")
                || borrower.contracts().stream()
                        .anyMatch(c -> path.startsWith("offtakers." + c.offtaker() + "."))
                || borrower.dataCentres().stream().flatMap(d -> d.lease().stream())
                        .anyMatch(l -> path.startsWith("offtakers." + l.tenant() + ".")
                                || l.backstop().filter(
                                        b -> path.startsWith("offtakers." + b.guarantor() + "."))
                                        .isPresent());
    }

    private static String count(Map<String, List<String>> figures) {
        return String.valueOf(figures.values().stream().mapToInt(List::size).sum());
    }

    private void table(String title, Map<String, List<String>> figures) {
        if (figures.isEmpty()) {
            return;
        }
        html.open("table", "class", "evidence").element("caption", title).open("tbody");
        figures.forEach((evidence, said) -> {
            html.open("tr").open("td", "class", "left").source(evidence).close();
            html.element("td", String.join("; ", said), "class", "left").close();
        });
        html.close().close();
    }
}
