package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;

/** Reads the Parquet tables of a finished run back, rows in the order in which they were written. */
public final class RunTables {
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

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
