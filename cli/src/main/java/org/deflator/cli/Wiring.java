package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deflator.data.file.LoadedMarket;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.Scenarios;
import org.deflator.data.store.RunDirectory.InputFile;
import org.deflator.data.store.Simulation;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.TestRow;
import org.deflator.engine.study.CreditReview;
import org.deflator.model.base.Outcome;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio;

/**
 * What the commands work with: the rooms of the house behind interfaces, and the world outside.
 *
 * @param sources where portfolios and markets come from
 * @param calculator what simulates
 * @param reporter what writes reports
 * @param terminal what the screen can do
 * @param version version of the product
 * @param now time of the start
 * @param runs folder of runs that were not told another
 */
record Wiring(Sources sources, Calculator calculator, Reporter reporter, Terminal terminal, String version,
        Instant now,
        Path runs) {
    /**
     * A portfolio and the file it came from, which may name parts.
     *
     * @param loaded the portfolio
     * @param name name of the file, or of the tape
     * @param content the file as it was read; for a tape, a portfolio file that says the same
     */
    record Book(LoadedPortfolio loaded, String name, Supplier<byte[]> content) {
        Portfolio portfolio() {
            return loaded.portfolio();
        }

        /** The file and its parts. */
        List<InputFile> files() {
            return Stream.concat(Stream.of(new InputFile("portfolio", name, content.get())),
                    loaded.parts().stream().map(part -> new InputFile("part", part.path(), part.bytes())))
                    .toList();
        }
    }

    /** A market and the files it came from, {@code market} and {@code model}. */
    record World(LoadedMarket loaded, List<InputFile> files) {
        Market market() {
            return loaded.market();
        }
    }

    /**
     * Reads inputs under scenarios; what is not named comes bundled, a snapshot as the latest at or before the
     * as-of date.
     */
    interface Sources {
        Outcome<Book> book(Optional<Path> portfolio, Perimeter perimeter, Scenarios scenarios)
                throws IOException;

        Outcome<World> world(LocalDate asOf, Optional<Path> snapshot, Optional<Path> model,
                Scenarios scenarios) throws IOException;

        /** The portfolio as it stands. */
        default Outcome<Book> book(Optional<Path> portfolio, Perimeter perimeter) throws IOException {
            return book(portfolio, perimeter, Scenarios.none());
        }

        /** The market as it stands. */
        default Outcome<World> world(LocalDate asOf, Optional<Path> snapshot, Optional<Path> model)
                throws IOException {
            return world(asOf, snapshot, model, Scenarios.none());
        }
    }

    /** Simulates. */
    interface Calculator {
        /** Throws {@link IllegalArgumentException} if the portfolio cannot be resolved. */
        Simulation simulation(Portfolio portfolio, Market market, RunPlan plan);

        /** Cash ledger of the path on which every random driver is at its median. */
        List<LedgerRow> baseCase(Portfolio portfolio, Market market, RunPlan plan);

        /** All that happens on path {@code path}; the portfolio can be resolved. */
        PathTrace trace(Portfolio portfolio, Market market, RunPlan plan, int path);
    }

    /** Writes a report of a run. */
    interface Reporter {
        void write(ReportedRun run, Path file) throws IOException;

        /**
         * Writes memos beside {@code report}, and the report with them if {@code linked}; says where they are. Reviews
         * are asked for once, if at all, because they take time.
         */
        default List<Path> memos(ReportedRun run, Supplier<List<CreditReview>> reviews, Path report,
                boolean linked) throws IOException {
            return List.of();
        }
    }

    /** All that a report may tell of. */
    record ReportedRun(RunSummary summary, Inputs inputs, List<TestRow> tests, List<LedgerRow> ledger,
            String generatedBy) {}
}
