package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.InstrumentPaths;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The Parquet tables of a run. Rows are collected block by block in a scratch database on disk, so that
 * memory does not grow with the number of paths, and copied to Parquet at the end. For one thread.
 */
final class ResultTables implements AutoCloseable {
    private static final String SCRATCH = "tables.duckdb" + AtomicFile.UNFINISHED;

    private static final List<DefaultCause> CAUSES = List.of(DefaultCause.values());

    private final Path folder;
    private final List<String> instrumentIds;
    private final Map<String, List<String>> covenants;
    private final Connection connection;
    private final Map<String, DuckDBAppender> appenders = new TreeMap<>();

    private ResultTables(Path folder, Simulation simulation, Connection connection) {
        this.folder = folder;
        this.instrumentIds = simulation.instrumentIds();
        this.covenants = simulation.covenants();
        this.connection = connection;
    }

    static ResultTables create(Path folder, Simulation simulation) throws IOException {
        Path scratch = folder.resolve(SCRATCH);
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + scratch);
            ResultTables tables = new ResultTables(folder, simulation, connection);
            try (Statement statement = connection.createStatement()) {
                // One thread and a small buffer: the simulation needs both more.
                statement.execute("SET threads TO 1");
                statement.execute("SET memory_limit = '512MB'");
                for (RunSchema.Table table : RunSchema.files()) {
                    statement.execute(RunSchema.definition(table));
                    tables.appenders.put(table.name(), connection.unwrap(DuckDBConnection.class)
                            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name()));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IOException("cannot open " + scratch + ": " + e.getMessage(), e);
        }
    }

    /** Adds a block's rows. */
    void add(BlockResult block) throws IOException {
        try {
            int firstPath = block.block() * RunPlan.BLOCK_PATHS;
            for (int path = 0; path < block.paths(); path++) {
                for (int i = 0; i < instrumentIds.size(); i++) {
                    addPath(firstPath + path, instrumentIds.get(i), block.instruments().get(i), path);
                }
            }
            addSampled(block);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Adds what the whole run says and writes every table as {@code <table>.parquet}. */
    void write(RunSummary summary, Provenance figures) throws IOException {
        try {
            for (BorrowerSummary borrower : summary.borrowers()) {
                addMonths(borrower.id(), "dscr", borrower.dscr());
                addMonths(borrower.id(), "stated_ltv", borrower.statedLtv());
                addMonths(borrower.id(), "liquidation_ltv", borrower.liquidationLtv());
                addMonths(borrower.id(), "liquidity", borrower.liquidity());
                if (borrower.landlord().isPresent()) {
                    addMonths(borrower.id(), "interest_cover", borrower.landlord().get().interestCover());
                    addMonths(borrower.id(), "debt_yield", borrower.landlord().get().debtYield());
                }
            }
            addFigures(figures);
            for (var table : appenders.entrySet()) {
                table.getValue().close();
                copy(table.getKey());
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void addPath(int path, String instrument, InstrumentPaths paths, int lane) throws SQLException {
        int payment = paths.paymentMonth()[lane];
        int agency = paths.agencyMonth()[lane];
        int covenant = paths.covenantMonth()[lane];
        if (payment < 0 && agency < 0 && covenant < 0 && paths.lossUsd()[lane] == 0) {
            return;
        }
        DuckDBAppender row = appender("paths").beginRow().append(path).append(instrument);
        appendIndex(row, payment);
        appendIndex(row, agency);
        appendIndex(row, covenant);
        int cause = paths.cause()[lane];
        if (cause < 0) {
            row.appendNull();
        } else {
            row.append(CAUSES.get(cause).label());
        }
        int breach = paths.firstBreach()[lane];
        if (breach < 0) {
            row.appendNull();
        } else {
            row.append(covenants.getOrDefault(instrument, List.of()).get(breach));
        }
        row.append(paths.exposureUsd()[lane]).append(paths.recoveryUsd()[lane]).append(paths.lossUsd()[lane]);
        appendNumber(row, paths.minDscr()[lane]);
        row.endRow();
    }

    private void addSampled(BlockResult block) throws SQLException {
        for (TestRow test : block.tests()) {
            DuckDBAppender row = appender("tests").beginRow().append(test.path()).append((short) test.month())
                    .append(test.instrument()).append(test.covenant());
            appendNumber(row, test.ratio());
            appendNumber(row, test.threshold());
            appendNumber(row, test.headroom());
            row.append(test.effect()).endRow();
        }
        for (LedgerRow entry : block.ledger()) {
            appender("ledger").beginRow().append(entry.path()).append((short) entry.month())
                    .append(entry.borrower())
                    .append(entry.account()).append(entry.usd()).endRow();
        }
        for (CascadeRow fall : block.cascades()) {
            appender("cascades").beginRow().append(fall.path()).append((short) fall.month())
                    .append((short) fall.round()).append(fall.borrower()).append(fall.cause()).endRow();
        }
    }

    private void addMonths(String borrower, String measure, Fan fan) throws SQLException {
        for (int month = 0; month < fan.p50().length; month++) {
            DuckDBAppender row =
                    appender("months").beginRow().append(borrower).append(measure).append((short) month);
            appendNumber(row, fan.p05()[month]);
            appendNumber(row, fan.p25()[month]);
            appendNumber(row, fan.p50()[month]);
            appendNumber(row, fan.p75()[month]);
            appendNumber(row, fan.p95()[month]);
            appendNumber(row, fan.share()[month]);
            row.endRow();
        }
    }

    private void addFigures(Provenance figures) throws SQLException {
        for (var figure : figures.figures().entrySet()) {
            DuckDBAppender row = appender("figures").beginRow().append(figure.getKey())
                    .append(figure.getValue().value());
            switch (figure.getValue().evidence()) {
                case Evidence.Sourced(String url) -> row.append("sourced").append(url);
                case Evidence.Assumed(String reason) -> row.append("assumed").append(reason);
            }
            row.endRow();
        }
    }

    private DuckDBAppender appender(String table) {
        return java.util.Objects.requireNonNull(appenders.get(table), table);
    }

    private static void appendIndex(DuckDBAppender row, int value) throws SQLException {
        if (value < 0) {
            row.appendNull();
        } else {
            row.append((short) value);
        }
    }

    private static void appendNumber(DuckDBAppender row, double value) throws SQLException {
        if (Double.isFinite(value)) {
            row.append(value);
        } else {
            row.appendNull();
        }
    }

    private void copy(String table) throws SQLException, IOException {
        Path file = folder.resolve(table + ".parquet");
        Path part = folder.resolve(table + ".parquet" + AtomicFile.UNFINISHED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY " + table + " TO '" + part.toString().replace("'", "''")
                    + "' (FORMAT parquet, COMPRESSION zstd)");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private IOException failure(SQLException e) {
        return new IOException("cannot write the tables in " + folder + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
            Files.deleteIfExists(folder.resolve(SCRATCH));
            Files.deleteIfExists(folder.resolve(SCRATCH + ".wal"));
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
