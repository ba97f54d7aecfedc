package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import tools.jackson.databind.JsonNode;

/**
 * Compares the results of two runs bit by bit: the rows of each table in their order, then the summary. Times,
 * numbers of threads, names of folders, the layout of the files and the report do not enter.
 *
 * @param rows rows found equal so far, all tables together
 * @param difference the first difference, if there is one
 */
public record RunComparison(long rows, Optional<Difference> difference) {
    private static final String ABSENT = "nothing";
    private static final String ALL_OF = "SELECT * FROM read_parquet(?)";

    /**
     * Where two runs first differ.
     *
     * @param table the table, or {@code summary}
     * @param row row from 0 with what tells it from others; in the summary empty
     * @param column the column, or the path inside the summary; empty if the whole row or table differs
     * @param first what the first run says
     * @param second what the second run says
     */
    public record Difference(String table, String row, String column, String first, String second) {
        /** Such as {@code paths, row 17 (path 3, instrument ddtl-2), column loss_usd: 1.5 against 2.5}. */
        @Override
        public String toString() {
            return table + (row.isEmpty() ? "" : ", row " + row)
                    + (column.isEmpty() ? "" : (table.equals("summary") ? ", " : ", column ") + column) + ": "
                    + first + " against " + second;
        }
    }

    /** Compares two finished runs. */
    public static RunComparison of(RunDirectory first, RunDirectory second) throws IOException {
        long rows = 0;
        for (RunSchema.Table table : RunSchema.files()) {
            RunComparison compared = table(table, first.path(), second.path());
            rows += compared.rows();
            if (compared.difference().isPresent()) {
                return new RunComparison(rows, compared.difference());
            }
        }
        return new RunComparison(rows, summary(json(first), json(second), ""));
    }

    private static RunComparison table(RunSchema.Table table, Path first, Path second) {
        Path one = first.resolve(table.name() + ".parquet");
        Path other = second.resolve(table.name() + ".parquet");
        if (!Files.exists(one) || !Files.exists(other)) {
            return whole(table, Files.exists(one) ? "a table" : "no file " + one,
                    Files.exists(other) ? "a table" : "no file " + other);
        }
        // A database each, since one streams no more than one answer at a time.
        Properties streaming = new Properties();
        streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try (Connection mine = DriverManager.getConnection("jdbc:duckdb:", streaming);
                Connection theirs = DriverManager.getConnection("jdbc:duckdb:", streaming);
                PreparedStatement left = mine.prepareStatement(ALL_OF);
                PreparedStatement right = theirs.prepareStatement(ALL_OF)) {
            left.setString(1, one.toString());
            right.setString(1, other.toString());
            return rows(table, left.executeQuery(), right.executeQuery());
        } catch (SQLException e) {
            return whole(table, "a file that cannot be read (" + String.valueOf(e.getMessage()).strip() + ")",
                    "a table");
        }
    }

    private static RunComparison whole(RunSchema.Table table, String first, String second) {
        return new RunComparison(0, Optional.of(new Difference(table.name(), "", "", first, second)));
    }

    private static RunComparison rows(RunSchema.Table table, ResultSet first, ResultSet second)
            throws SQLException {
        List<String> names = names(first.getMetaData());
        List<String> others = names(second.getMetaData());
        if (!names.equals(others)) {
            return whole(table, "columns " + String.join(", ", names),
                    "columns " + String.join(", ", others));
        }
        for (long row = 0;; row++) {
            boolean mine = first.next();
            boolean theirs = second.next();
            if (!mine && !theirs) {
                return new RunComparison(row, Optional.empty());
            }
            if (mine != theirs) {
                String name = name(table, row, mine ? first : second, names);
                return new RunComparison(row, Optional.of(new Difference(table.name(), name, "",
                        mine ? "a row" : ABSENT, theirs ? "a row" : ABSENT)));
            }
            for (int column = 1; column <= names.size(); column++) {
                Object a = first.getObject(column);
                Object b = second.getObject(column);
                // Objects.equals takes doubles by their bits, so that 0 and -0 differ.
                if (!Objects.equals(a, b)) {
                    return new RunComparison(row, Optional.of(new Difference(table.name(),
                            name(table, row, first, names), names.get(column - 1), String.valueOf(a),
                            String.valueOf(b))));
                }
            }
        }
    }

    private static List<String> names(ResultSetMetaData meta) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            names.add(meta.getColumnName(column));
        }
        return names;
    }

    private static String name(RunSchema.Table table, long row, ResultSet values, List<String> names)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        for (RunSchema.Column column : table.columns()) {
            if (column.key() && names.contains(column.name())) {
                keys.add(column.name() + " " + values.getString(column.name()));
            }
        }
        return row + keys.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    private static JsonNode json(RunDirectory run) throws IOException {
        return Json.parse(Files.readString(run.path().resolve("summary.json")));
    }

    private static Optional<Difference> summary(JsonNode first, JsonNode second, String at) {
        if (first.isObject() && second.isObject()) {
            TreeSet<String> keys = new TreeSet<>(first.propertyNames());
            keys.addAll(second.propertyNames());
            for (String key : keys) {
                Optional<Difference> inside = summary(first.path(key), second.path(key),
                        at.isEmpty() ? key : at + "." + key);
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        if (first.isArray() && second.isArray() && first.size() == second.size()) {
            Iterator<JsonNode> others = second.values().iterator();
            int index = 0;
            for (JsonNode each : first.values()) {
                Optional<Difference> inside = summary(each, others.next(), at + "[" + index + "]");
                if (inside.isPresent()) {
                    return inside;
                }
                index++;
            }
            return Optional.empty();
        }
        return first.equals(second)
                ? Optional.empty()
                : Optional.of(new Difference("summary", "", at, text(first), text(second)));
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? ABSENT : node.toString();
    }
}
