package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.covenant.BaseTest;
import org.deflator.engine.covenant.CovenantState;
import org.deflator.engine.covenant.CovenantTest;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.FinancingModel;
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
    private final FinancingModel financing;

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
        financing = book.plan().market().model().financing();
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
            } else if (shortMonths(b, i) > forbearance.graceMonths()) {
                fall(i, DefaultCause.LIQUIDITY, fresh, cause);
            } else if (surrendered(b, month, i)) {
                fall(i, DefaultCause.BALANCE_SHEET, fresh, cause);
            } else if (bases.uncured(b, market, marks, month, i)) {
                fall(i, DefaultCause.MARGIN, fresh, cause);
            }
            for (DebtTerms debt : b.debts()) {
                if (!fresh[i] && state.lateMonths[debt.index()][i] > forbearance.graceMonths()) {
                    fall(i, whyUnpaid(debt, month, i), fresh, cause);
                }
            }
        }
    }

    /** Counts the months in a row that end with costs unpaid. */
    private double shortMonths(BorrowerTerms b, int path) {
        double[] months = state.shortMonths[b.index()];
        months[path] = state.cashUsd[b.index()][path] < -1 ? months[path] + 1 : 0;
        return months[path];
    }

    /**
     * Whether the owner walks away (MODEL 5.8): assets below a share of debt at several quarter ends in a
     * row. Only where the quarter's cash does not cover its debt service, because an owner who still collects
     * stays; where nobody guarantees the debt; and, for a listed company, where the market agrees that its
     * equity is gone.
     */
    private boolean surrendered(BorrowerTerms b, int month, int path) {
        if ((month + 1) % 3 != 0) {
            return false;
        }
        double debt = 0;
        for (DebtTerms own : b.debts()) {
            debt += state.balanceUsd[own.index()][path];
        }
        boolean equityGone = state.equityUsd[b.index()][path] <= financing.equityMinOverDebt() * debt;
        double earned = BookState.trailing(state.cfadsWindow[b.index()], month, 3, path)
                + BookState.trailing(state.upstreamWindow[b.index()], month, 3, path);
        double served = BookState.trailing(state.serviceWindow[b.index()], month, 3, path);
        boolean guaranteed = b.guarantor() >= 0
                || (b.completionGuarantor() >= 0 && state.building(b, month, path));
        boolean underwater = !guaranteed && debt > 0 && equityGone && earned < served
                && state.assetsUsd[b.index()][path] < forbearance.surrenderRatio() * debt;
        double[] quarters = state.underwaterQuarters[b.index()];
        quarters[path] = underwater ? quarters[path] + 1 : 0;
        return quarters[path] >= forbearance.surrenderQuarters();
    }

    private DefaultCause whyUnpaid(DebtTerms debt, int month, int path) {
        if (month < state.maturityMonth[debt.index()][path]) {
            return DefaultCause.PAYMENT;
        }
        return covenants.accelerated[debt.index()][path] > 0 ? DefaultCause.COVENANT : DefaultCause.MATURITY;
    }

    private static void fall(int path, DefaultCause why, boolean[] fresh, int[] cause) {
        fresh[path] = true;
        cause[path] = why.ordinal();
    }

    /** Why a borrower that falls at these marks does. */
    public DefaultCause whyAt(BorrowerTerms b, PathBlock market, double[][] marks, int month, int path) {
        return bases.uncured(b, market, marks, month, path) ? DefaultCause.MARGIN : DefaultCause.COVENANT;
    }

    /** Whether {@code b} falls on one path at lower marks; the answer never turns back as marks fall. */
    public boolean fallsAt(BorrowerTerms b, PathBlock market, double[][] marks, int month, int path) {
        return bases.uncured(b, market, marks, month, path)
                || tests.acceleratesAt(b, market, marks, month, path);
    }
}
