package org.deflator.cli;

import java.io.IOException;
import java.util.Optional;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.StressSample;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is run when several cases are run on the same random numbers. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CaseOptions {
    @Mixin
    private BookOptions book;
    @Option(names = "--paths", paramLabel = "N", defaultValue = "5000",
            description = "Number of paths of each case.")
    private int paths;
    @Option(names = "--horizon", paramLabel = "MONTHS", defaultValue = "120",
            description = "Months simulated.")
    private int months;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Seed of all random numbers.")
    private long seed;
    @Option(names = "--threads", paramLabel = "N", description = "Threads; by default one a processor.")
    private Optional<Integer> threads;

    /** How to simulate each case. */
    RunPlan plan() {
        try {
            return new RunPlan(paths, months, seed, 0);
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + e.getMessage());
        }
    }

    /** The book and its market under scenarios. */
    Inputs inputs(Wiring wiring, ChosenScenarios chosen) throws IOException {
        return book.read(wiring, chosen);
    }

    /** Threads to work with. */
    int threadCount() {
        return Threads.count(threads);
    }

    /** A case of which nothing has been run. */
    static StressSample sample(String name, Portfolio portfolio, Market market, RunPlan plan) {
        try {
            return StressSample.of(name, portfolio, market, plan);
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + portfolio.id() + ", " + name + ": " + e.getMessage());
        }
    }
}
