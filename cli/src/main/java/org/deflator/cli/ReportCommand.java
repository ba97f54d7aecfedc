package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.data.store.Json;
import org.deflator.data.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Writes the report of a finished run again. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "Write report.html of a finished run again; without one, of the latest in runs/.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of the run.")
    private Optional<Path> run;
    @Option(names = "--out", paramLabel = "FILE",
            description = "File to write; by default report.html in the run.")
    private Optional<Path> out;
    @Option(names = "--json", description = "Tell the file as JSON.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    ReportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = FinishedRun.open(wiring, run);
        Inputs inputs = Inputs.of(wiring.sources(), directory);
        Path file = out.orElse(directory.path().resolve("report.html"));
        wiring.reporter().write(RunReport.of(directory, directory.summary(), inputs, wiring.version()), file);
        if (json) {
            ObjectNode node = Json.object();
            node.put("report", file.toString());
            spec.commandLine().getOut().print(Json.text(node));
        } else {
            spec.commandLine().getOut().println(file);
        }
        return Deflator.DONE;
    }
}
