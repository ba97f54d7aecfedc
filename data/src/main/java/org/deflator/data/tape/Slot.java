package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.List;
import org.deflator.data.file.Shape;

/** What a row of a table, or a mapping inside it, has room for. */
sealed interface Slot {
    /** Key in the mapping. */
    String key();

    /** Whether every row needs it, of whatever type. */
    boolean required();

    /**
     * A cell.
     *
     * @param column name of its column
     * @param shape what stands in it: a single value, or a list of ids
     */
    record Value(String key, String column, Shape shape, boolean required) implements Slot {}

    /**
     * A mapping whose values are cells of the same row.
     *
     * @param column its key with those of the mappings around it, dotted; empty for the row itself
     * @param slots what it has
     */
    record Group(String key, String column, List<Slot> slots, boolean required) implements Slot {
        /** All columns, in order. */
        List<Value> values() {
            List<Value> values = new ArrayList<>();
            for (Slot slot : slots) {
                switch (slot) {
                    case Value value -> values.add(value);
                    case Group group -> values.addAll(group.values());
                    case Rows _ -> { /* Not in this table. */ }
                }
            }
            return values;
        }

        /** All mappings inside, in order. */
        List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            for (Slot slot : slots) {
                if (slot instanceof Group group) {
                    groups.add(group);
                    groups.addAll(group.groups());
                }
            }
            return groups;
        }

        /** All lists that are tables of their own, in order. */
        List<Rows> rows() {
            List<Rows> rows = new ArrayList<>();
            for (Slot slot : slots) {
                switch (slot) {
                    case Rows table -> rows.add(table);
                    case Group group -> rows.addAll(group.rows());
                    case Value _ -> { /* A cell. */ }
                }
            }
            return rows;
        }
    }

    /**
     * A list whose items are rows of a table of their own.
     *
     * @param table that table
     */
    record Rows(String key, TapeTable table, boolean required) implements Slot {}
}
