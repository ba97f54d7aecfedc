package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.data.store.Manifest;
import org.deflator.data.store.RunDirectory;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Borrower;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows one borrower on one path of a run: its cash to the dollar and its covenant tests. */
@Command(name = "trace", mixinStandardHelpOptions = true,
        description = {"Follow a borrower on one path: cash by month and account, and every covenant test.",
                "Any path of the run, sampled or not: its block is simulated again from the run's inputs."},
        footer = {"", "Example:", "  deflator trace -b coreweave --path 17 --from 2028-01"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TraceCommand implements Callable<Integer> {
    private static final int SHOWN_MONTHS = 12;

    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "RUN",
            description = "Folder of the run; by default the latest in runs/.")
    private Optional<Path> run;
    @Option(names = {"-b", "--borrower"}, required = true, paramLabel = "ID", description = "Borrower.")
    private String borrowerId;
    @Option(names = "--path", required = true, paramLabel = "N", description = "Path, from 0.")
    private int path;
    @Option(names = "--from", paramLabel = "MONTH", description = "First month, such as 2028-01.")
    private Optional<YearMonth> from;
    @Option(names = "--to", paramLabel = "MONTH",
            description = "Last month; by default a year after the first on the screen, the last as CSV or"
                    + " JSON.")
    private Optional<YearMonth> to;
    @ArgGroup
    private FormatChoice format = new FormatChoice();
    @Spec
    private CommandSpec spec;

    TraceCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = FinishedRun.open(wiring, run);
        Manifest manifest = directory.manifest();
        RunPlan plan = manifest.plan();
        if (path < 0 || path >= plan.paths()) {
            throw new BadInput("deflator: --path is " + path + "; expected 0 to " + (plan.paths() - 1));
        }
        Inputs inputs = Inputs.of(wiring.sources(), directory);
        Borrower borrower = inputs.portfolio().borrower(borrowerId).orElseThrow(() -> new BadInput(
                "deflator: there is no borrower '" + borrowerId + "' in " + directory.path() + "; it has "
                        + inputs.portfolio().borrowers().stream().map(Borrower::id)
                                .collect(Collectors.joining(", "))));
        Timeline timeline = new Timeline(inputs.portfolio().asOf(), plan.months());
        boolean screen = !format.csv && !format.json;
        int first = month(from.orElse(timeline.yearMonth(0)), "--from", timeline);
        int last = to.isPresent() ? month(to.get(), "--to", timeline)
                : screen ? Math.min(first + SHOWN_MONTHS, plan.months()) - 1 : plan.months() - 1;
        if (last < first) {
            throw new BadInput("deflator: --to " + timeline.yearMonth(last) + " is before --from "
                    + timeline.yearMonth(first));
        }
        if (!manifest.version().equals(wiring.version())) {
            spec.commandLine().getErr().println("deflator: " + directory.path() + " was made by version "
                    + manifest.version() + ", this is " + wiring.version() + ", so the path may differ");
        }
        PathTrace trace =
                wiring.calculator().trace(inputs.portfolio(), inputs.market(), plan, path);
        TracedBorrower traced = new TracedBorrower(borrower, trace, timeline, first, last);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json ? traced.json() : format.csv ? traced.csv() : traced.text(wiring.terminal()));
        return Deflator.DONE;
    }

    private static int month(YearMonth month, String option, Timeline timeline) {
        int index = timeline.indexOf(month);
        if (index < 0 || index >= timeline.months()) {
            throw new BadInput("deflator: " + option + " is " + month + "; expected " + timeline.yearMonth(0)
                    + " to " + timeline.yearMonth(timeline.months() - 1));
        }
        return index;
    }
}
