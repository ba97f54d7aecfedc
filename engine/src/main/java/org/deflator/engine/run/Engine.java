package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.cashflow.Resolver;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.path.MarketPlan;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/** The front door: a portfolio, a market and a plan in, what happened out. Immutable; blocks may run on any thread. */
public final class Engine {
    private final Book book;
    private final RunPlan plan;
    private final BaseCase baseCase;
    private final ConcurrentLinkedQueue<BlockRun> idle = new ConcurrentLinkedQueue<>();

    private Engine(Book book, RunPlan plan, BaseCase baseCase) {
        this.book = book;
        this.plan = plan;
        this.baseCase = baseCase;
    }

    /**
     * Resolves and compiles.
     *
     * @throws IllegalArgumentException in the reader's words, if the portfolio cannot be resolved in this market
     */
    public static Engine of(Portfolio portfolio, Market market, RunPlan plan) {
        Timeline timeline = new Timeline(portfolio.asOf(), plan.months());
        MarketPlan marketPlan = MarketPlan.of(market, timeline, Resolver.ownedGpus(portfolio));
        MedianRun median = MedianRun.of(portfolio, marketPlan);
        return new Engine(median.resolve(portfolio, marketPlan), plan, median.baseCase());
    }

    /** Simulates one block. */
    public BlockResult run(int block) {
        BlockRun pooled = idle.poll();
        BlockRun run = pooled != null
                ? pooled
                : new BlockRun(book, Draws.random(RunPlan.BLOCK_PATHS), RunPlan.BLOCK_PATHS);
        long firstPath = (long) block * RunPlan.BLOCK_PATHS;
        int paths = plan.pathsIn(block);
        int sampled = (int) Math.max(0, Math.min(paths, plan.sampledPaths() - firstPath));
        CashLedger ledger = new CashLedger(sampled);
        TestLog tests = new TestLog(sampled);
        Recorder recorder = new Recorder(book, block, firstPath, paths, plan.sampledPaths());
        run.run(plan.seed(), firstPath, paths, ledger, tests, recorder);
        BlockResult result = recorder.result(run, ledger, tests);
        idle.add(run);
        return result;
    }

    /** An empty total, to which blocks are added in index order. */
    public RunTotals totals() {
        return new RunTotals(book, plan, baseCase);
    }

    /** Ids in the order of {@link BlockResult#measures}. */
    public List<String> borrowerIds() {
        return book.borrowers().stream().map(BorrowerTerms::id).toList();
    }

    /** Ids in the order of {@link BlockResult#instruments}. */
    public List<String> instrumentIds() {
        return book.debts().stream().map(DebtTerms::id).toList();
    }

    /** Covenants in words by instrument, in the order of {@link InstrumentPaths#firstBreach}. */
    public Map<String, List<String>> covenantLabels() {
        Map<String, List<String>> labels = new TreeMap<>();
        book.debts().forEach(d -> labels.put(d.id(), d.tests().stream().map(CovenantTerms::label).toList()));
        return labels;
    }

    /** Ids in the order of {@link BlockResult#rents}. */
    public List<String> gpuIds() {
        return new ArrayList<>(book.plan().gpuIds());
    }

    /** The base case: every random driver at its median, as the cash ledger of one path. */
    public List<LedgerRow> baseCase() {
        return baseCase.ledger();
    }
}
