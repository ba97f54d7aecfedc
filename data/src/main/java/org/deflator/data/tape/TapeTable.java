package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * One table of a loan tape.
 *
 * @param name name of its sheet, or of its CSV file without {@code .csv}
 * @param singular what a row is called where another table refers to it
 * @param id column that names a row; empty if rows have no name
 * @param references columns that say whose row it is, outermost first
 * @param row what a row has
 * @param single whether a row is one value instead of a mapping
 */
record TapeTable(String name, String singular, String id, List<String> references, Slot.Group row,
        boolean single) {
    /** The currency of all amounts; a column of this name may say so in every table. */
    static final String CURRENCY = "currency";
    private static final String SOURCE = "source";
    private static final String REASON = "assumed reason";

    /** This table and those that hang on it, in order. */
    List<TapeTable> withChildren() {
        List<TapeTable> tables = new ArrayList<>();
        tables.add(this);
        row.rows().forEach(child -> tables.addAll(child.table().withChildren()));
        return tables;
    }

    /** Column with the source of a value or mapping; of the whole row if {@code column} is empty. */
    static String source(String column) {
        return column.isEmpty() ? SOURCE : column + "#" + SOURCE;
    }

    /** Column with the reason why a value or mapping is assumed; of the whole row if it is empty. */
    static String reason(String column) {
        return column.isEmpty() ? REASON : column + "#" + REASON;
    }

    /** Every column it may have, in the order in which it is written. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(references);
        addColumns(row, columns);
        if (!columns.contains(CURRENCY)) {
            columns.add(CURRENCY);
        }
        return columns;
    }

    private void addColumns(Slot.Group group, List<String> columns) {
        for (Slot slot : group.slots()) {
            switch (slot) {
                case Slot.Value value -> {
                    columns.add(value.column());
                    columns.add(source(value.column()));
                    columns.add(reason(value.column()));
                }
                case Slot.Group inner -> addColumns(inner, columns);
                case Slot.Rows _ -> { /* A table of its own. */ }
            }
        }
        for (String own : List.of(source(group.column()), reason(group.column()))) {
            // A key called source is the source of its row, too.
            if (!single && !columns.contains(own)) {
                columns.add(own);
            }
        }
    }
}
