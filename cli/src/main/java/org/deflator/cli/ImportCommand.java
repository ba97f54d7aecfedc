package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.cli.Wiring.Book;
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
        Files.writeString(to, PortfolioYaml.of(book.loaded()));
        spec.commandLine().getOut().println(to);
        return Deflator.DONE;
    }
}
