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
import org.deflator.model.portfolio.Perimeter;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads portfolios; the format is told in {@code docs/portfolio-format.md}. */
public final class PortfolioFile {
    /** Size of the largest file that is read. */
    public static final int MAX_BYTES = YamlText.MAX_BYTES;

    private PortfolioFile() {}

    /** The portfolio within the frozen perimeter, or everything that is wrong with the file. */
    public static Outcome<LoadedPortfolio> read(Path path) {
        return bind(path.toString(), YamlText.read(path), PartSource.besides(path), Perimeter.FROZEN,
                Overlay.none());
    }

    /**
     * The same within any perimeter and from a stream, which stays open; {@code name} stands for the file in
     * problems, {@code source} has the parts.
     */
    public static Outcome<LoadedPortfolio> read(String name, InputStream stream, PartSource source,
            Perimeter perimeter) throws IOException {
        return read(name, stream, source, perimeter, Scenarios.none());
    }

    /** The same under scenarios. */
    public static Outcome<LoadedPortfolio> read(String name, InputStream stream, PartSource source,
            Perimeter perimeter, Scenarios scenarios) throws IOException {
        return bind(name, YamlText.read(name, stream), source, perimeter, scenarios.onPortfolio());
    }

    private static Outcome<LoadedPortfolio> bind(String name, Outcome<Node> text, PartSource source,
            Perimeter perimeter, Overlay overlay) {
        return switch (text) {
            case Outcome.Failed<Node>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<Node>(Node root) ->
                    bind(PortfolioParts.read(name, root, source, overlay), perimeter);
        };
    }

    /**
     * The same from nodes that do not come from YAML text, such as the rows of a loan tape; {@code found}
     * is what is wrong with them already.
     */
    public static Outcome<LoadedPortfolio> read(String name, Node root, List<Problem> found,
            Perimeter perimeter) {
        PortfolioParts files = PortfolioParts.read(name, root, PartSource.none(), Overlay.none());
        files.problems().addAll(found);
        return bind(files, perimeter);
    }

    /** What a portfolio file may hold. */
    public static Shape.Fields shape() {
        return PortfolioShape.PORTFOLIO;
    }

    /** Checks the portfolio with growth and without, whichever is asked for. */
    private static Outcome<LoadedPortfolio> bind(PortfolioParts files, Perimeter perimeter) {
        Optional<Tree.Branch> whole = files.whole();
        whole.ifPresent(branch -> PortfolioChecks.check(branch, files.problems()));
        if (whole.isEmpty() || !files.problems().isEmpty()) {
            return new Outcome.Failed<>(InFileOrder.of(files.problems()));
        }
        Growth growth = Growth.of(whole.get());
        List<Problem> without = new ArrayList<>();
        PortfolioChecks.check(growth.frozen(), without);
        if (!without.isEmpty()) {
            return new Outcome.Failed<>(InFileOrder.of(
                    without.stream().map(PortfolioFile::onceGrowthIsLeftOut).toList()));
        }
        LoadedPortfolio.Told told = new LoadedPortfolio.Told(whole.get(), files.provenance());
        return new Outcome.Done<>(switch (perimeter) {
            case GROWTH -> new LoadedPortfolio(PortfolioBinder.portfolio(whole.get(), List.of()),
                    told.provenance(), files.places(), files.parts(), told);
            case FROZEN -> new LoadedPortfolio(PortfolioBinder.portfolio(growth.frozen(), growth.leftOut()),
                    told.provenance().without(growth::covers), files.places(), files.parts(), told);
        });
    }

    private static Problem onceGrowthIsLeftOut(Problem problem) {
        return new Problem(problem.file(), problem.sheet(), problem.line(), problem.column(),
                problem.heading(), "once growth is left out, " + problem.found(), problem.expected(),
                problem.remedy());
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
