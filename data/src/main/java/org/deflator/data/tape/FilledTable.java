package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deflator.data.file.Place;
import org.deflator.data.file.Spelling;
import org.deflator.model.base.Problem;

/** A grid whose columns are known by name. */
final class FilledTable {
    /** What spreadsheets show where a formula failed. */
    private static final Set<String> FAILED =
            Set.of("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private final TapeTable table;
    private final Grid grid;
    private final Map<String, Integer> columns = new HashMap<>();
    /** By column, for those beside which evidence stands. */
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> toldMissing = new HashSet<>();

    private FilledTable(TapeTable table, Grid grid) {
        this.table = table;
        this.grid = grid;
    }

    /** Columns with the evidence of another; the empty name where there is no such column. */
    record Told(String source, String reason) {}

    /** Adds what is wrong with header and cells as such to {@code problems}. */
    static FilledTable of(TapeTable table, Grid grid, List<Problem> problems) {
        FilledTable filled = new FilledTable(table, grid);
        filled.bind(problems);
        filled.findEvidence();
        filled.requireColumns(problems);
        filled.checkCells(problems);
        return filled;
    }

    /** Where the evidence of a column stands, if anywhere. */
    Optional<Told> told(String column) {
        return Optional.ofNullable(told.get(column));
    }

    TapeTable table() {
        return table;
    }

    int size() {
        return grid.rows().size();
    }

    /** The cell of a row, or the empty text. */
    String cell(int row, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : grid.rows().get(row).cell(index);
    }

    /** Where a cell stands or would stand. */
    Place place(int row, String column) {
        int index = columns.getOrDefault(column, -1);
        return grid.place(grid.rows().get(row).line(), index, column);
    }

    /** Where a row begins: at its name if rows have names. */
    Place place(int row) {
        String first = columns.containsKey(table.id()) ? table.id() : grid.header().cell(0);
        return place(row, first);
    }

    /** Its first row, with the names of the columns. */
    Place header() {
        return grid.place(grid.header().line(), 0, grid.header().cell(0));
    }

    /** Whether the user knows already that a column is missing, or that all columns of a mapping are. */
    boolean toldMissing(String column) {
        return toldMissing.contains(column);
    }

    private void bind(List<Problem> problems) {
        List<String> known = table.columns();
        Set<String> also = new HashSet<>();
        for (Slot.Group group : table.row().groups()) {
            also.add(TapeTable.source(group.column()));
            also.add(TapeTable.reason(group.column()));
        }
        Grid.Row header = grid.header();
        for (int i = 0; i < header.cells().length; i++) {
            String name = header.cells()[i].strip();
            Place at = grid.place(header.line(), i, name.isEmpty() ? "no. " + (i + 1) : name);
            if (name.isEmpty()) {
                unnamed(i, problems);
            } else if (!known.contains(name) && !also.contains(name)) {
                problems.add(unknown(at, name, known));
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(at.problem("column '" + name + "' for the second time", "each column once",
                        "rename or remove one"));
            }
        }
    }

    /** A cell below no name is a note, or the trace of a merged cell or a shifted row: nobody can tell. */
    private void unnamed(int column, List<Problem> problems) {
        grid.rows().stream().filter(row -> !row.cell(column).isBlank()).findFirst()
                .ifPresent(row -> problems.add(grid.place(row.line(), column, "no. " + (column + 1)).problem(
                        "'" + shortened(row.cell(column)) + "' in a column without a name", "nothing there",
                        "name the column in row " + grid.header().line() + ", or empty it")));
    }

    private Problem unknown(Place at, String name, List<String> known) {
        List<String> plain = known.stream().filter(column -> !column.contains("#")).toList();
        Optional<String> meant = Spelling.nearest(name, plain);
        meant.ifPresent(toldMissing::add);
        if (name.indexOf(';') >= 0 || name.indexOf('\t') >= 0) {
            toldMissing.addAll(plain);
            return at.problem("columns not separated by commas", "commas between columns",
                    "save the table as comma-separated UTF-8 text, with decimal points");
        }
        return at.problem("unknown column '" + shortened(name) + "'",
                "a column of " + table.name() + ": " + String.join(", ", plain),
                meant.map(column -> "did you mean '" + column + "'?").orElse("remove it; row "
                        + grid.header().line() + " must hold the names of the columns"));
    }

    private void findEvidence() {
        List<String> described = new ArrayList<>(List.of(""));
        table.row().groups().forEach(group -> described.add(group.column()));
        table.row().values().forEach(value -> described.add(value.column()));
        for (String column : described) {
            String source = TapeTable.source(column);
            String reason = TapeTable.reason(column);
            if (columns.containsKey(source) || columns.containsKey(reason)) {
                told.put(column, new Told(source, reason));
            }
        }
    }

    private void requireColumns(List<Problem> problems) {
        // The last reference says whose row it is; those before it are needed only where it is not enough.
        table.references().stream().skip(Math.max(0, table.references().size() - 1))
                .filter(column -> !columns.containsKey(column))
                .forEach(column -> missing(column, "the " + column + " of each row", problems));
        requireColumns(table.row(), problems);
    }

    private void requireColumns(Slot.Group group, List<Problem> problems) {
        for (Slot slot : group.slots()) {
            switch (slot) {
                case Slot.Value value -> {
                    if (value.required() && !columns.containsKey(value.column())) {
                        missing(value.column(), value.shape().words(), problems);
                    }
                }
                case Slot.Group inner -> {
                    List<String> any = inner.values().stream().map(Slot.Value::column).toList();
                    if (inner.required() && any.stream().noneMatch(columns::containsKey)) {
                        if (any.stream().noneMatch(toldMissing::contains)) {
                            problems.add(header().problem("no column '" + inner.column() + ".'",
                                    "columns out of " + String.join(", ", any), "add them"));
                        }
                        toldMissing.add(inner.column());
                    } else if (inner.required()) {
                        requireColumns(inner, problems);
                    }
                }
                case Slot.Rows _ -> { /* A table of its own. */ }
            }
        }
    }

    private void missing(String column, String words, List<Problem> problems) {
        if (toldMissing.add(column)) {
            problems.add(header().problem("no column '" + column + "'", words, "add the column"));
        }
    }

    private void checkCells(List<Problem> problems) {
        Map<String, Integer> named = new LinkedHashMap<>(columns);
        Integer currency = table.row().values().stream().anyMatch(v -> v.column().equals(TapeTable.CURRENCY))
                ? null
                : columns.get(TapeTable.CURRENCY);
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(named.entrySet());
        for (Grid.Row row : grid.rows()) {
            for (Map.Entry<String, Integer> column : entries) {
                String text = row.cell(column.getValue());
                if (text.startsWith("#") && FAILED.contains(text)) {
                    problems.add(grid.place(row.line(), column.getValue(), column.getKey()).problem(
                            "the failed formula " + text, "a value", "mend the formula"));
                }
            }
            if (currency != null && !row.cell(currency).isBlank()
                    && !row.cell(currency).strip().equals("USD")) {
                problems.add(grid.place(row.line(), currency, TapeTable.CURRENCY).problem(
                        "'" + shortened(row.cell(currency)) + "'", "USD",
                        "convert the amounts of this row to US dollars"));
            }
        }
    }

    /** Text that fits into a sentence. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "..." : line;
    }
}
