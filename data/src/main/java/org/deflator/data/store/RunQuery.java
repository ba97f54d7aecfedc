package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;

/**
 * Questions in SQL to a finished run. Each table of {@link RunSchema} is a view or table by its name. Only one
 * {@code SELECT} is taken, and no file is read but the run's own: the database is closed to the world before it
 * sees the question. For one thread.
 */
public final class RunQuery implements AutoCloseable {
    private static final Pattern POSITION = Pattern.compile("\n\nLINE (\\d+): (.*)\n( *)\\^[\\s\\S]*");
    private static final Pattern NUMBER =
            Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*");
    /** What DuckDB puts before a line of SQL that it cites. */
    private static final int CITED_AFTER = "LINE 1: ".length();

    /** A column of an answer; {@code number} if its values are numbers. */
    public record AnswerColumn(String name, boolean number) {}

    /** Takes an answer row by row. */
    public interface RowSink {
        /** Called once, before the first row. */
        void columns(List<AnswerColumn> columns);

        /** Values in the order of the columns; numbers as {@link Number}, the rest as text; empty for null. */
        void row(List<Optional<Object>> values);
    }

    /**
     * Why a question has no answer.
     *
     * @param sentence what is wrong, in one sentence
     * @param line line of the question, from 1; 0 if unknown
     * @param column column in that line, from 1
     */
    public record Refusal(String sentence, int line, int column) {}

    private final Connection connection;

    private RunQuery(Connection connection) {
        this.connection = connection;
    }

    /** Opens the tables of a finished run. */
    public static RunQuery open(RunDirectory run) throws IOException {
        try {
            RunQuery query = new RunQuery(DriverManager.getConnection("jdbc:duckdb:"));
            query.fill(run);
            query.shut(run);
            return query;
        } catch (SQLException e) {
            throw new IOException("cannot read the tables in " + run.path() + ": " + e.getMessage(), e);
        }
    }

    /** Tables made here from the summary; the files become views once their paths are allowed. */
    private void fill(RunDirectory run) throws IOException, SQLException {
        RunSummary summary = run.summary();
        for (RunSchema.Table table : RunSchema.fromSummary()) {
            execute(RunSchema.definition(table));
        }
        try (DuckDBAppender row = appender("run")) {
            row.beginRow().append(summary.portfolioId()).append(summary.asOf()).append(summary.plan().paths())
                    .append(summary.plan().months()).append(summary.plan().seed())
                    .append(summary.plan().sampledPaths()).append(run.manifest().version()).endRow();
        }
        try (DuckDBAppender row = appender("borrowers")) {
            for (BorrowerSummary each : summary.borrowers()) {
                row.beginRow().append(each.id()).append(each.name());
                append(row, each.parent()).endRow();
            }
        }
        try (DuckDBAppender row = appender("instruments")) {
            for (InstrumentSummary each : summary.instruments()) {
                row.beginRow().append(each.id()).append(each.name()).append(each.borrower())
                        .append(each.type()).append(each.rank().name().toLowerCase(Locale.ROOT))
                        .append(each.exposureUsdM()).append(each.undrawnUsdM());
                append(row, each.lgd()).append(each.expectedLossUsdM());
                append(row, OptionalDouble.of(each.expectedLossSeUsdM()));
                append(append(row, each.statedLtv()), each.liquidationLtv()).endRow();
            }
        }
    }

    /** Views on the run's files, and then no other file, no extension and no setting any more. */
    private void shut(RunDirectory run) throws SQLException {
        List<String> files = new ArrayList<>();
        for (RunSchema.Table table : RunSchema.files()) {
            Path file = run.path().resolve(table.name() + ".parquet").toAbsolutePath();
            files.add("'" + file.toString().replace("'", "''") + "'");
        }
        execute("SET allowed_paths = [" + String.join(", ", files) + "]");
        for (int i = 0; i < files.size(); i++) {
            execute("CREATE VIEW " + RunSchema.files().get(i).name() + " AS SELECT * FROM read_parquet("
                    + files.get(i) + ")");
        }
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    /** Asks {@code sql}; its answer goes to {@code sink}. Returns why there is none, if there is none. */
    public Optional<Refusal> ask(String sql, RowSink sink) {
        try {
            Optional<Refusal> refusal = unlessSelect(sql);
            if (refusal.isPresent()) {
                return refusal;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<AnswerColumn> columns = columns(rows.getMetaData());
                sink.columns(columns);
                while (rows.next()) {
                    sink.row(values(rows, columns));
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(refusal(Optional.ofNullable(e.getMessage()).orElse("the query failed")));
        }
    }

    /** DuckDB can write only questions as JSON, which tells them from all that changes something. */
    private Optional<Refusal> unlessSelect(String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(?)")) {
            parse.setString(1, sql);
            try (ResultSet rows = parse.executeQuery()) {
                rows.next();
                JsonNode tree = Json.parse(rows.getString(1));
                if (!tree.required("error").booleanValue()) {
                    int statements = tree.required("statements").size();
                    return statements == 1
                            ? Optional.empty()
                            : Optional.of(new Refusal(statements == 0
                                    ? "the query is empty; expected one SELECT"
                                    : "these are " + statements + " queries; expected one SELECT", 0, 0));
                }
                // A question that cannot be parsed is told by the statement itself, with its place.
                return "parser".equals(Json.string(tree, "error_type"))
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "a run can only be read; expected one SELECT, without PIVOT", 0, 0));
            }
        }
    }

    /** Takes the place out of DuckDB's message and makes a sentence of the rest. */
    static Refusal refusal(String message) {
        Matcher place = POSITION.matcher(message);
        boolean placed = place.find();
        String text = (placed ? message.substring(0, place.start()) : message).strip();
        String sentence = text.replaceFirst("^[A-Z][A-Za-z ]* Error: ", "").lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .map(line -> line.replaceFirst("[!.]$", ""))
                .map(line -> line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1))
                .collect(Collectors.joining("; "));
        return placed
                ? new Refusal(sentence, Integer.parseInt(place.group(1)),
                        place.group(3).length() - CITED_AFTER + 1)
                : new Refusal(sentence, 0, 0);
    }

    private static List<AnswerColumn> columns(ResultSetMetaData meta) throws SQLException {
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new AnswerColumn(meta.getColumnName(i),
                    NUMBER.matcher(meta.getColumnTypeName(i)).matches()));
        }
        return columns;
    }

    private static List<Optional<Object>> values(ResultSet rows, List<AnswerColumn> columns)
            throws SQLException {
        List<Optional<Object>> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            Object value = rows.getObject(i);
            values.add(value == null
                    ? Optional.empty()
                    : Optional.of(value instanceof Number ? value : rows.getString(i)));
        }
        return values;
    }

    /** Tables and their columns, a line each, for a reader whose question was refused. */
    public static String contents() {
        return RunSchema.tables().stream().map(table -> table.name() + " (" + table.columns().stream()
                .map(RunSchema.Column::name).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining("\n"));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA,
                table);
    }

    private static DuckDBAppender append(DuckDBAppender row, Optional<String> text) throws SQLException {
        return text.isPresent() ? row.append(text.get()) : row.appendNull();
    }

    private static DuckDBAppender append(DuckDBAppender row, OptionalDouble value) throws SQLException {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? row.append(value.getAsDouble())
                : row.appendNull();
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the query: " + e.getMessage(), e);
        }
    }
}
