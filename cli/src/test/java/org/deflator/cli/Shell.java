package org.deflator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine;

/**
 * The commands with the engine and the files of the product, without reports unless asked for, as a user
 * would type them.
 */
final class Shell {
    /** Five groups of borrowers with 256 paths of five years. */
    static final String[] FIVE_GROUPS =
            {"run", "src/test/resources/books/five-groups.yaml", "--paths", "256", "--horizon", "60",
                    "--sampled-paths", "2"};

    private final Path runs;
    private final String version;
    private final Wiring.Reporter reporter;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs that are told no folder go to {@code runs}. */
    Shell(Path runs, String version) {
        this(runs, version, (run, file) -> {});
    }

    private Shell(Path runs, String version, Wiring.Reporter reporter) {
        this.runs = runs;
        this.version = version;
        this.reporter = reporter;
    }

    /** With the pages for a browser. */
    static Shell reporting(Path runs) {
        return new Shell(runs, "1.0-test", new HtmlReporter());
    }

    Shell(Path runs) {
        this(runs, "1.0-test");
    }

    /** Types a command; returns its exit code. */
    int type(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Wiring wiring = new Wiring(new FileSources(), new EngineCalculator(), reporter,
                new Terminal(120, false, false), version, Instant.parse("2026-07-15T10:00:00Z"), runs);
        CommandLine line = Deflator.commandLine(wiring, true);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return Deflator.execute(line, arguments);
    }

    /** What the last command printed. */
    String out() {
        return out.toString();
    }

    /** What the last command complained about. */
    String err() {
        return err.toString();
    }
}
