package org.deflator.cli;

import org.deflator.model.portfolio.Perimeter;
import picocli.CommandLine.Option;

/** How much of a portfolio is read; the same for all commands that read one. */
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class PerimeterOption {
    static final String NAME = "--perimeter";

    @Option(names = NAME, paramLabel = "WHICH", defaultValue = "frozen",
            description = "frozen: what is in service or funded; growth: also what the file marks as growth.")
    private Perimeter perimeter;

    Perimeter chosen() {
        return perimeter;
    }
}
