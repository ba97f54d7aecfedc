package org.deflator.data.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.data.file.Explanation.Nearness;
import org.deflator.data.file.FigureReach.Found;
import org.deflator.engine.run.Influence;
import org.deflator.engine.run.Influence.Channel;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.model.market.MarketModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/** Whether a figure of the input files can move a total: whether it can move what any debt adds to it. */
final class TotalReach {
    private final List<FigureReach> parts = new ArrayList<>();

    TotalReach(Portfolio portfolio, MarketModel model, SummaryMetric.Source source) {
        for (Borrower borrower : portfolio.borrowers()) {
            Influence influence = Influence.on(portfolio, model, borrower.id());
            for (Instrument debt : borrower.debt()) {
                parts.add(new FigureReach(influence, model, debt.id(), source));
            }
        }
    }

    /** The borrowers that move the total. */
    SortedMap<String, Channel> channels() {
        SortedMap<String, Channel> all = new TreeMap<>();
        parts.forEach(part -> part.channels().keySet().forEach(id -> all.put(id, Channel.OWN)));
        return all;
    }

    /** What the figure at {@code path} is to the total; empty if it cannot move it. */
    Optional<Found> of(String path) {
        return parts.stream().flatMap(part -> part.of(path).stream()).findFirst()
                .map(found -> new Found(within(found.nearness()), found.owner()));
    }

    /** Nobody is far from the whole. */
    private static Nearness within(Nearness nearness) {
        return switch (nearness) {
            case INSTRUMENT, BORROWER, GROUP, OTHERS -> Nearness.BORROWER;
            case CUSTOMERS -> Nearness.CUSTOMERS;
            case MARKET -> Nearness.MARKET;
        };
    }
}
