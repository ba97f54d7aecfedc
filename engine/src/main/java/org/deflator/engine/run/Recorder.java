package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.distress.DefaultCause;

/** Writes down what happened in the months of one block: defaults, cascades, sampled cash and tests. */
class Recorder {
    private static final DefaultCause[] CAUSES = DefaultCause.values();

    final Book book;
    private final int block;
    private final long firstPath;
    private final int paths;
    private final int sampledPaths;
    final List<InstrumentPaths> instruments = new ArrayList<>();
    private final int[][] defaults;
    private final List<CascadeRow> cascades = new ArrayList<>();

    Recorder(Book book, int block, long firstPath, int paths, int sampledPaths) {
        this.book = book;
        this.block = block;
        this.firstPath = firstPath;
        this.paths = paths;
        this.sampledPaths = sampledPaths;
        int months = book.plan().timeline().months();
        book.debts().forEach(_ -> instruments.add(InstrumentPaths.none(paths)));
        defaults = new int[book.borrowers().size()][months];
    }

    /** Histograms by borrower, measure and month; none here. */
    Histogram[][][] measures() {
        return new Histogram[0][][];
    }

    /** Histograms of rent by generation and month; none here. */
    Histogram[][] rents() {
        return new Histogram[0][];
    }

    /** Histograms of the used price by generation and month; none here. */
    Histogram[][] resale() {
        return new Histogram[0][];
    }

    /** Records a month after its defaults and sales. */
    void record(BlockRun run, Cascade cascade, int month, int count) {
        for (BorrowerTerms b : book.borrowers()) {
            defaultsOf(run, cascade, b, month, count);
        }
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
                    int exchange = (int) run.state.exchangeMonth[debt.index()][i];
                    if (exchange >= 0 && (payment < 0 || exchange < payment)) {
                        own.agencyMonth()[i] = (short) exchange;
                    }
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
        return new BlockResult(block, paths, List.copyOf(instruments), measures(), rents(), resale(),
                defaults,
                rows, testRows, List.copyOf(cascades));
    }
}
