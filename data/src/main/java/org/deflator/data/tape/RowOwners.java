package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deflator.data.file.Place;
import org.deflator.data.file.Spelling;
import org.deflator.model.base.Problem;

/** Finds the row of the table above to which each row of a table belongs. */
final class RowOwners {
    /** Beyond this many orphans in a table nobody reads who may have been meant. */
    private static final int GUESSES = 100;

    private final FilledTable table;
    private final FilledTable above;
    private final Map<String, List<Integer>> named = new HashMap<>();
    private final Map<String, String> guesses = new HashMap<>();

    private RowOwners(FilledTable table, FilledTable above) {
        this.table = table;
        this.above = above;
        for (int row = 0; row < above.size(); row++) {
            String id = above.cell(row, above.table().id()).strip();
            if (!id.isEmpty()) {
                named.computeIfAbsent(id, key -> new ArrayList<>(1)).add(row);
            }
        }
    }

    /**
     * Rows by owner, those of an owner in the order of the table.
     *
     * @param starts for each owner where its rows begin in {@code rows}, and the end
     * @param rows rows of the table
     */
    record Owned(int[] starts, int[] rows) {
        int first(int owner) {
            return starts[owner];
        }

        int count(int owner) {
            return starts[owner + 1] - starts[owner];
        }

        int row(int index) {
            return rows[index];
        }
    }

    /** All rows belong to the one row above. */
    static Owned all(FilledTable table) {
        int[] rows = new int[table.size()];
        Arrays.setAll(rows, i -> i);
        return new Owned(new int[]{0, rows.length}, rows);
    }

    /** Adds a problem for each row whose owner is not to be found; such a row belongs to nobody. */
    static Owned of(FilledTable table, FilledTable above, List<Problem> problems) {
        RowOwners owners = new RowOwners(table, above);
        int[] owner = new int[table.size()];
        int[] starts = new int[above.size() + 1];
        for (int row = 0; row < owner.length; row++) {
            owner[row] = owners.owner(row, problems).orElse(-1);
            if (owner[row] >= 0) {
                starts[owner[row] + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = starts.clone();
        int[] rows = new int[starts[starts.length - 1]];
        for (int row = 0; row < owner.length; row++) {
            if (owner[row] >= 0) {
                rows[next[owner[row]]++] = row;
            }
        }
        return new Owned(starts, rows);
    }

    private Optional<Integer> owner(int row, List<Problem> problems) {
        List<String> references = table.table().references();
        String column = references.getLast();
        String id = table.cell(row, column).strip();
        Place at = table.place(row, column);
        if (id.isEmpty()) {
            if (!table.toldMissing(column)) {
                problems.add(at.problem("nothing", "the " + column + " of this row", "name it"));
            }
            return Optional.empty();
        }
        List<Integer> candidates = named.getOrDefault(id, List.of()).stream()
                .filter(owner -> agrees(row, owner, references)).toList();
        if (candidates.isEmpty()) {
            problems.add(
                    at.problem("'" + FilledTable.shortened(id) + "'", "a known " + column, guess(id, row)));
            return Optional.empty();
        }
        if (candidates.size() > 1 && references.size() > 1 && !sameOwners(candidates, references)) {
            problems.add(at.problem("'" + id + "', of which there are " + candidates.size(),
                    "one " + column, "say whose it is in column " + references.get(references.size() - 2)));
            return Optional.empty();
        }
        return Optional.of(candidates.getFirst());
    }

    /** Whether what a row says of the owners of its owner is true. */
    private boolean agrees(int row, int owner, List<String> references) {
        return references.subList(0, references.size() - 1).stream().allMatch(column -> {
            String said = table.cell(row, column).strip();
            return said.isEmpty() || said.equals(above.cell(owner, column).strip());
        });
    }

    private boolean sameOwners(List<Integer> candidates, List<String> references) {
        return references.subList(0, references.size() - 1).stream()
                .allMatch(column -> candidates.stream().map(row -> above.cell(row, column).strip()).distinct()
                        .count() == 1);
    }

    private String guess(String id, int row) {
        String inTable = "add a row to " + above.table().name() + ", or correct the name";
        if (named.containsKey(id)) {
            return "row " + table.place(row).line() + " says it belongs to another than "
                    + above.table().name() + " does; correct one of them";
        }
        if (guesses.size() >= GUESSES) {
            return guesses.getOrDefault(id, inTable);
        }
        Set<String> known = named.keySet();
        return guesses.computeIfAbsent(id, name -> Spelling.nearest(name, known)
                .map(near -> "did you mean '" + near + "'?").orElse(inTable));
    }
}
