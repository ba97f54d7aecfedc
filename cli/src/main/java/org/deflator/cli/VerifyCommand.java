package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deflator.data.store.Json;
import org.deflator.data.store.Manifest;
import org.deflator.data.store.RunComparison;
import org.deflator.data.store.RunComparison.Difference;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.Simulation;
import org.deflator.data.store.SimulationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Simulates a finished run again from its manifest and its inputs, and compares bit by bit. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = {"Simulate a finished run again and compare the results bit by bit; without one, the"
                + " latest in runs/.",
                "Times, number of threads, names of folders and the report do not enter. Exit code 1: it"
                        + " differs."})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of the run.")
    private Optional<Path> run;
    @Option(names = "--threads", paramLabel = "N", description = "Threads; by default one a processor.")
    private Optional<Integer> threads;
    @Option(names = "--json", description = "Tell the result as JSON on standard output.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    VerifyCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        int threadCount = Threads.count(threads);
        RunDirectory kept = FinishedRun.open(wiring, run);
        Manifest manifest = kept.manifest();
        boolean sameVersion = manifest.version().equals(wiring.version());
        if (!sameVersion) {
            spec.commandLine().getErr().println("deflator: " + kept.path() + " was made by version "
                    + manifest.version() + ", this is " + wiring.version() + ", so results may differ");
        }
        Path scratch = Files.createTempDirectory("deflator-verify-");
        try {
            RunComparison compared = RunComparison.of(kept, again(kept, scratch.resolve("run"), threadCount));
            tell(kept, compared, sameVersion);
            return compared.difference().isEmpty() ? Deflator.DONE : Deflator.DIFFERS;
        } catch (InterruptedException e) {
            return Deflator.INTERRUPTED;
        } finally {
            delete(scratch);
        }
    }

    /** The same run in another folder. */
    private RunDirectory again(RunDirectory kept, Path folder, int threadCount)
            throws IOException, InterruptedException {
        Manifest manifest = kept.manifest();
        Inputs inputs = Inputs.of(wiring.sources(), kept);
        Simulation simulation = inputs.simulation(wiring.calculator(), manifest.plan());
        RunDirectory directory = BadInput
                .require(RunDirectory.create(folder, wiring.version(), manifest.plan(), manifest.perimeter(),
                        wiring.now(), inputs.files()));
        try (Bar bar = new Bar(manifest.plan().paths(), wiring.terminal(), spec.commandLine().getErr())) {
            new SimulationRun(directory, simulation, threadCount).execute(inputs.figures(), bar);
        }
        return directory;
    }

    private void tell(RunDirectory kept, RunComparison compared, boolean sameVersion) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Difference> difference = compared.difference();
        if (json) {
            ObjectNode node = Json.object();
            node.put("identical", difference.isEmpty());
            node.put("version", kept.manifest().version());
            node.put("same_version", sameVersion);
            node.put("rows_equal", compared.rows());
            difference.ifPresentOrElse(
                    first -> node.putObject("first_difference").put("table", first.table())
                            .put("row", first.row()).put("column", first.column()).put("run", first.first())
                            .put("again", first.second()),
                    () -> node.putNull("first_difference"));
            out.print(Json.text(node));
            return;
        }
        String what = Numbers.count(kept.manifest().plan().paths(), "path") + ", seed "
                + kept.manifest().plan().seed();
        if (difference.isEmpty()) {
            out.println("OK " + kept.path() + " simulated again (" + what + "): "
                    + Numbers.count(compared.rows(), "row") + " and the summary are the same, bit by bit");
        } else {
            out.println("DIFFERS " + kept.path() + " simulated again (" + what + ")");
            out.println("First difference, the run against today: " + difference.get());
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.walk(folder)) {
            files = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
