package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deflator.cli.Wiring.Book;
import org.deflator.cli.Wiring.Calculator;
import org.deflator.cli.Wiring.Sources;
import org.deflator.cli.Wiring.World;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunDirectory.InputFile;
import org.deflator.data.store.Simulation;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio;

/**
 * A book and a market that fit each other.
 *
 * @param book the book
 * @param world the market
 * @param scenarios what was changed of both
 */
record Inputs(Book book, World world, ChosenScenarios scenarios) {
    /** The files that the user named. */
    record Named(Optional<Path> portfolio, Optional<Path> market, Optional<Path> model) {}

    /** What the user named, and the bundled files for the rest, under scenarios. */
    static Inputs read(Sources sources, Named named, Perimeter perimeter, ChosenScenarios chosen)
            throws IOException {
        Book book =
                BadInput.require(sources.book(named.portfolio(), perimeter, chosen.scenarios()));
        World world = BadInput.require(sources.world(book.portfolio().asOf(), named.market(), named.model(),
                chosen.scenarios()));
        List<Problem> misfits = Stream.concat(
                PortfolioFile.problemsIn(book.loaded(), world.market().snapshot()).stream(),
                chosen.scenarios().problemsIn(book.portfolio(), world.market().snapshot()).stream()).toList();
        if (!misfits.isEmpty()) {
            throw new BadInput(misfits.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return new Inputs(book, world, chosen);
    }

    /** The copies that a run keeps. */
    static Inputs of(Sources sources, RunDirectory run) throws IOException {
        return read(sources,
                new Named(run.input("portfolio"), run.input("market"), run.input("model")),
                run.manifest().perimeter(), ChosenScenarios.of(run));
    }

    /** What simulates these inputs; bad input if they cannot be resolved. */
    Simulation simulation(Calculator calculator, RunPlan plan) {
        try {
            return calculator.simulation(portfolio(), market(), plan);
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + book.name() + ": " + e.getMessage());
        }
    }

    Portfolio portfolio() {
        return book.portfolio();
    }

    Market market() {
        return world.market();
    }

    /** All files that were read. */
    List<InputFile> files() {
        return Stream.of(book.files(), world.files(), scenarios.files()).flatMap(List::stream).toList();
    }

    /** Evidence of all figures, with {@code portfolio.} and {@code market.} before their paths. */
    Provenance figures() {
        SortedMap<String, Provenance.Entry> figures = new TreeMap<>();
        book.loaded().provenance().figures()
                .forEach((path, entry) -> figures.put("portfolio." + path, entry));
        world.loaded().provenance().figures().forEach((path, entry) -> figures.put("market." + path, entry));
        return new Provenance(figures);
    }
}
