package org.deflator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.cli.Wiring.Book;
import org.deflator.cli.Wiring.World;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.LoadedMarket;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.PartSource;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.file.Scenarios;
import org.deflator.data.store.RunDirectory.InputFile;
import org.deflator.data.tape.LoanTape;
import org.deflator.data.tape.PortfolioYaml;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;

/**
 * Files, and the bundled ones where none is named. What is parsed are the very bytes of which a run
 * keeps a copy; of a loan tape it keeps a portfolio file that says the same.
 */
final class FileSources implements Wiring.Sources {
    @Override
    public Outcome<Book> book(Optional<Path> portfolio, Perimeter perimeter, Scenarios scenarios)
            throws IOException {
        if (portfolio.isPresent() && LoanTape.isTape(portfolio.get())) {
            return tape(portfolio.get(), perimeter, scenarios);
        }
        Outcome<Text> main = portfolio.isPresent()
                ? file("portfolio", portfolio.get())
                : new Outcome.Done<>(bundled("portfolio", BundledUniverse.portfolioFile()));
        PartSource parts = portfolio.map(PartSource::besides).orElseGet(BundledUniverse::parts);
        return switch (main) {
            case Outcome.Failed<Text>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<Text>(Text text) -> switch (PortfolioFile.read(text.place(), text.stream(),
                    parts, perimeter, scenarios)) {
                case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) ->
                        new Outcome.Failed<>(problems);
                case Outcome.Done<LoadedPortfolio>(LoadedPortfolio loaded) ->
                        new Outcome.Done<>(new Book(loaded, text.file().name(), text.file()::bytes));
            };
        };
    }

    /** What scenarios set goes into the portfolio file that says what the tape says. */
    private static Outcome<Book> tape(Path tape, Perimeter perimeter, Scenarios scenarios)
            throws IOException {
        String name = String.valueOf(tape.toAbsolutePath().normalize().getFileName());
        Outcome<Book> plain = tape(tape, name, perimeter);
        if (scenarios.all().isEmpty() || !(plain instanceof Outcome.Done<Book>(Book book))) {
            return plain;
        }
        byte[] text = book.content().get();
        return switch (PortfolioFile.read(tape.toString(), new ByteArrayInputStream(text), PartSource.none(),
                perimeter, scenarios)) {
            case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<LoadedPortfolio>(LoadedPortfolio loaded) ->
                    new Outcome.Done<>(new Book(loaded, name, () -> text));
        };
    }

    private static Outcome<Book> tape(Path tape, String name, Perimeter perimeter) throws IOException {
        return switch (LoanTape.read(tape, perimeter)) {
            case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<LoadedPortfolio>(LoadedPortfolio loaded) ->
                    new Outcome.Done<>(
                            new Book(loaded, name,
                                    () -> PortfolioYaml.of(loaded).getBytes(StandardCharsets.UTF_8)));
        };
    }

    @Override
    public Outcome<World> world(LocalDate asOf, Optional<Path> snapshot, Optional<Path> model,
            Scenarios scenarios) throws IOException {
        Outcome<Text> start = snapshot.isPresent()
                ? file("market", snapshot.get())
                : bundledSnapshot(asOf);
        Outcome<Text> motion = model.isPresent()
                ? file("model", model.get())
                : new Outcome.Done<>(bundled("model", BundledUniverse.modelFile()));
        if (start instanceof Outcome.Done<Text>(Text market)
                && motion instanceof Outcome.Done<Text>(Text moves)) {
            Outcome<LoadedMarket> read = MarketFile.together(
                    MarketFile.readSnapshot(market.place(), market.stream(), scenarios),
                    MarketFile.readModel(moves.place(), moves.stream(), scenarios));
            return switch (read) {
                case Outcome.Failed<LoadedMarket>(List<Problem> problems) -> new Outcome.Failed<>(problems);
                case Outcome.Done<LoadedMarket>(LoadedMarket loaded) ->
                        new Outcome.Done<>(
                                new World(scenarios.disturb(loaded), List.of(market.file(), moves.file())));
            };
        }
        List<Problem> problems = new ArrayList<>(problems(start));
        problems.addAll(problems(motion));
        return new Outcome.Failed<>(problems);
    }

    private record Text(String place, InputFile file) {
        ByteArrayInputStream stream() {
            return new ByteArrayInputStream(file.bytes());
        }
    }

    private static Outcome<Text> bundledSnapshot(LocalDate asOf) throws IOException {
        return switch (BundledUniverse.snapshotFile(asOf)) {
            case Outcome.Failed<BundledUniverse.BundledFile>(List<Problem> problems) ->
                    new Outcome.Failed<>(problems);
            case Outcome.Done<BundledUniverse.BundledFile>(BundledUniverse.BundledFile file) ->
                    new Outcome.Done<>(bundled("market", file));
        };
    }

    private static Text bundled(String role, BundledUniverse.BundledFile file) {
        return new Text(file.name(),
                new InputFile(role, Path.of(file.name()).getFileName().toString(), file.bytes()));
    }

    private static Outcome<Text> file(String role, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            String found = Files.exists(path) ? "a directory" : "no such file";
            return new Outcome.Failed<>(
                    List.of(new Problem(path.toString(), 0, 0, found, "a YAML file", "check the path")));
        }
        if (!Files.isReadable(path)) {
            return new Outcome.Failed<>(
                    List.of(new Problem(path.toString(), 0, 0, "a file that cannot be read",
                            "a readable YAML file", "check its permissions")));
        }
        Path name = path.getFileName();
        return new Outcome.Done<>(
                new Text(path.toString(),
                        new InputFile(role, name == null ? "" : name.toString(), Files.readAllBytes(path))));
    }

    private static List<Problem> problems(Outcome<Text> outcome) {
        return switch (outcome) {
            case Outcome.Done<Text> done -> List.of();
            case Outcome.Failed<Text>(List<Problem> problems) -> problems;
        };
    }
}
