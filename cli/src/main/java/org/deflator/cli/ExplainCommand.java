package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.file.Explanation;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunTables;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.SummaryMetric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a figure of the summary is and which input figures it depends on. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Go from a figure of the summary back to the paths and the input figures behind it.",
        footer = {"", "Example:", "  deflator explain ddtl-1 pd_payment_5y"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(index = "0..2", arity = "0..3", paramLabel = "[RUN] INSTRUMENT METRIC",
            description = "Folder of the run, by default the latest in runs/; id of the instrument; figure.")
    private List<String> arguments = List.of();
    @Option(names = "--metrics", description = "List the figures that can be explained instead.")
    private boolean metrics;
    @Option(names = "--all", description = "List the figures of other borrowers and of the market, too.")
    private boolean all;
    @Option(names = "--json", description = "Print JSON, with every input figure.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    ExplainCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (metrics) {
            TextTable table = new TextTable(List.of(Column.text("figure"), Column.text("what it is")));
            SummaryMetric.all().forEach(each -> table.row(List.of(each.name(), each.definition())));
            out.print(table.render(wiring.terminal()));
            return Deflator.DONE;
        }
        if (arguments.size() < 2) {
            throw new BadInput("deflator: name an instrument and a figure, such as"
                    + " deflator explain ddtl-1 pd_payment_5y; `deflator explain --metrics` lists the figures");
        }
        Optional<Path> folder = arguments.size() == 3
                ? Optional.of(Path.of(arguments.getFirst()))
                : Optional.empty();
        RunDirectory run = FinishedRun.open(wiring, folder);
        RunSummary summary = run.summary();
        InstrumentSummary instrument = instrument(summary, arguments.get(arguments.size() - 2));
        SummaryMetric metric = metric(arguments.getLast());
        Inputs inputs = Inputs.of(wiring.sources(), run);
        Explanation explanation = Explanation.of(inputs.book().loaded(), inputs.world().loaded(),
                instrument.id(), metric);
        ExplainedFigure figure = new ExplainedFigure(run, summary, instrument, metric, explanation,
                new RunTables(run).paths(instrument.id()));
        out.print(json ? figure.json() : ExplainText.render(figure, all, wiring.terminal()));
        return Deflator.DONE;
    }

    private static InstrumentSummary instrument(RunSummary summary, String id) {
        return summary.instruments().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new BadInput("deflator: there is no instrument '" + id
                        + "' in this run; it has " + summary.instruments().stream()
                                .map(InstrumentSummary::id).collect(Collectors.joining(", "))));
    }

    private static SummaryMetric metric(String name) {
        return SummaryMetric.named(name)
                .orElseThrow(() -> new BadInput("deflator: there is no figure '" + name
                        + "'; there are " + SummaryMetric.all().stream().map(SummaryMetric::name)
                                .collect(Collectors.joining(", "))));
    }
}
