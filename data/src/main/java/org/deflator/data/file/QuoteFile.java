package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads dated quotes of the market from a CSV file: a line a value, columns {@code series}, {@code gpu},
 * {@code date}, {@code value}, {@code source}, {@code reason} in any order; told in {@code docs/market-data.md}.
 */
public final class QuoteFile {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).enable(CsvReadFeature.TRIM_SPACES)
                    .enable(CsvReadFeature.SKIP_EMPTY_LINES).build();
    private static final List<String> NEEDED = List.of("series", "date", "value");
    private static final List<String> COLUMNS = List.of("series", "gpu", "date", "value", "source", "reason");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private QuoteFile(String name) {
        this.name = name;
    }

    /** The quotes of a stream, or everything that is wrong with it; {@code name} stands for the file. */
    public static Outcome<List<Quote>> read(String name, InputStream stream) throws IOException {
        QuoteFile file = new QuoteFile(name);
        try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class)
                .readValues(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            file.read(rows);
        } catch (JacksonException e) {
            file.problems.add(new Problem(name, 0, 0, "text that is no CSV", "comma-separated values",
                    "close every quotation mark"));
        }
        return file.problems.isEmpty() ? new Outcome.Done<>(List.copyOf(file.quotes))
                : new Outcome.Failed<>(file.problems);
    }

    private void read(MappingIterator<String[]> rows) {
        if (!rows.hasNextValue()) {
            problems.add(new Problem(name, 0, 0, "an empty file", "a line of column names and a line a quote",
                    "see docs/market-data.md"));
            return;
        }
        List<String> head = List.of(rows.nextValue());
        for (String column : head) {
            if (!COLUMNS.contains(column)) {
                problems.add(new Problem(name, 1, 1, "unknown column '" + column + "'",
                        String.join(", ", COLUMNS), Spelling.remedy(column, COLUMNS, "remove it")));
            }
        }
        for (String column : NEEDED) {
            if (!head.contains(column)) {
                problems.add(new Problem(name, 1, 1, "no column '" + column + "'", String.join(", ", COLUMNS),
                        "add it to the first line"));
            }
        }
        for (int line = 2; problems.stream().noneMatch(each -> each.line() == 1) && rows.hasNextValue();
                line++) {
            quote(line, head, List.of(rows.nextValue()));
        }
        if (quotes.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(name, 0, 0, "no quote", "a line a quote", "add one"));
        }
    }

    private void quote(int line, List<String> head, List<String> cells) {
        int before = problems.size();
        if (cells.size() > head.size()) {
            wrong(line, cells.size() + " cells", head.size() + ", one a column",
                    "put values with commas into quotation marks");
            return;
        }
        String series = cell(head, cells, "series");
        String gpu = cell(head, cells, "gpu");
        Optional<Shape.Figure> shape = SnapshotShape.series(series);
        if (shape.isEmpty()) {
            wrong(line, "the series '" + series + "'", "one of " + String.join(", ", SnapshotShape.series()),
                    Spelling.remedy(series, SnapshotShape.series(), "use one of these"));
        } else if (SnapshotShape.perGeneration(series) == gpu.isEmpty()) {
            wrong(line, gpu.isEmpty() ? "no gpu" : "the gpu '" + gpu + "'",
                    gpu.isEmpty() ? "the generation that is quoted" : "an empty cell: " + series
                            + " is of the whole market",
                    "mend the cell");
        }
        Optional<LocalDate> date = date(line, cell(head, cells, "date"));
        String value = cell(head, cells, "value");
        shape.ifPresent(figure -> number(line, value, figure));
        Optional<Evidence> evidence =
                evidence(line, cell(head, cells, "source"), cell(head, cells, "reason"));
        Integer first = seen.putIfAbsent(series + " " + gpu + " " + date, line);
        if (first != null) {
            wrong(line, "a second value of " + (series + " " + gpu).strip() + " on that day", "one a day",
                    "remove one; the first is on line " + first);
        }
        if (problems.size() == before) {
            quotes.add(new Quote(series, gpu, date.orElseThrow(), value, evidence.orElseThrow(), line));
        }
    }

    private static String cell(List<String> head, List<String> cells, String column) {
        int index = head.indexOf(column);
        return index >= 0 && index < cells.size() ? cells.get(index).strip() : "";
    }

    private Optional<LocalDate> date(int line, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            wrong(line, "the date '" + text + "'", "a date such as 2026-06-30", "write year-month-day");
            return Optional.empty();
        }
    }

    private void number(int line, String text, Shape.Figure shape) {
        if (!ScalarReader.fits(text, shape)) {
            wrong(line, "the value '" + text + "'", shape.words(),
                    "write a plain decimal number, without separators or unit");
        }
    }

    private Optional<Evidence> evidence(int line, String source, String reason) {
        if (source.isEmpty() == reason.isEmpty()) {
            wrong(line, source.isEmpty() ? "neither source nor reason" : "both source and reason",
                    "a source, or the reason of an assumption", "fill one of the two columns");
            return Optional.empty();
        }
        return Optional.of(source.isEmpty() ? new Evidence.Assumed(reason) : new Evidence.Sourced(source));
    }

    private void wrong(int line, String found, String expected, String remedy) {
        problems.add(new Problem(name, line, 1, found, expected, remedy));
    }
}
