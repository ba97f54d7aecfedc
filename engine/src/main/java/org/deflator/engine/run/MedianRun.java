package org.deflator.engine.run;

import java.util.HashMap;
import java.util.Map;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.cashflow.OperatingAccount;
import org.deflator.engine.cashflow.Resolver;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.path.MarketPlan;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/**
 * Runs the one path on which every random driver stays at its median. Sculpted loans are scheduled once, on the cash
 * flow of the portfolio and market they were agreed on; a shocked case keeps that schedule.
 */
public final class MedianRun {
    private final int months;
    private final Map<String, double[]> agreedCfadsUsd;
    private final double[] nothing;
    private final BaseCase baseCase;

    private MedianRun(Portfolio portfolio, MarketPlan median) {
        months = median.timeline().months();
        nothing = new double[months];
        agreedCfadsUsd = sculpted(portfolio)
                ? operatingCash(run(portfolio, Resolver.resolve(portfolio, median, (_, _) -> 0.0)))
                : Map.of();
        baseCase = run(portfolio, resolve(portfolio, median));
    }

    /**
     * Schedules and runs the base case.
     *
     * @throws IllegalArgumentException in the reader's words, if the portfolio cannot be resolved in this market
     */
    public static MedianRun of(Portfolio portfolio, Market market, int months) {
        return new MedianRun(portfolio, median(portfolio, market, months));
    }

    static MedianRun of(Portfolio portfolio, MarketPlan plan) {
        return new MedianRun(portfolio, plan.median());
    }

    private static MarketPlan median(Portfolio portfolio, Market market, int months) {
        return MarketPlan.of(market, new Timeline(portfolio.asOf(), months), Resolver.ownedGpus(portfolio))
                .median();
    }

    /** The base case. */
    public BaseCase baseCase() {
        return baseCase;
    }

    /** The same run with another portfolio or market, repayment schedules kept. */
    public BaseCase shocked(Portfolio portfolio, Market market) {
        return run(portfolio, resolve(portfolio, median(portfolio, market, months)));
    }

    /** The book on another plan of the same months, sculpted loans scheduled on this base case. */
    Book resolve(Portfolio portfolio, MarketPlan plan) {
        return Resolver.resolve(portfolio, plan,
                (id, m) -> agreedCfadsUsd.getOrDefault(id, nothing)[m]);
    }

    private static boolean sculpted(Portfolio portfolio) {
        return portfolio.borrowers().stream().flatMap(b -> b.debt().stream())
                .anyMatch(i -> i instanceof Instrument.TermLoan loan
                        && loan.amortisation() instanceof Amortisation.Sculpted);
    }

    /** Operating cash flow by borrower and month. */
    private static Map<String, double[]> operatingCash(BaseCase run) {
        int months = run.book().plan().timeline().months();
        Map<String, double[]> cfads = new HashMap<>();
        for (LedgerRow row : run.ledger()) {
            if (OperatingAccount.of(row.account()).isPresent()) {
                cfads.computeIfAbsent(row.borrower(), _ -> new double[months])[row.month()] += row.usd();
            }
        }
        return cfads;
    }

    private static BaseCase run(Portfolio portfolio, Book book) {
        BlockRun run = new BlockRun(book, Draws.median(), 1);
        CashLedger ledger = new CashLedger(1);
        TestLog tests = new TestLog(1);
        BaseCaseRecorder recorder = new BaseCaseRecorder(book);
        run.run(0, 0, 1, ledger, tests, recorder);
        BlockResult result = recorder.result(run, ledger, tests);
        return new BaseCase(portfolio.id(), portfolio.asOf(), portfolio.unmodelled(), portfolio.leftOut(),
                book, result.ledger(),
                result.tests(), recorder.borrowers(run), recorder.debts(run), recorder.pools(),
                recorder.dataCentres(),
                recorder.stated(), recorder.liquidation());
    }
}
