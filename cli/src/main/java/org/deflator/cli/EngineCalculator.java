package org.deflator.cli;

import java.util.List;
import org.deflator.data.store.Simulation;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/** The engine. */
final class EngineCalculator implements Wiring.Calculator {
    @Override
    public Simulation simulation(Portfolio portfolio, Market market, RunPlan plan) {
        return Simulation.of(Engine.of(portfolio, market, plan));
    }

    @Override
    public List<LedgerRow> baseCase(Portfolio portfolio, Market market, RunPlan plan) {
        return Engine.of(portfolio, market, plan).baseCase();
    }

    @Override
    public PathTrace trace(Portfolio portfolio, Market market, RunPlan plan, int path) {
        return Engine.of(portfolio, market, plan).trace(path);
    }
}
