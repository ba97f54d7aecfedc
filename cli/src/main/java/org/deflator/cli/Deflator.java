package org.deflator.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Exit codes: 0 done, 1 failed deals present, 2 bad input, 3 fault of the program. */
@Command(name = "deflator", description = "Credit risk of loans secured on computing hardware.",
        synopsisSubcommandLabel = "COMMAND", subcommands = HelpCommand.class,
        exitCodeOnExecutionException = 3)
public final class Deflator implements Runnable {

    private Deflator() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Deflator()).execute(arguments));
    }

    /** Without a command, the help. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
