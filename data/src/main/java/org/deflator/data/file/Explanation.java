package org.deflator.data.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.deflator.engine.run.Influence;
import org.deflator.engine.run.Influence.Channel;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.SummaryFigure;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.engine.run.SummarySubject;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.MarketModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;

/**
 * The way from a figure of the summary back to the input figures that it depends on, each with its place and
 * evidence. Changing a figure that is not among them changes no bit of the result.
 *
 * @param channels who moves it, and by which way
 * @param inputs the figures, nearest first
 */
public record Explanation(SortedMap<String, Channel> channels, List<Input> inputs) {
    /** How near an input is to the result. */
    public enum Nearness {
        INSTRUMENT("instrument"), BORROWER("borrower"), GROUP("group"), CUSTOMERS("customers"), OTHERS(
                "other borrowers"),
        MARKET("market");

        private final String label;

        Nearness(String label) {
            this.label = label;
        }

        /** Words for tables. */
        public String label() {
            return label;
        }
    }

    /**
     * An input figure.
     *
     * @param nearness how near it is
     * @param owner id of the borrower or customer it is of, or the part of the market
     * @param figure its path, beginning with {@code portfolio} or {@code market}
     * @param place where it stands
     * @param value as the file spells it
     * @param evidence its source, or the reason of the assumption
     */
    public record Input(Nearness nearness, String owner, String figure, Place place, String value,
            Evidence evidence) {}

    public Explanation {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        inputs = List.copyOf(inputs);
    }

    /**
     * What {@code figure} depends on.
     *
     * @throws NoSuchElementException if the portfolio has not what it is a figure of
     */
    public static Explanation of(LoadedPortfolio book, LoadedMarket world, SummaryFigure figure) {
        Portfolio portfolio = book.portfolio();
        MarketModel model = world.market().model();
        SummaryMetric.Source source = figure.metric().source();
        return switch (figure.subject()) {
            case SummarySubject.OfInstrument(InstrumentSummary instrument) -> {
                Influence influence = Influence.on(portfolio, model, owner(portfolio, instrument.id()));
                FigureReach reach = new FigureReach(influence, model, instrument.id(), source);
                yield new Explanation(reach.channels(), inputs(book, world, reach::of));
            }
            case SummarySubject.OfBorrower(BorrowerSummary borrower) -> {
                FigureReach reach =
                        new FigureReach(Influence.on(portfolio, model, borrower.id()), model, "", source);
                yield new Explanation(reach.channels(), inputs(book, world, reach::of));
            }
            case SummarySubject.OfPortfolio _ -> {
                TotalReach reach = new TotalReach(portfolio, model, source);
                yield new Explanation(reach.channels(), inputs(book, world, reach::of));
            }
        };
    }

    private static List<Input> inputs(LoadedPortfolio book, LoadedMarket world,
            Function<String, Optional<FigureReach.Found>> reach) {
        List<Input> inputs = new ArrayList<>();
        collect("portfolio.", book.provenance(), book.places(), reach, inputs);
        collect("market.", world.provenance(), world.places(), reach, inputs);
        inputs.sort(Comparator.comparing(Input::nearness));
        return inputs;
    }

    private static void collect(String file, Provenance provenance, SortedMap<String, Place> places,
            Function<String, Optional<FigureReach.Found>> reach, List<Input> inputs) {
        provenance.figures().forEach((path, entry) -> {
            Place place = places.get(path);
            if (place != null) {
                reach.apply(file + path).ifPresent(found -> inputs.add(new Input(found.nearness(),
                        found.owner(), file + path, place, entry.value(), entry.evidence())));
            }
        });
    }

    /** The borrower that owes {@code instrument}. */
    private static String owner(Portfolio portfolio, String instrument) {
        return portfolio.borrowers().stream()
                .filter(each -> each.debt().stream().anyMatch(debt -> debt.id().equals(instrument)))
                .map(Borrower::id).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no instrument " + instrument));
    }
}
