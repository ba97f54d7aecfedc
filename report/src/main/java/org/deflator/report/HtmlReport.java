package org.deflator.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report of a run as one HTML file that needs nothing else: no network, no script to be readable, and
 * the same bytes for the same input.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** Writes the report, replacing what is there. */
    public static void write(ReportInput input, Path file) throws IOException {
        Files.writeString(file, render(input), StandardCharsets.UTF_8);
    }

    /** The report. */
    public static String render(ReportInput input) {
        Book book = Book.of(input);
        Html html = new Html();
        html.open("html", "lang", "en").open("head").leaf("meta", "charset", "utf-8");
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("meta", "name", "color-scheme", "content", "light dark");
        html.element("title",
                input.summary().portfolioId() + ", " + input.summary().asOf() + ": credit risk");
        html.open("style").own(resource("report.css")).close().close();
        html.open("body");
        contents(html);
        html.open("main");
        new TitleSection(book, html).write();
        new InstrumentTable(book, html).write();
        new BorrowerSection(book, html).writeAll();
        new MarketSection(book, html).write();
        new LossSection(book, html).write();
        new SourcesSection(input, html).write();
        new MethodSection(book, html).write();
        html.close();
        html.open("script").own(resource("report.js")).close().close().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private static void contents(Html html) {
        html.open("nav", "aria-label", "Contents");
        String[] sections =
                {"top", "Summary", "instruments", "Instruments", "borrowers", "Borrowers", "market", "Market",
                        "losses", "Losses", "sources", "Sources", "method", "Method"};
        for (int i = 0; i < sections.length; i += 2) {
            html.element("a", sections[i + 1], "href", "#" + sections[i]);
        }
        html.open("button", "type", "button", "id", "fold").text("Fold borrowers").close().close();
    }

    static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
