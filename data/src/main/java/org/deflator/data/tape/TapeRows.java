package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deflator.data.file.Shape;
import org.deflator.model.base.Evidence;

/**
 * A table of a tape as it is to be written.
 *
 * @param table which
 * @param columns names of the columns that some row fills, and of those that every row needs
 * @param rows column to cell
 */
record TapeRows(TapeTable table, List<String> columns, List<Map<String, Cell>> rows) {
    /** Kinds of cells that a spreadsheet tells apart. */
    enum Kind {
        NUMBER, DATE, TEXT
    }

    /** Text and kind of a cell. */
    record Cell(String text, Kind kind) {
        private static Cell of(Entry.Value value) {
            boolean day = value.shape() instanceof Shape.Day;
            boolean words = value.shape() instanceof Shape.Text;
            return new Cell(words ? Guard.added(value.text()) : value.text(),
                    day ? Kind.DATE : TapeLayout.isNumber(value.shape()) ? Kind.NUMBER : Kind.TEXT);
        }

        private static Cell text(String text) {
            return new Cell(text, Kind.TEXT);
        }
    }

    /** All tables with rows, owners before what they own. */
    static List<TapeRows> of(Entry.Mapping portfolio) {
        Map<TapeTable, List<Map<String, Cell>>> rows = new LinkedHashMap<>();
        TapeTable top = TapeLayout.portfolio();
        top.withChildren().forEach(table -> rows.put(table, new ArrayList<>()));
        addRow(top, Map.of(), portfolio, rows);
        List<TapeRows> tables = new ArrayList<>();
        rows.forEach((table, filled) -> {
            if (!filled.isEmpty()) {
                tables.add(new TapeRows(table, columns(table, filled), filled));
            }
        });
        return tables;
    }

    private static List<String> columns(TapeTable table, List<Map<String, Cell>> rows) {
        Set<String> used = new HashSet<>(table.references());
        table.row().values().stream().filter(Slot.Value::required).forEach(value -> {
            if (!value.column().contains(".")) {
                used.add(value.column());
            }
        });
        rows.forEach(row -> used.addAll(row.keySet()));
        return table.columns().stream().filter(used::contains).toList();
    }

    private static void addRow(TapeTable table, Map<String, Cell> owners, Entry entry,
            Map<TapeTable, List<Map<String, Cell>>> rows) {
        Map<String, Cell> row = new LinkedHashMap<>(owners);
        rows.getOrDefault(table, List.of()).add(row);
        Map<String, Cell> owned = new LinkedHashMap<>(owners);
        if (entry instanceof Entry.Mapping mapping) {
            if (mapping.fields().get(table.id()) instanceof Entry.Value id) {
                owned.put(table.singular(), Cell.text(id.text()));
            }
            fill(table.row(), mapping, row, owned, rows);
        } else if (entry instanceof Entry.Value value) {
            put(table.singular(), value, row);
        }
    }

    private static void fill(Slot.Group group, Entry.Mapping mapping, Map<String, Cell> row,
            Map<String, Cell> owned, Map<TapeTable, List<Map<String, Cell>>> rows) {
        putEvidence(group.column(), mapping.evidence(), row);
        for (Slot slot : group.slots()) {
            Entry entry = mapping.fields().get(slot.key());
            switch (slot) {
                case Slot.Value value -> {
                    if (entry instanceof Entry.Value single) {
                        put(value.column(), single, row);
                    } else if (entry instanceof Entry.Listing ids) {
                        row.put(value.column(), Cell.text(joined(ids)));
                    } else if (slot.key().equals("type") && !mapping.type().isEmpty()) {
                        row.put(value.column(), Cell.text(mapping.type()));
                    }
                }
                case Slot.Group inner -> {
                    if (entry instanceof Entry.Mapping values) {
                        fill(inner, values, row, owned, rows);
                    }
                }
                case Slot.Rows list -> {
                    if (entry instanceof Entry.Listing items) {
                        items.items().forEach(item -> addRow(list.table(), owned, item, rows));
                    }
                }
            }
        }
    }

    private static String joined(Entry.Listing ids) {
        return ids.items().stream().map(id -> ((Entry.Value) id).text())
                .collect(Collectors.joining(TapeNodes.SEPARATOR + " "));
    }

    private static void put(String column, Entry.Value value, Map<String, Cell> row) {
        row.put(column, Cell.of(value));
        putEvidence(column, value.evidence(), row);
    }

    private static void putEvidence(String column, Optional<Evidence> evidence, Map<String, Cell> row) {
        evidence.ifPresent(said -> {
            switch (said) {
                case Evidence.Sourced(String url) ->
                        row.put(TapeTable.source(column), Cell.text(Guard.added(url)));
                case Evidence.Assumed(String reason) ->
                        row.put(TapeTable.reason(column), Cell.text(Guard.added(reason)));
            }
        });
    }
}
