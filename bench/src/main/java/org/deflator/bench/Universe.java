package org.deflator.bench;

import org.deflator.data.file.BundledUniverse;
import org.deflator.engine.cashflow.Resolver;
import org.deflator.engine.path.MarketPlan;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/**
 * The real book that comes with the program, in its own market: what all benchmarks run on.
 *
 * @param portfolio the book
 * @param market its market on the book's as-of date
 */
record Universe(Portfolio portfolio, Market market) {
    /** Horizon of all benchmarks, months. */
    static final int MONTHS = 120;
    /** Seed of all benchmarks; any will do. */
    static final long SEED = 1;

    static Universe read() {
        Portfolio portfolio = done(BundledUniverse.portfolio()).portfolio();
        return new Universe(portfolio, done(BundledUniverse.market(portfolio.asOf())).market());
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Failed<T> failed ->
                    throw new IllegalStateException("the bundled book cannot be read: " + failed.problems());
        };
    }

    /** An engine for {@code paths} paths that keeps no path in full. */
    Engine engine(int paths) {
        return Engine.of(portfolio, market, new RunPlan(paths, MONTHS, SEED, 0));
    }

    /** The market of the cards that the book owns; its resale tables are built when first asked for. */
    MarketPlan marketPlan() {
        return MarketPlan.of(market, new Timeline(portfolio.asOf(), MONTHS), Resolver.ownedGpus(portfolio));
    }
}
