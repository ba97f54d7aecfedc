package org.deflator.report;

import java.util.List;
import java.util.TreeMap;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.TestRow;

/** Covenant tests of the sampled paths of one borrower, counted by what followed. */
final class TestTable {
    private final Book book;
    private final Html html;

    TestTable(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    /** Writes nothing when no path was sampled or no covenant tested. */
    void write(String borrower) {
        List<String> instruments = book.instrumentsOf(borrower).stream().map(InstrumentSummary::id).toList();
        List<TestRow> tests =
                book.input().tests().stream().filter(t -> instruments.contains(t.instrument())).toList();
        if (tests.isEmpty()) {
            return;
        }
        TreeMap<String, TreeMap<String, Integer>> counts = new TreeMap<>();
        for (TestRow test : tests) {
            counts.computeIfAbsent(test.instrument() + ": " + test.covenant(), key -> new TreeMap<>()).merge(
                    test.effect(),
                    1, Integer::sum);
        }
        long paths = tests.stream().mapToInt(TestRow::path).distinct().count();
        html.element("h4", "Covenant tests on " + Figures.count(paths, "sampled path"));
        html.open("table", "class", "plain tests").open("tbody");
        counts.forEach((covenant, effects) -> {
            html.open("tr").element("td", covenant, "class", "left");
            html.element("td", String.join("; ", effects.entrySet().stream()
                    .map(e -> e.getKey() + ": " + Figures.number(e.getValue(), 0)).toList()), "class", "left")
                    .close();
        });
        html.close().close();
    }
}
