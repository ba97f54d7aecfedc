package org.deflator.engine.run;

import java.util.List;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/** The front door: a portfolio, a market and a plan in, what happened out. Immutable; blocks may run on any thread. */
public final class Engine {
    private final Portfolio portfolio;

    private Engine(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Resolves and compiles; throws {@link IllegalArgumentException} if the portfolio cannot be resolved. */
    public static Engine of(Portfolio portfolio, Market market, RunPlan plan) {
        return new Engine(portfolio);
    }

    /** Simulates one block. */
    public BlockResult run(int block) {
        throw new UnsupportedOperationException(portfolio.id());
    }

    /** An empty total, to which blocks are added in index order. */
    public RunTotals totals() {
        return new RunTotals();
    }

    /** Ids in the order of {@link BlockResult#measures}. */
    public List<String> borrowerIds() {
        return List.of();
    }

    /** Ids in the order of {@link BlockResult#instruments}. */
    public List<String> instrumentIds() {
        return List.of();
    }

    /** Ids in the order of {@link BlockResult#rents}. */
    public List<String> gpuIds() {
        return List.of();
    }

    /** The base case: every random driver at its median, as the cash ledger of one path. */
    public List<LedgerRow> baseCase() {
        return List.of();
    }
}
