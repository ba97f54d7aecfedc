package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.covenant.BaseTest;
import org.deflator.engine.covenant.CovenantState;
import org.deflator.engine.covenant.CovenantTest;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.ForbearanceModel;

/** Who defaults in a month by its own cash, and who falls when collateral is marked lower (MODEL 5.8). */
public final class DefaultRule {
    private static final DefaultCause[] CAUSES = DefaultCause.values();

    private final BookState state;
    private final CovenantState covenants;
    private final BaseTest bases;
    private final CovenantTest tests;
    private final EstateState estate;
    private final ForbearanceModel forbearance;

    /** Reads the three states. */
    public DefaultRule(Book book, BookState state, CovenantState covenants, EstateState estate,
            BaseTest bases,
            CovenantTest tests) {
        this.state = state;
        this.estate = estate;
        this.covenants = covenants;
        this.bases = bases;
        this.tests = tests;
        forbearance = book.plan().market().model().forbearance();
    }

    /**
     * Marks the paths on which {@code b} defaults now.
     *
     * @param fresh set to true where it does
     * @param cause set to the ordinal of the {@link DefaultCause}
     */
    public void judge(BorrowerTerms b, PathBlock market, double[][] marks, int month, int paths,
            boolean[] fresh,
            int[] cause) {
        for (int i = 0; i < paths; i++) {
            if (state.alive[b.index()][i] == 0 || fresh[i]) {
                continue;
            }
            if (estate.doomed[b.index()][i] >= 0) {
                fall(i, CAUSES[estate.doomed[b.index()][i]], fresh, cause);
            } else if (state.cashUsd[b.index()][i] < -1) {
                fall(i, DefaultCause.LIQUIDITY, fresh, cause);
            } else if (covenants.accelerated[b.index()][i] > 0) {
                fall(i, DefaultCause.COVENANT, fresh, cause);
            } else if (bases.uncured(b, market, marks, month, i)) {
                fall(i, DefaultCause.MARGIN, fresh, cause);
            }
            for (DebtTerms debt : b.debts()) {
                if (!fresh[i] && state.lateMonths[debt.index()][i] > forbearance.graceMonths()) {
                    boolean matured = month >= state.maturityMonth[debt.index()][i];
                    fall(i, matured ? DefaultCause.MATURITY : DefaultCause.PAYMENT, fresh, cause);
                }
            }
        }
    }

    private static void fall(int path, DefaultCause why, boolean[] fresh, int[] cause) {
        fresh[path] = true;
        cause[path] = why.ordinal();
    }

    /** Whether {@code b} falls on one path at lower marks; the answer never turns back as marks fall. */
    public boolean fallsAt(BorrowerTerms b, PathBlock market, double[][] marks, int month, int path) {
        return bases.uncured(b, market, marks, month, path)
                || tests.acceleratesAt(b, market, marks, month, path);
    }
}
