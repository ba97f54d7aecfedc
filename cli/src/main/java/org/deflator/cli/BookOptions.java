package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deflator.model.portfolio.Perimeter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which book in which market; the same for all commands that simulate one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BookOptions {
    @Parameters(arity = "0..1", paramLabel = "PORTFOLIO",
            description = "Portfolio file (YAML), or loan tape (.xlsx, .csv or a folder of CSV files); by"
                    + " default the bundled book.")
    private Optional<Path> portfolio;
    @Option(names = "--market", paramLabel = "FILE",
            description = "Market snapshot; by default the bundled one.")
    private Optional<Path> market;
    @Option(names = "--model", paramLabel = "FILE", description = "Market model; by default the bundled one.")
    private Optional<Path> model;
    @Mixin
    private PerimeterOption perimeter;

    /** Both, under scenarios. */
    Inputs read(Wiring wiring, ChosenScenarios chosen) throws IOException {
        return Inputs.read(wiring.sources(), new Inputs.Named(portfolio, market, model), perimeter(), chosen);
    }

    /** Whether a portfolio is named. */
    boolean named() {
        return portfolio.isPresent();
    }

    /** How much of the portfolio is read. */
    Perimeter perimeter() {
        return perimeter.chosen();
    }
}
