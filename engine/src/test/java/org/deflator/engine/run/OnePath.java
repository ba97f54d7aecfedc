package org.deflator.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.Depth;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/**
 * A book on one path of a still market, and what its months left behind. Amounts in USD millions. Owners do not give up
 * unless a test says so: these borrowers own little that a lender could look at.
 */
final class OnePath {
    /** Rounding of sums of a few dozen payments. */
    static final double CENT = 1e-8;
    /** What a used H100 fetches when {@link #holdCardPrices} holds its price. */
    static final double CARD_USD = 14_000;

    final MarketExample market = Still.market(0);
    private BlockResult result = new BlockResult(0, 0, List.of(), new Histogram[0][][], new Histogram[0][],
            new Histogram[0][], new int[0][], List.of(), List.of(), List.of());

    OnePath() {
        market.forbearance = forbearance(1, 2);
    }

    static ForbearanceModel forbearance(int graceMonths, int maxWaivers) {
        return new ForbearanceModel(graceMonths, 0.12, 0.35, 0.05, maxWaivers, 12, 200, 0, 24, false, 4, 4,
                0, 100);
    }

    /** Used cards sell at their floor, which does not move: an H100 at 14,000, a B200 at 22,500. */
    void holdCardPrices() {
        market.resale = new ResaleModel(0.12, 72, 0.01, 0, 0.5, 12);
    }

    /** A market in which a stock of {@code cards} put up for sale presses the log of the price by one. */
    void oneLogPriceFor(double cards) {
        // Half of the pressure of a month is gone by the next, so that six months take three months' depth.
        Depth.State state = new Depth.State(cards / 3, Math.log(2), 0.2);
        market.depth = new Depth(state, state, state, 0, 12);
    }

    /** What a test looks at when a month has ended. */
    interface Measure {
        double of(BlockRun run, int month);
    }

    /** Runs the book and returns the measure at the end of each month. */
    double[] trace(Portfolio book, int months, ToDoubleFunction<BlockRun> measure) {
        return traceMonths(book, months, (run, _) -> measure.applyAsDouble(run));
    }

    /** The same for a measure that asks which month it is. */
    double[] traceMonths(Portfolio book, int months, Measure measure) {
        double[] values = new double[months];
        result = new Simulation(book, market.market(), new RunPlan(1, months, 3, 1))
                .run((run, month, _) -> values[month] = measure.of(run, month));
        return values;
    }

    /** What the last run left. */
    BlockResult result() {
        return result;
    }

    /** Sum of the last run's postings to an account in a month. */
    double posted(String borrower, String account, int month) {
        return 1e-6 * result.ledger().stream()
                .filter(r -> r.borrower().equals(borrower) && r.account().equals(account)
                        && r.month() == month)
                .mapToDouble(LedgerRow::usd).sum();
    }

    /** What covenant tests of the last run came to. */
    List<String> effects() {
        return result.tests().stream().map(TestRow::effect).distinct().toList();
    }

    /** Causes of the last run's defaults, first to last. */
    List<String> causes() {
        return result.cascades().stream().map(CascadeRow::cause).toList();
    }

    static int debt(BlockRun run, String id) {
        return run.book.debts().stream().filter(d -> d.id().equals(id)).mapToInt(DebtTerms::index).findFirst()
                .orElseThrow();
    }

    static double balance(BlockRun run, String id) {
        return 1e-6 * run.state.balanceUsd[debt(run, id)][0];
    }

    static int borrower(BlockRun run, String id) {
        return run.book.borrowers().stream().filter(b -> b.id().equals(id)).mapToInt(BorrowerTerms::index)
                .findFirst().orElseThrow();
    }

    static double cash(BlockRun run, String id) {
        return 1e-6 * run.state.cashUsd[borrower(run, id)][0];
    }

    /** Recovered on a debt so far, discounted to its default at its own rate. */
    static double recovered(BlockRun run, String id) {
        return 1e-6 * run.estate.recoveredUsd[debt(run, id)][0];
    }

    /** A company without cards. */
    static Still company(double cashUsdM, double incomeUsdM) {
        Still company = new Still();
        company.units = 0;
        company.cashUsdM = cashUsdM;
        company.incomeUsdM = incomeUsdM;
        return company;
    }

    /** A loan repaid in equal monthly parts. */
    static Instrument.TermLoan loan(double usdM, double couponPct, int months, Covenant... covenants) {
        return Still.loan("loan", usdM, couponPct, months, new Amortisation.Linear(0), covenants);
    }

    static Portfolio spv(Still still) {
        return Still.book(still.borrower("spv", Borrower.Kind.SPV));
    }

    static Portfolio alone(Still still) {
        return Still.book(still.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    /** An SPV below a company. */
    static Portfolio group(Still child, Still parent) {
        child.parent = Optional.of("company");
        return Still.book(child.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.NEOCLOUD));
    }
}
