package org.deflator.data.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deflator.data.file.Tree.Branch;
import org.deflator.data.file.Tree.Setting;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Gauge;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;

/**
 * Scenarios, one after the other: a later setting replaces an earlier one, shocks add up.
 *
 * @param all in the order in which they apply
 */
public record Scenarios(List<LoadedScenario> all) {
    public Scenarios {
        all = List.copyOf(all);
    }

    /** No scenario at all. */
    public static Scenarios none() {
        return new Scenarios(List.of());
    }

    /** What they put in place of figures of the market model; for one reading. */
    public Overlay onModel() {
        return new Overlay("model.yaml", settings("set"));
    }

    /** The same of the market snapshot. */
    public Overlay onSnapshot() {
        return new Overlay("the market snapshot", settings("set_market"));
    }

    /** The same of the portfolio. */
    public Overlay onPortfolio() {
        return new Overlay("the portfolio", settings("set_portfolio"));
    }

    private List<Setting> settings(String key) {
        return all.stream().flatMap(scenario -> scenario.told().settings(key).stream()).toList();
    }

    /** What befalls the market, all told. */
    public List<MarketShock> shocks() {
        return all.stream().flatMap(s -> s.scenario().shocks().stream()).toList();
    }

    /** A market after their settings, disturbed by their shocks as well. */
    public LoadedMarket disturb(LoadedMarket market) {
        if (all.isEmpty()) {
            return market;
        }
        SortedMap<String, Provenance.Entry> figures = new TreeMap<>(market.provenance().figures());
        SortedMap<String, Place> places = new TreeMap<>(market.places());
        for (LoadedScenario scenario : all) {
            String before = "scenario." + scenario.scenario().id() + ".";
            scenario.provenance().figures().forEach((path, entry) -> figures.put(before + path, entry));
            scenario.places().forEach((path, place) -> places.put(before + path, place));
        }
        return new LoadedMarket(market.market().with(shocks()), new Provenance(figures), places);
    }

    /** What keeps the shocks from befalling this portfolio in this market. */
    public List<Problem> problemsIn(Portfolio portfolio, MarketSnapshot market) {
        List<Problem> problems = new ArrayList<>();
        for (LoadedScenario scenario : all) {
            List<Branch> branches = scenario.told().tree().branches("shocks");
            for (int k = 0; k < branches.size(); k++) {
                MarketShock shock = scenario.scenario().shocks().get(k);
                misfits(branches.get(k), shock, portfolio, market, problems);
            }
        }
        return InFileOrder.of(problems);
    }

    private static void misfits(Branch told, MarketShock shock, Portfolio portfolio, MarketSnapshot market,
            List<Problem> problems) {
        List<String> gpus = market.generations().stream().map(GpuGeneration::id).toList();
        told.maybeWord("gpu").filter(gpu -> !gpus.contains(gpu)).ifPresent(gpu -> problems
                .add(told.at("gpu").problem("'" + gpu + "'", "a generation of the market snapshot",
                        Spelling.remedy(gpu, gpus, "there are " + String.join(", ", gpus)))));
        switch (shock.start()) {
            case Start.At(java.time.YearMonth month) -> {
                if (!month.atEndOfMonth().isAfter(portfolio.asOf())) {
                    problems.add(told.at("at").problem("the month " + month,
                            "one after the as-of date " + portfolio.asOf(), "take a later month"));
                }
            }
            case Start.After _ -> {
            }
            case Start.When when -> {
                if (when.gauge() instanceof Gauge.RentUsdPerGpuHour(String gpu) && !gpus.contains(gpu)) {
                    problems.add(told.at("when").problem("the generation '" + gpu + "'",
                            "one of the market snapshot",
                            Spelling.remedy(gpu, gpus, "there are " + String.join(", ", gpus))));
                }
            }
        }
        TreeSet<String> customers = new TreeSet<>();
        Stream.of(portfolio).flatMap(p -> p.offtakers().stream()).map(Offtaker::id).forEach(customers::add);
        told.maybeWord("offtaker").filter(id -> !customers.contains(id)).ifPresent(id -> problems
                .add(told.at("offtaker").problem("'" + id + "'", "a customer of the portfolio",
                        Spelling.remedy(id, customers, "leave it out for the customer that owes most"))));
        List<String> borrowers = portfolio.borrowers().stream().map(Borrower::id).toList();
        told.maybeWord("borrower").filter(id -> !borrowers.contains(id)).ifPresent(id -> problems
                .add(told.at("borrower").problem("'" + id + "'", "a borrower of the portfolio",
                        Spelling.remedy(id, borrowers, "there are " + String.join(", ", borrowers)))));
    }
}
