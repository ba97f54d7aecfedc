package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Fleet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads portfolios; the format is told in {@code docs/portfolio-format.md}. */
public final class PortfolioFile {
    private PortfolioFile() {}

    /** The portfolio, or everything that is wrong with the file. */
    public static Outcome<LoadedPortfolio> read(Path path) {
        return bind(path.toString(), YamlText.read(path), PartSource.besides(path));
    }

    /**
     * The same from a stream, which stays open; {@code name} stands for the file in problems, {@code source}
     * has the parts.
     */
    public static Outcome<LoadedPortfolio> read(String name, InputStream stream, PartSource source)
            throws IOException {
        return bind(name, YamlText.read(name, stream), source);
    }

    private static Outcome<LoadedPortfolio> bind(String name, Outcome<Node> text, PartSource source) {
        return switch (text) {
            case Outcome.Failed<Node>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<Node>(Node root) -> bind(PortfolioParts.read(name, root, source));
        };
    }

    private static Outcome<LoadedPortfolio> bind(PortfolioParts files) {
        Optional<Tree.Branch> whole = files.whole();
        whole.ifPresent(branch -> PortfolioChecks.check(branch, files.problems()));
        if (whole.isEmpty() || !files.problems().isEmpty()) {
            return new Outcome.Failed<>(InFileOrder.of(files.problems()));
        }
        return new Outcome.Done<>(new LoadedPortfolio(PortfolioBinder.portfolio(whole.get()),
                files.provenance(), files.places(), files.parts()));
    }

    /**
     * What keeps a portfolio from being simulated in a market: cards that the market does not know or
     * does not rent.
     */
    public static List<Problem> problemsIn(LoadedPortfolio loaded, MarketSnapshot market) {
        List<String> rented = market.generations().stream().map(g -> g.id())
                .filter(id -> market.rent(id).isPresent()).toList();
        List<Problem> problems = new ArrayList<>();
        for (Borrower borrower : loaded.portfolio().borrowers()) {
            for (Fleet fleet : borrower.fleets()) {
                String path = String.join(".", "borrowers", borrower.id(), "fleets", fleet.id(), "gpu");
                Place place = loaded.places().get(path);
                if (!rented.contains(fleet.gpu()) && place != null) {
                    problems.add(place.problem("'" + fleet.gpu() + "'",
                            "a gpu with a rent in the market snapshot of " + market.asOf(),
                            "there are " + String.join(", ", rented)));
                }
            }
        }
        Place asOf = loaded.places().get("as_of");
        if (asOf != null && market.asOf().isAfter(loaded.portfolio().asOf())) {
            problems.add(asOf.problem("the as-of date " + loaded.portfolio().asOf(),
                    "one not before the market snapshot of " + market.asOf(), "take an earlier snapshot"));
        }
        return InFileOrder.of(problems);
    }
}
