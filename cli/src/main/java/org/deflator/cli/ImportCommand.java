package org.deflator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.cli.Wiring.Book;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.tape.PortfolioYaml;
import org.deflator.model.portfolio.Perimeter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a loan tape into a portfolio file. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Turn a loan tape into one portfolio file that says the same.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "1", paramLabel = "TAPE",
            description = "Workbook (.xlsx), CSV file with others beside it, or folder of CSV files.")
    private Path tape;
    @Option(names = "--to", required = true, paramLabel = "FILE",
            description = "Portfolio file to write (YAML).")
    private Path to;
    @Spec
    private CommandSpec spec;

    ImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Book book = BadInput.require(wiring.sources().book(Optional.of(tape), Perimeter.FROZEN));
        if (Files.exists(to)) {
            throw new BadInput("deflator: " + to + " exists; name a new file, or remove it first");
        }
        byte[] text = PortfolioYaml.of(book.loaded()).getBytes(StandardCharsets.UTF_8);
        if (text.length > PortfolioFile.MAX_BYTES) {
            throw new BadInput(String.format(Locale.ROOT,
                    "deflator: the portfolio file of %s would have %,d MB,"
                            + " and none of more than %d MB is read; use the tape as it is, or split it",
                    tape, Math.ceilDiv(text.length, 1 << 20), PortfolioFile.MAX_BYTES >> 20));
        }
        Files.write(to, text);
        spec.commandLine().getOut().println(to);
        return Deflator.DONE;
    }
}
