package org.deflator.data.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunTotals;
import org.deflator.model.portfolio.Portfolio;

/**
 * What a run computes, as functions.
 *
 * @param simulate one block; called on any thread
 * @param merge takes the blocks in index order, on one thread
 * @param summary what the merged blocks say
 * @param instrumentIds ids in the order of {@link BlockResult#instruments}
 * @param covenants labels of an instrument's covenants as agreed, in order; none for an id that is missing
 */
public record Simulation(IntFunction<BlockResult> simulate, Consumer<BlockResult> merge,
        Supplier<RunSummary> summary,
        List<String> instrumentIds, Map<String, List<String>> covenants) {
    /** The engine's own for {@code portfolio}. */
    public static Simulation of(Engine engine, Portfolio portfolio) {
        RunTotals totals = engine.totals();
        return new Simulation(engine::run, totals::add, totals::summary, engine.instrumentIds(),
                CovenantLabels.of(portfolio));
    }
}
