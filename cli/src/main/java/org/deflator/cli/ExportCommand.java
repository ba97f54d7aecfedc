package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.cli.Wiring.Book;
import org.deflator.data.tape.TapeWriter;
import org.deflator.model.portfolio.Perimeter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a portfolio as a loan tape. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Write a portfolio as a loan tape; without one, the bundled book.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "PORTFOLIO", description = "Portfolio file or loan tape.")
    private Optional<Path> portfolio;
    @Option(names = "--to", required = true, paramLabel = "TAPE",
            description = "Workbook to write (.xlsx), or folder for CSV files.")
    private Path to;
    @Spec
    private CommandSpec spec;

    ExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Book book = BadInput.require(wiring.sources().book(portfolio, Perimeter.FROZEN));
        if (Files.exists(to)) {
            throw new BadInput("deflator: " + to + " exists; name a new file or folder, or remove it first");
        }
        boolean workbook = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
        Path written = BadInput.require(workbook
                ? TapeWriter.workbook(book.loaded(), to)
                : TapeWriter.folder(book.loaded(), to));
        spec.commandLine().getOut().println(written);
        return Deflator.DONE;
    }
}
