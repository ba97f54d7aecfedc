package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.file.Explanation;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunTables;
import org.deflator.data.store.RunTables.PathRow;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.SummaryFigure;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.engine.run.SummarySubject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a figure of the summary is and which input figures it depends on. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Go from a figure of the summary back to the paths and the input figures behind it.",
        footer = {"", "Examples:", "  deflator explain ddtl-1 pd_payment_5y",
                "  deflator explain portfolio expected_loss"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(index = "0..2", arity = "0..3", paramLabel = "[RUN] SUBJECT METRIC",
            hideParamSyntax = true,
            description = "Folder of the run, by default the latest in runs/; id of an instrument or a"
                    + " borrower, or the word portfolio; figure.")
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
            out.print(listed().render(wiring.terminal()));
            return Deflator.DONE;
        }
        if (arguments.size() < 2) {
            throw new BadInput("deflator: name an instrument, a borrower or `portfolio`, and a figure,"
                    + " such as deflator explain ddtl-1 pd_payment_5y; `deflator explain --metrics` lists the"
                    + " figures");
        }
        Optional<Path> folder = arguments.size() == 3
                ? Optional.of(Path.of(arguments.getFirst()))
                : Optional.empty();
        RunDirectory run = FinishedRun.open(wiring, folder);
        RunSummary summary = run.summary();
        SummarySubject subject = subject(summary, arguments.get(arguments.size() - 2));
        SummaryFigure figure = figure(subject, arguments.getLast());
        Inputs inputs = Inputs.of(wiring.sources(), run);
        Explanation explanation =
                Explanation.of(inputs.book().loaded(), inputs.world().loaded(), figure);
        ExplainedFigure explained =
                new ExplainedFigure(run, summary, figure, explanation, happened(run, summary, subject));
        out.print(json ? explained.json() : ExplainText.render(explained, all, wiring.terminal()));
        return Deflator.DONE;
    }

    private static TextTable listed() {
        TextTable table = new TextTable(List.of(Column.text("figure"), Column.text("what it is")));
        table.heading("of an instrument");
        SummaryMetric.ofInstruments().forEach(each -> row(each, table));
        table.heading("of a borrower");
        SummaryMetric.ofBorrowers().forEach(each -> row(each, table));
        table.heading("of the portfolio");
        SummaryMetric.ofPortfolio().forEach(each -> row(each, table));
        return table;
    }

    private static void row(SummaryMetric<?> metric, TextTable table) {
        table.row(List.of("  " + metric.name(), metric.definition()));
    }

    private static SummarySubject subject(RunSummary summary, String id) {
        List<SummarySubject> all = SummarySubject.of(summary);
        return all.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new BadInput("deflator: there is no instrument or borrower '" + id
                        + "' in this run; it has " + all.stream().map(SummarySubject::id)
                                .collect(Collectors.joining(", "))));
    }

    private static SummaryFigure figure(SummarySubject subject, String name) {
        return subject.figure(name)
                .orElseThrow(() -> new BadInput("deflator: there is no figure '" + name + "' of "
                        + subject.id() + "; there are " + subject.figures().stream()
                                .map(each -> each.metric().name()).collect(Collectors.joining(", "))));
    }

    /** What happened to the debts of {@code subject}, a row a path. */
    private static List<PathRow> happened(RunDirectory run, RunSummary summary, SummarySubject subject)
            throws IOException {
        Set<String> debts = summary.instruments().stream().filter(each -> switch (subject) {
            case SummarySubject.OfInstrument(InstrumentSummary instrument) ->
                    each.id().equals(instrument.id());
            case SummarySubject.OfBorrower(BorrowerSummary borrower) -> each.borrower().equals(borrower.id());
            case SummarySubject.OfPortfolio _ -> true;
        }).map(InstrumentSummary::id).collect(Collectors.toSet());
        return new RunTables(run).paths(debts);
    }
}
