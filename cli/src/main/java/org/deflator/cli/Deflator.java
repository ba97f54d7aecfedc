package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 done, 1 failed deals present or a verified run differs, 2 bad input, 3
 * fault of the program, 130 interrupted.
 */
@Command(name = "deflator", description = "Credit risk of loans secured on computing hardware.",
        synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:done, but some deals failed or a verified run differs",
                "2:bad input", "3:fault of the program", "130:interrupted"})
public final class Deflator implements Runnable {
    static final int DONE = 0;
    static final int FAILED_DEALS = 1;
    static final int DIFFERS = 1;
    static final int BAD_INPUT = 2;
    static final int FAULT = 3;
    static final int INTERRUPTED = 130;

    private static final String REPORT_TO = "the project's maintainers";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
    private CommandSpec spec;

    private Deflator() {}

    public static void main(String[] arguments) {
        Wiring wiring = new Wiring(new FileSources(), new EngineCalculator(), new HtmlReporter(),
                Terminal.detect(System.getenv()), version(), Instant.now(), Path.of("runs"));
        CommandLine line = commandLine(wiring, System.getenv().containsKey("DEFLATOR_DEBUG"));
        line.setOut(new PrintWriter(System.out, false, System.out.charset()));
        line.setErr(new PrintWriter(System.err, true, System.err.charset()));
        System.exit(execute(line, arguments));
    }

    /** Runs a command and sees to it that all it said is out before the process may end. */
    static int execute(CommandLine line, String... arguments) {
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    /** The command line; {@code debug} shows the stack trace of a fault. */
    static CommandLine commandLine(Wiring wiring, boolean debug) {
        CommandLine line = new CommandLine(new Deflator());
        line.addSubcommand(new RunCommand(wiring)).addSubcommand(new CheckCommand(wiring))
                .addSubcommand(new CashflowsCommand(wiring)).addSubcommand(new CreditCommand(wiring))
                .addSubcommand(new MemoCommand(wiring))
                .addSubcommand(new LiquidateCommand(wiring))
                .addSubcommand(new ReportCommand(wiring)).addSubcommand(new SqlCommand(wiring))
                .addSubcommand(new VerifyCommand(wiring)).addSubcommand(new ExplainCommand(wiring))
                .addSubcommand(new TraceCommand(wiring)).addSubcommand(data(wiring))
                .addSubcommand(new ExportCommand(wiring)).addSubcommand(new ImportCommand(wiring))
                .addSubcommand(new StressCommand(wiring)).addSubcommand(new CascadeCommand(wiring))
                .addSubcommand(new ScenariosCommand(wiring))
                .addSubcommand(new HelpCommand());
        line.getCommandSpec().version("deflator " + wiring.version());
        line.setUsageHelpWidth(wiring.terminal().width());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                wiring.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, arguments) -> badArguments(problem));
        line.setExecutionExceptionHandler(
                (fault, command, parsed) -> failure(fault, command.getErr(), debug));
        return line;
    }

    private static CommandLine data(Wiring wiring) {
        return new CommandLine(new DataCommand()).addSubcommand(new DataListCommand(wiring))
                .addSubcommand(new DataImportCommand(wiring));
    }

    /** Without a command, the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int badArguments(ParameterException problem) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println("deflator: " + sentence(problem));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("See `" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
        return BAD_INPUT;
    }

    private static String sentence(ParameterException problem) {
        String message = Optional.ofNullable(problem.getMessage()).orElse("these arguments make no sense");
        return problem instanceof UnmatchedArgumentException unmatched
                && problem.getCommandLine().getParent() == null
                && !unmatched.getUnmatched().getFirst().startsWith("-")
                        ? "there is no command '" + unmatched.getUnmatched().getFirst() + "'"
                        : message;
    }

    private static int failure(Exception fault, PrintWriter err, boolean debug) {
        if (fault instanceof BadInput) {
            err.println(fault.getMessage());
            return BAD_INPUT;
        }
        if (fault instanceof IOException disk) {
            err.println("deflator: " + storage(disk));
            return FAULT;
        }
        err.println("deflator: fault of the program: " + fault);
        if (debug) {
            fault.printStackTrace(err);
        } else {
            err.println("Set DEFLATOR_DEBUG=1 to see where. Please tell " + REPORT_TO
                    + ", with the command and, if you may, its input.");
        }
        return FAULT;
    }

    /** What a disk or a folder did not do, and for which file. */
    private static String storage(IOException fault) {
        String reason = switch (fault) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException taken -> taken.getFile() + " is in the way";
            default -> Optional.ofNullable(fault.getMessage()).orElse("the disk gave no reason");
        };
        return "cannot read or write: " + reason
                + "; check the folder, its permissions and the room on the disk";
    }

    private static String version() {
        return Optional.ofNullable(Deflator.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
