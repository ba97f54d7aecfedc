package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.data.store.RunQuery;
import org.deflator.data.store.RunQuery.Refusal;
import org.deflator.data.store.RunSchema;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers a question in SQL from the tables of a run. */
@Command(name = "sql", mixinStandardHelpOptions = true, showDefaultValues = true,
        description = "Ask a finished run in SQL (that of DuckDB). Its tables only, and only to read.",
        footer = {"", "Example:",
                "  deflator sql \"select cause, count(*) as paths from paths group by cause\"",
                "docs/sql.md has more."})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SqlCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(index = "0..1", arity = "0..2", paramLabel = "[RUN] QUERY", hideParamSyntax = true,
            description = "Folder of the run, by default the latest in runs/; and one SELECT.")
    private List<String> arguments = List.of();
    @Option(names = "--tables", description = "List tables and columns instead, with meaning and unit.")
    private boolean tables;
    @Option(names = "--rows", paramLabel = "N", defaultValue = "200",
            description = "Rows shown at most, unless as CSV or JSON.")
    private int rows;
    @ArgGroup
    private FormatChoice format = new FormatChoice();
    @Spec
    private CommandSpec spec;

    SqlCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        if (rows < 1) {
            throw new BadInput("deflator: --rows is " + rows + "; expected at least 1");
        }
        if (tables) {
            if (!arguments.isEmpty()) {
                throw new BadInput("deflator: --tables lists what every run has; leave out run and query");
            }
            listTables(spec.commandLine().getOut());
            return Deflator.DONE;
        }
        if (arguments.isEmpty()) {
            throw new BadInput("deflator: there is no query; expected one SELECT, such as"
                    + " deflator sql \"select * from instruments\"");
        }
        ask(arguments.getLast());
        return Deflator.DONE;
    }

    private void ask(String sql) throws IOException {
        Optional<Path> run = arguments.size() == 2
                ? Optional.of(Path.of(arguments.getFirst()))
                : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        try (RunQuery query = RunQuery.open(FinishedRun.open(wiring, run))) {
            Answer answer = format.json
                    ? new Answer.AsJson()
                    : format.csv ? new Answer.AsCsv(out) : new Answer.AsText(wiring.terminal(), rows);
            Optional<Refusal> refusal = query.ask(sql, answer);
            if (refusal.isPresent()) {
                throw new BadInput(told(refusal.get(), sql));
            }
            out.print(answer.text());
        }
    }

    private static String told(Refusal refusal, String sql) {
        StringBuilder text = new StringBuilder("deflator: query");
        if (refusal.line() > 0) {
            text.append(":").append(refusal.line()).append(":").append(refusal.column());
        }
        text.append(": ").append(refusal.sentence()).append('\n');
        if (refusal.line() > 0) {
            text.append("  ").append(sql.lines().skip(refusal.line() - 1L).findFirst().orElse(""))
                    .append("\n  ").append(" ".repeat(Math.max(0, refusal.column() - 1))).append("^\n");
        }
        return text.append("There are these tables; `deflator sql --tables` says what the columns mean:\n")
                .append(RunQuery.contents().indent(2).stripTrailing()).toString();
    }

    private void listTables(PrintWriter out) {
        if (format.json) {
            out.print(Json.text(tablesAsJson()));
            return;
        }
        TextTable table = new TextTable(List.of(Column.text("column"), Column.text("type"),
                Column.text("unit"), Column.text("meaning")));
        for (RunSchema.Table each : RunSchema.tables()) {
            table.heading(each.name() + ": one row is " + each.meaning());
            each.columns().forEach(column -> table.row(List.of("  " + column.name(), column.type(),
                    column.unit(), column.meaning())));
        }
        out.print(table.render(new Terminal(Integer.MAX_VALUE, wiring.terminal().colour(), false)));
    }

    private static ObjectNode tablesAsJson() {
        ObjectNode root = Json.object();
        ArrayNode list = root.putArray("tables");
        for (RunSchema.Table each : RunSchema.tables()) {
            ObjectNode table = list.addObject();
            table.put("name", each.name());
            table.put("one_row", each.meaning());
            ArrayNode columns = table.putArray("columns");
            for (RunSchema.Column column : each.columns()) {
                columns.addObject().put("name", column.name()).put("type", column.type())
                        .put("unit", column.unit()).put("meaning", column.meaning());
            }
        }
        return root;
    }
}
