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
    /** The engine's own. */
    public static Simulation of(Engine engine) {
        RunTotals totals = engine.totals();
        return new Simulation(engine::run, totals::add, totals::summary, engine.instrumentIds(),
                engine.covenantLabels());
    }
}
