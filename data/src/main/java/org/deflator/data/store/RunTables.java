package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;

/** Reads the Parquet tables of a finished run back, rows in the order in which they were written. */
public final class RunTables {
    /**
     * What happened to an instrument, or to several, on a path with a default, an event of default or a loss.
     *
     * @param path path
     * @param months month by definition of default in the order of {@link DefaultDefinition}, -1 if none
     * @param cause cause of the payment default, of the first of several
     * @param exposureUsd claim at default, USD
     * @param lossUsd discounted loss, USD
     * @param minDscr lowest cover while the debt was owed; NaN if none was due
     */
    public record PathRow(int path, List<Integer> months, Optional<String> cause, double exposureUsd,
            double lossUsd, double minDscr) {
        /** Month of default, empty if there was none. */
        public OptionalInt month(DefaultDefinition definition) {
            int month = months.get(definition.ordinal());
            return month < 0 ? OptionalInt.empty() : OptionalInt.of(month);
        }

        /** This and what happened to another instrument on the same path. */
        private PathRow with(PathRow other) {
            boolean later = first(other.months.getFirst(), months.getFirst()) != months.getFirst();
            List<Integer> earliest = new ArrayList<>();
            for (int i = 0; i < months.size(); i++) {
                earliest.add(first(months.get(i), other.months.get(i)));
            }
            return new PathRow(path, earliest, later || cause.isEmpty() ? other.cause : cause,
                    sum(exposureUsd, other.exposureUsd), sum(lossUsd, other.lossUsd),
                    Double.isNaN(minDscr) ? other.minDscr
                            : Double.isNaN(other.minDscr) ? minDscr : Math.min(minDscr, other.minDscr));
        }

        private static int first(int month, int other) {
            return month < 0 ? other : other < 0 ? month : Math.min(month, other);
        }

        private static double sum(double usd, double other) {
            return Double.isNaN(usd) ? other : Double.isNaN(other) ? usd : usd + other;
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private final Path folder;

    /** The tables of {@code run}. */
    public RunTables(RunDirectory run) {
        this.folder = run.path();
    }

    /** Evidence of the inputs' figures. */
    public Provenance figures() throws IOException {
        SortedMap<String, Provenance.Entry> figures = new TreeMap<>();
        each("figures", "figure, value, evidence, note", row -> {
            Evidence evidence = "sourced".equals(row.getString(3))
                    ? new Evidence.Sourced(row.getString(4))
                    : new Evidence.Assumed(row.getString(4));
            figures.put(row.getString(1), new Provenance.Entry(row.getString(2), evidence));
        });
        return new Provenance(figures);
    }

    /** Covenant tests of the sampled paths. */
    public List<TestRow> tests() throws IOException {
        List<TestRow> tests = new ArrayList<>();
        each("tests", "path, month, instrument, covenant, ratio, threshold, headroom, effect",
                row -> tests.add(new TestRow(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4),
                        number(row, 5), number(row, 6), number(row, 7), row.getString(8))));
        return tests;
    }

    /** Cash movements of the sampled paths. */
    public List<LedgerRow> ledger() throws IOException {
        List<LedgerRow> ledger = new ArrayList<>();
        each("ledger", "path, month, borrower, account, usd", row -> ledger.add(new LedgerRow(row.getInt(1),
                row.getInt(2), row.getString(3), row.getString(4), number(row, 5))));
        return ledger;
    }

    /**
     * Paths on which something happened to any of {@code instruments}, in order, a row a path: the first
     * default of any, the claims and losses of all.
     */
    public List<PathRow> paths(Set<String> instruments) throws IOException {
        SortedMap<Integer, PathRow> paths = new TreeMap<>();
        each("paths", "path, instrument, payment_month, agency_month, covenant_month, cause, exposure_usd,"
                + " loss_usd, min_dscr", row -> {
                    if (instruments.contains(row.getString(2))) {
                        paths.merge(row.getInt(1), new PathRow(row.getInt(1),
                                List.of(index(row, 3), index(row, 4), index(row, 5)),
                                Optional.ofNullable(row.getString(6)), number(row, 7), number(row, 8),
                                number(row, 9)), PathRow::with);
                    }
                });
        return List.copyOf(paths.values());
    }

    private void each(String table, String columns, RowReader reader) throws IOException {
        Path file = folder.resolve(table + ".parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var query = connection.prepareStatement("SELECT " + columns + " FROM read_parquet(?)")) {
            query.setString(1, file.toString());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static int index(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? -1 : value;
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
