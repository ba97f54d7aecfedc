package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.covenant.TestLog;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/** Runs one block and lets a test look at its state when each month has ended. */
final class Simulation {
    /** Looks at the end of a month. */
    interface Observer {
        /**
         * @param posted movements of cash of the month
         */
        void monthEnded(BlockRun run, int month, List<CashLedger.Entry> posted);
    }

    final Engine engine;
    final Book book;
    private final RunPlan plan;

    Simulation(Portfolio portfolio, Market market, RunPlan plan) {
        this.engine = Engine.of(portfolio, market, plan);
        this.book = engine.totals().book;
        this.plan = plan;
    }

    /** Runs the first block. */
    BlockResult run(Observer observer) {
        int paths = plan.pathsIn(0);
        BlockRun run = new BlockRun(book, Draws.random(paths), paths);
        CashLedger ledger = new CashLedger(paths);
        TestLog tests = new TestLog(paths);
        Recorder recorder = new Recorder(book, 0, 0, paths, paths) {
            private int seen;

            @Override
            void record(BlockRun current, Cascade cascade, int month, int count) {
                super.record(current, cascade, month, count);
                List<CashLedger.Entry> posted = new ArrayList<>(
                        ledger.entries().subList(seen, ledger.entries().size()));
                seen = ledger.entries().size();
                observer.monthEnded(current, month, posted);
            }
        };
        run.run(plan.seed(), 0, paths, ledger, tests, recorder);
        return recorder.result(run, ledger, tests);
    }

    /** Runs every block on this thread and merges. */
    static RunSummary summary(Portfolio portfolio, Market market, RunPlan plan) {
        Engine engine = Engine.of(portfolio, market, plan);
        RunTotals totals = engine.totals();
        for (int block = 0; block < plan.blocks(); block++) {
            totals.add(engine.run(block));
        }
        return totals.summary();
    }
}
