package org.deflator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;

/** Every input figure with its source, or with the reason why it is assumed. */
final class SourcesSection {
    private final ReportInput input;
    private final Html html;

    SourcesSection(ReportInput input, Html html) {
        this.input = input;
        this.html = html;
    }

    void write() {
        long sourced = input.portfolioSources().sourcedCount() + input.marketSources().sourcedCount();
        long assumed = input.portfolioSources().assumedCount() + input.marketSources().assumedCount();
        html.open("section", "id", "sources").element("h2", "Assumptions and sources");
        html.element("p", sourced + assumed == 0
                ? "No figure of the input carries evidence."
                : Figures.count(sourced + assumed, "figure") + ": " + Figures.number((double) sourced, 0)
                        + " read in a published document and linked to it, "
                        + Figures.number((double) assumed, 0)
                        + " assumed, each with its reason.",
                "class", "lead");
        html.open("p", "class", "filter").open("label").text("Find ");
        html.leaf("input", "type", "search", "id", "filter", "placeholder", "name, value, source or reason");
        html.close().element("output", "", "id", "found", "for", "filter").close();
        groups("Book", input.portfolioSources());
        groups("Market", input.marketSources());
        html.close();
    }

    private void groups(String title, Provenance provenance) {
        if (provenance.figures().isEmpty()) {
            return;
        }
        html.element("h3", title + ": " + Figures.number((double) provenance.sourcedCount(), 0) + " sourced, "
                + Figures.number((double) provenance.assumedCount(), 0) + " assumed");
        Map<String, List<Map.Entry<String, Provenance.Entry>>> groups = new TreeMap<>();
        for (Map.Entry<String, Provenance.Entry> figure : provenance.figures().entrySet()) {
            groups.computeIfAbsent(group(figure.getKey()), key -> new ArrayList<>()).add(figure);
        }
        groups.forEach(this::group);
    }

    /** The first two parts of a path, the first alone if there are only two. */
    private static String group(String path) {
        String[] parts = path.split("\\.", 3);
        return parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
    }

    private void group(String name, List<Map.Entry<String, Provenance.Entry>> figures) {
        long assumed =
                figures.stream().filter(f -> f.getValue().evidence() instanceof Evidence.Assumed).count();
        html.open("details", "class", "sources").open("summary").element("strong", name);
        html.element("span", (figures.size() - assumed) + " sourced, " + assumed + " assumed").close();
        html.open("table", "class", "plain").open("tbody");
        for (Map.Entry<String, Provenance.Entry> figure : figures) {
            String path = figure.getKey();
            html.open("tr").element("td",
                    path.startsWith(name + ".") ? path.substring(name.length() + 1) : path, "class",
                    "left path", "title", path);
            html.element("td", figure.getValue().value(), "class", "value");
            html.open("td", "class", "left source");
            switch (figure.getValue().evidence()) {
                case Evidence.Sourced sourced -> html.source(sourced.url());
                case Evidence.Assumed assumption ->
                        html.element("em", "assumed").text(" " + assumption.reason());
            }
            html.close().close();
        }
        html.close().close().close();
    }
}
