package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.cashflow.Resolver;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.path.MarketPlan;
import org.deflator.model.base.Check;
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
        marketPlan.tabulate();
        MedianRun median = MedianRun.of(portfolio, marketPlan);
        return new Engine(median.resolve(portfolio, marketPlan), plan, median.baseCase());
    }

    /** Simulates one block. */
    public BlockResult run(int block) {
        long firstPath = (long) block * RunPlan.BLOCK_PATHS;
        int paths = plan.pathsIn(block);
        int sampled = (int) Math.max(0, Math.min(paths, plan.sampledPaths() - firstPath));
        return run(new DistributionRecorder(book, block, firstPath, paths, plan.sampledPaths()), firstPath,
                paths,
                new CashLedger(sampled), new TestLog(sampled));
    }

    /** Simulates one block and keeps no distributions, no cash and no tests, but the falls of all its paths. */
    public BlockResult falls(int block) {
        long firstPath = (long) block * RunPlan.BLOCK_PATHS;
        int paths = plan.pathsIn(block);
        return run(new Recorder(book, block, firstPath, paths, plan.paths()), firstPath, paths,
                new CashLedger(0), new TestLog(0));
    }

    private BlockResult run(Recorder recorder, long firstPath, int paths, CashLedger ledger, TestLog tests) {
        BlockRun pooled = idle.poll();
        BlockRun run = pooled != null
                ? pooled
                : new BlockRun(book, Draws.random(RunPlan.BLOCK_PATHS), RunPlan.BLOCK_PATHS);
        run.run(plan.seed(), firstPath, paths, ledger, tests, recorder);
        BlockResult result = recorder.result(run, ledger, tests);
        idle.add(run);
        return result;
    }

    /**
     * All that happens on one path of the run, whether it is a sampled one or not: simulates its block again.
     *
     * @throws IllegalArgumentException if the run has no such path
     */
    public PathTrace trace(int path) {
        Check.between(path, 0, plan.paths() - 1, "path");
        int block = path / RunPlan.BLOCK_PATHS;
        int lane = path % RunPlan.BLOCK_PATHS;
        long firstPath = (long) block * RunPlan.BLOCK_PATHS;
        int paths = plan.pathsIn(block);
        double[][] cashUsd = new double[book.borrowers().size()][plan.months() + 1];
        book.borrowers().forEach(b -> cashUsd[b.index()][0] = b.accountsUsd());
        List<PathTrace.CardSale> sales = new ArrayList<>();
        Recorder recorder = new Recorder(book, block, firstPath, paths, plan.paths()) {
            @Override
            void record(BlockRun current, Cascade cascade, int month, int count) {
                super.record(current, cascade, month, count);
                sales.addAll(current.cardSales(month, lane));
                for (BorrowerTerms b : current.book.borrowers()) {
                    cashUsd[b.index()][month + 1] = current.state.accountsUsd(b, lane);
                }
            }
        };
        BlockResult result = run(recorder, firstPath, paths, new CashLedger(lane, lane + 1),
                new TestLog(lane, lane + 1));
        SortedMap<String, double[]> byBorrower = new TreeMap<>();
        book.borrowers().forEach(b -> byBorrower.put(b.id(), cashUsd[b.index()]));
        return new PathTrace(path, result.ledger(), result.tests(),
                result.cascades().stream().filter(fall -> fall.path() == path).toList(), sales, byBorrower);
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
