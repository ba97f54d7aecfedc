package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.distress.DefaultCause;

/** Writes down what the months of one block did. */
class Recorder {
    private static final DefaultCause[] CAUSES = DefaultCause.values();

    private final Book book;
    private final int block;
    private final long firstPath;
    private final int paths;
    private final int sampledPaths;
    private final List<InstrumentPaths> instruments = new ArrayList<>();
    private final Histogram[][][] measures;
    private final Histogram[][] rents;
    private final Histogram[][] resale;
    private final int[][] defaults;
    private final List<CascadeRow> cascades = new ArrayList<>();
    private final int[] dscrMonths;
    private final boolean[] securedDebts;

    Recorder(Book book, int block, long firstPath, int paths, int sampledPaths) {
        this.book = book;
        this.block = block;
        this.firstPath = firstPath;
        this.paths = paths;
        this.sampledPaths = sampledPaths;
        int months = book.plan().timeline().months();
        book.debts().forEach(_ -> instruments.add(InstrumentPaths.none(paths)));
        measures = new Histogram[book.borrowers().size()][BorrowerMeasure.values().length][];
        for (BorrowerTerms b : book.borrowers()) {
            for (BorrowerMeasure measure : BorrowerMeasure.values()) {
                boolean recorded = !measure.ofDataCentres() || !b.dataCentres().isEmpty();
                Histogram[] own = new Histogram[recorded ? months : 0];
                java.util.Arrays.setAll(own, _ -> measure.histogram());
                measures[b.index()][measure.ordinal()] = own;
            }
        }
        rents = new Histogram[book.plan().generations()][months];
        resale = new Histogram[book.plan().generations()][months];
        for (int g = 0; g < rents.length; g++) {
            double rent = book.plan().market().snapshot().rent(book.plan().gpuIds().get(g)).orElseThrow()
                    .usdPerGpuHour();
            double price = book.plan().generation(g).launchPriceUsd();
            for (int m = 0; m < months; m++) {
                rents[g][m] = new Histogram(0, 4 * rent);
                resale[g][m] = new Histogram(0, 2 * price);
            }
        }
        defaults = new int[book.borrowers().size()][months];
        securedDebts = new boolean[book.debts().size()];
        book.debts().forEach(debt -> securedDebts[debt.index()] = debt.secured());
        dscrMonths = book.borrowers().stream().mapToInt(DscrWindow::months).toArray();
    }

    Histogram[][][] measures() {
        return measures;
    }

    Histogram[][] rents() {
        return rents;
    }

    Histogram[][] resale() {
        return resale;
    }

    /** Records a month after its defaults and sales. */
    void record(BlockRun run, Cascade cascade, int month, int count) {
        for (BorrowerTerms b : book.borrowers()) {
            borrower(run, b, month, count);
            defaultsOf(run, cascade, b, month, count);
        }
        for (int g = 0; g < rents.length; g++) {
            double[] rent = run.market.rentUsdPerGpuHour(g);
            double[] price = run.market.resaleUsd(g);
            for (int i = 0; i < count; i++) {
                rents[g][month].add(rent[i]);
                resale[g][month].add(price[i]);
            }
        }
    }

    private void borrower(BlockRun run, BorrowerTerms b, int month, int count) {
        Histogram[][] own = measures[b.index()];
        double debt0 = b.debts().stream().mapToDouble(DebtTerms::openingUsd).sum();
        for (int i = 0; i < count; i++) {
            if (run.state.alive[b.index()][i] == 0) {
                continue;
            }
            double dscr = run.ratios.dscr(b, month, dscrMonths[b.index()], i);
            own[BorrowerMeasure.DSCR.ordinal()][month].add(dscr);
            own[BorrowerMeasure.LIQUIDITY.ordinal()][month]
                    .add(debt0 > 0 ? run.ratios.liquidityUsd(b, month, i) / debt0 : Double.NaN);
            double secured = 0;
            for (DebtTerms debt : b.debts()) {
                double balance = run.state.balanceUsd[debt.index()][i];
                secured += securedDebts[debt.index()] ? balance : 0;
                double lowest = instruments.get(debt.index()).minDscr()[i];
                if (balance > 0 && !Double.isNaN(dscr) && !(lowest <= dscr)) {
                    instruments.get(debt.index()).minDscr()[i] = dscr;
                }
            }
            if (!b.dataCentres().isEmpty()) {
                own[BorrowerMeasure.INTEREST_COVER.ordinal()][month]
                        .add(run.ratios.interestCover(b, month, BookState.WINDOW, i));
                own[BorrowerMeasure.DEBT_YIELD.ordinal()][month].add(run.ratios.debtYield(b, month, i));
            }
            double stated = markedUsd(run, b, month, i);
            if (secured > 0 && stated > 0) {
                own[BorrowerMeasure.STATED_LTV.ordinal()][month].add(secured / stated);
                double net = run.decision.liquidationUsd(b, month, i);
                own[BorrowerMeasure.LIQUIDATION_LTV.ordinal()][month]
                        .add(net > 0 ? secured / net : Double.MAX_VALUE);
            }
        }
    }

    private static double markedUsd(BlockRun run, BorrowerTerms b, int month, int path) {
        double usd = 0;
        for (Pool pool : b.pools()) {
            usd += pool.pledgedShare() * pool.ownedUnits()[month]
                    * run.market.resaleUsd(pool.generation())[path]
                    * run.cards.standingMark(pool.generation())[path];
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            usd += dataCentre.pledged()
                    ? run.state.dataCentreUsd[dataCentre.index()][path]
                            + run.state.constructionAccountUsd(b, dataCentre, path)
                    : 0;
        }
        return usd;
    }

    private void defaultsOf(BlockRun run, Cascade cascade, BorrowerTerms b, int month, int count) {
        for (int i = 0; i < count; i++) {
            if (run.estate.defaultMonth[b.index()][i] != month) {
                continue;
            }
            int cause = run.estate.cause[b.index()][i];
            boolean owed = false;
            for (DebtTerms debt : b.debts()) {
                InstrumentPaths own = instruments.get(debt.index());
                if (run.estate.exposureUsd[debt.index()][i] > 0) {
                    own.paymentMonth()[i] = (short) month;
                    own.agencyMonth()[i] = (short) month;
                    own.cause()[i] = (byte) cause;
                    owed = true;
                }
            }
            // A business that closes without owing anything is no default.
            defaults[b.index()][month] += owed ? 1 : 0;
            if (firstPath + i < sampledPaths) {
                cascades.add(
                        new CascadeRow((int) (firstPath + i), month, cascade.roundOf(b.index())[i], b.id(),
                                CAUSES[cause].label()));
            }
        }
    }

    /** What the block did, once its last month is recorded. */
    BlockResult result(BlockRun run, CashLedger ledger, TestLog tests) {
        double sofr = book.plan().market().snapshot().sofr();
        for (BorrowerTerms b : book.borrowers()) {
            for (DebtTerms debt : b.debts()) {
                InstrumentPaths own = instruments.get(debt.index());
                for (int i = 0; i < paths; i++) {
                    int event = (int) run.covenants.eventMonth[debt.index()][i];
                    int payment = own.paymentMonth()[i];
                    own.covenantMonth()[i] =
                            (short) (event < 0 || (payment >= 0 && payment < event) ? payment : event);
                    own.firstBreach()[i] = (byte) run.covenants.firstBreach[debt.index()][i];
                    if (payment >= 0) {
                        double exposure = run.estate.exposureUsd[debt.index()][i];
                        double recovered = run.estate.recoveredUsd[debt.index()][i];
                        own.exposureUsd()[i] = exposure;
                        own.recoveryUsd()[i] = recovered;
                        own.lossUsd()[i] =
                                Math.max(0, exposure - recovered) / Annuity.growth(sofr / 12, payment + 1);
                    }
                }
            }
        }
        List<LedgerRow> rows =
                ledger.entries().stream().map(e -> new LedgerRow((int) (firstPath + e.path()), e.month(),
                        book.borrowers().get(e.borrower()).id(), e.account(), e.usd())).toList();
        List<TestRow> testRows = tests.entries().stream()
                .map(t -> new TestRow((int) (firstPath + t.path()), t.month(),
                        book.debts().get(t.debt()).id(), t.covenant(), t.ratio(), t.threshold(), t.headroom(),
                        t.effect()))
                .toList();
        return new BlockResult(block, paths, List.copyOf(instruments), measures, rents, resale, defaults,
                rows,
                testRows, List.copyOf(cascades));
    }
}
