package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deflator.cli.Wiring.ReportedRun;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.Simulation;
import org.deflator.data.store.SimulationRun;
import org.deflator.data.store.SummaryJson;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a book and tells what became of it. */
@Command(name = "run", mixinStandardHelpOptions = true, showDefaultValues = true,
        description = "Simulate a portfolio; without one, the bundled book of public compute debt.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {
    /** Options that a resumed run takes from its folder. */
    private static final List<String> FIXED =
            List.of("--paths", "--horizon", "--seed", "--market", "--model", "--out", PerimeterOption.NAME,
                    "--sampled-paths");

    /** A larger book is a tape: nobody reads so many memos, and they would take longer than the run. */
    private static final int MOST_MEMOS = 100;

    private final Wiring wiring;

    @Mixin
    private BookOptions book;
    @Option(names = "--paths", paramLabel = "N", defaultValue = "20000", description = "Number of paths.")
    private int paths;
    @Option(names = "--horizon", paramLabel = "MONTHS", defaultValue = "120",
            description = "Months simulated.")
    private int months;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Seed of all random numbers.")
    private long seed;
    @Option(names = "--sampled-paths", paramLabel = "N", defaultValue = "4",
            description = "The first N paths keep their cash ledger and covenant tests.")
    private int sampledPaths;
    @Option(names = "--threads", paramLabel = "N", description = "Threads; by default one a processor.")
    private Optional<Integer> threads;
    @Mixin
    private ScenarioOptions scenarios;
    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder of the run; by default a new one in runs/.")
    private Optional<Path> out;
    @Option(names = "--resume", paramLabel = "DIR",
            description = "Continue the interrupted run in this folder.")
    private Optional<Path> resume;
    @Option(names = "--no-memos",
            description = "Write no credit memos, and a report without breakevens; `deflator memo` writes"
                    + " them later.")
    private boolean noMemos;
    @Option(names = "--json",
            description = "Print the results as JSON, and nothing else, on standard output.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    RunCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        int threadCount = Threads.count(threads);
        Prepared run = resume.isPresent() ? resumed(resume.get()) : started();
        RunDirectory directory = run.directory();
        RunSummary summary;
        if (directory.finished()) {
            spec.commandLine().getErr()
                    .println("deflator: the run in " + directory.path() + " is already finished");
            summary = directory.summary();
        } else {
            try {
                summary = simulate(run, threadCount);
            } catch (InterruptedException e) {
                spec.commandLine().getErr().println(resumeSentence(directory));
                return Deflator.INTERRUPTED;
            }
        }
        Path report = directory.path().resolve("report.html");
        // Results come first: a report that cannot be written must not take them away.
        print(summary, run.inputs());
        ReportedRun told = RunReport.of(directory, summary, run.inputs(), wiring.version());
        wiring.reporter().write(told, report);
        List<Path> memos = noMemos ? List.of() : memos(told, report);
        printPlaces(directory, report, memos);
        boolean failed = summary.unmodelled().stream()
                .anyMatch(row -> !run.inputs().portfolio().unmodelled().contains(row));
        return failed ? Deflator.FAILED_DEALS : Deflator.DONE;
    }

    private record Prepared(RunDirectory directory, Inputs inputs, Optional<Simulation> simulation) {}

    private Prepared started() throws IOException {
        RunPlan plan;
        try {
            plan = new RunPlan(paths, months, seed, sampledPaths);
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + e.getMessage());
        }
        Inputs inputs = book.read(wiring, scenarios.chosen());
        Simulation simulation = inputs.simulation(wiring.calculator(), plan);
        Path folder = out.orElseGet(() -> RunDirectory.fresh(wiring.runs(), wiring.now()));
        RunDirectory directory = BadInput
                .require(RunDirectory.create(folder, wiring.version(), plan, book.perimeter(),
                        wiring.now(), inputs.files()));
        return new Prepared(directory, inputs, Optional.of(simulation));
    }

    private Prepared resumed(Path folder) throws IOException {
        var parsed = spec.commandLine().getParseResult();
        List<String> given = Stream.concat(FIXED.stream(), ScenarioOptions.NAMES.stream())
                .filter(parsed::hasMatchedOption).toList();
        if (book.named() || !given.isEmpty()) {
            throw new BadInput("deflator: --resume takes book, market and plan from the run; leave out "
                    + (given.isEmpty() ? "the portfolio" : String.join(", ", given)));
        }
        RunDirectory directory = BadInput.require(RunDirectory.open(folder));
        if (!directory.manifest().version().equals(wiring.version())) {
            throw new BadInput("deflator: " + folder + " was started by version "
                    + directory.manifest().version()
                    + ", this is " + wiring.version() + "; resume it with that version or start anew");
        }
        Inputs inputs = Inputs.of(wiring.sources(), directory);
        Optional<Simulation> simulation = directory.finished()
                ? Optional.empty()
                : Optional.of(inputs.simulation(wiring.calculator(), directory.manifest().plan()));
        return new Prepared(directory, inputs, simulation);
    }

    /**
     * Ctrl-C ends the process while this runs: finished blocks are on disk, so all there is to do is to
     * say so.
     */
    private RunSummary simulate(Prepared run, int threadCount) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Thread farewell = Thread.ofPlatform().unstarted(() -> {
            err.println();
            err.println(resumeSentence(run.directory()));
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try (Bar bar = new Bar(run.directory().manifest().plan().paths(), wiring.terminal(), err)) {
            return new SimulationRun(run.directory(), run.simulation().orElseThrow(), threadCount)
                    .execute(run.inputs().figures(), bar);
        } finally {
            removeHook(farewell);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The process is ending and the hook has spoken.
            return;
        }
    }

    private static String resumeSentence(RunDirectory directory) {
        return "Interrupted. Finished blocks are kept; go on with: deflator run --resume " + directory.path();
    }

    private void print(RunSummary summary, Inputs inputs) {
        PrintWriter stdout = spec.commandLine().getOut();
        if (!json && !inputs.scenarios().files().isEmpty()) {
            stdout.println("Under " + inputs.scenarios().label());
        }
        stdout.print(json ? SummaryJson.write(summary) : SummaryText.render(summary, wiring.terminal()));
        stdout.flush();
    }

    /** What is written already stands if a memo cannot be. */
    private List<Path> memos(ReportedRun told, Path report) throws IOException {
        List<String> debtors = Memos.debtors(told.inputs().portfolio());
        if (debtors.size() > MOST_MEMOS) {
            note("no memos of " + debtors.size() + " borrowers; `deflator memo -b ID` writes one");
            return List.of();
        }
        try {
            return Memos.write(wiring, told, debtors, report, true, true);
        } catch (IllegalArgumentException e) {
            note("no memos: " + e.getMessage());
            return List.of();
        }
    }

    private void note(String sentence) {
        spec.commandLine().getErr().println("deflator: " + sentence);
    }

    private void printPlaces(RunDirectory directory, Path report, List<Path> memos) {
        if (!json) {
            PrintWriter stdout = spec.commandLine().getOut();
            stdout.println();
            stdout.println("Results " + directory.path());
            stdout.println("Report  " + report);
            if (!memos.isEmpty()) {
                stdout.println("Memos   " + memos.getFirst().getParent() + ", " + memos.size());
            }
            stdout.flush();
        }
    }
}
