package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Group;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.market.ForbearanceModel;

/**
 * What lenders see on both sides of {@link LenderElection}: a borrower's trailing cash flow if they hold on, and what they
 * could reach today if they do not.
 */
public final class HoldOrSell {
    private final BookState state;
    private final CovenantState covenants;
    private final CollateralValue collateral;
    private final Group group;
    private final PathBlock market;
    private final ForbearanceModel forbearance;
    private final EnforcementModel enforcement;
    private final double sofr;

    /** Reads all of them. */
    public HoldOrSell(Book book, BookState state, CovenantState covenants, CollateralValue collateral,
            Group group, PathBlock market) {
        this.group = group;
        this.market = market;
        enforcement = book.plan().market().model().enforcement();
        this.state = state;
        this.covenants = covenants;
        this.collateral = collateral;
        forbearance = book.plan().market().model().forbearance();
        sofr = book.plan().market().snapshot().sofr();
    }

    /**
     * Whether the lenders of a debt hold on for {@code years} rather than take {@code sellUsd} today. They look at cash flow
     * up to the end of {@code lastMonth}; before the first month there is none.
     */
    boolean holds(BorrowerTerms b, DebtTerms debt, int years, int lastMonth, double sellUsd, int path) {
        double balance = state.balanceUsd[debt.index()][path];
        double share = balance / owedUsd(b, path);
        int months = Math.clamp(lastMonth + 1L, 1, BookState.WINDOW);
        double cashPerYear =
                share * Math.max(0, BookState.trailing(state.cfadsWindow[b.index()], lastMonth, months, path)
                        + BookState.trailing(state.upstreamWindow[b.index()], lastMonth, months, path))
                        * 12 / months;
        double hold = LenderElection.holdValueLevel(balance, cashPerYear, years,
                forbearance.defaultProbability(), forbearance.recovery(), debt.ratePerYear(sofr));
        return LenderElection.extend(hold, sellUsd, forbearance.adminShare());
    }

    /** A debt's reserve account and its share by balance of collateral, cash and guarantor; at most what is owed, USD. */
    double sharedUsd(BorrowerTerms b, DebtTerms debt, int month, int path) {
        double balance = state.balanceUsd[debt.index()][path];
        double reachable = collateral.netUsd(b.index(), month, path)
                + Math.max(0, state.cashUsd[b.index()][path]) + covenants.guarantorCashUsd[b.index()][path];
        return Math.min(balance,
                balance / owedUsd(b, path) * reachable + state.reserveUsd[debt.index()][path]);
    }

    /**
     * What the lenders of a debt that has fallen due could reach today, at most what is owed, USD. Those whom cards or data
     * centres secure share what their orderly sale brings, the others what a sale of the whole group in place leaves above
     * SPVs' debts and secured ones; both the guarantor's cash.
     */
    double dueUsd(BorrowerTerms b, DebtTerms debt, int month, int path) {
        double balance = state.balanceUsd[debt.index()][path];
        int g = b.guarantor();
        double own = Math.max(0, state.cashUsd[b.index()][path]);
        double guarantor = g < 0 ? 0 : state.alive[g][path] * Math.max(0, state.cashUsd[g][path]);
        double owed = owedUsd(b, path);
        double secured = securedUsd(b, path);
        double reached;
        if (debt.secured()) {
            reached = balance / secured * collateral.netUsd(b.index(), month, path)
                    + balance / owed * (own + guarantor);
        } else {
            double discount = market.tight()[path] > 0 ? enforcement.stepInDiscountTight()
                    : enforcement.stepInDiscountCalm();
            double below = Math.max(0, group.debtUsd(b.index())[path] - owed);
            double left = (1 - discount) * (1 - enforcement.costShare()) * state.assetsUsd[b.index()][path]
                    - below - secured;
            reached = balance / (owed - secured) * Math.max(0, left) + balance / owed * guarantor;
        }
        return Math.min(balance, reached + state.reserveUsd[debt.index()][path]);
    }

    private double securedUsd(BorrowerTerms b, int path) {
        double usd = 0;
        for (DebtTerms debt : b.debts()) {
            usd += debt.secured() ? state.balanceUsd[debt.index()][path] : 0;
        }
        return usd;
    }

    private double owedUsd(BorrowerTerms b, int path) {
        double all = 0;
        for (DebtTerms debt : b.debts()) {
            all += state.balanceUsd[debt.index()][path];
        }
        return all;
    }
}
