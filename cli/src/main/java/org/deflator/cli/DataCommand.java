package org.deflator.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Market data: what there is, and how to bring one's own. */
@Command(name = "data", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Market data: list what there is, import your own.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Folder of the user's own snapshots, beside that of the runs. */
    static Path markets(Wiring wiring) {
        return wiring.runs().resolveSibling("markets");
    }

    /** Without a command, the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
