package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Extension;
import org.deflator.model.market.ForbearanceModel;

/**
 * A loan that falls due, finds no new lender and cannot be paid is put off, against margin and a full sweep, where holding
 * on is worth more to its lenders than what they could reach today (MODEL 5.6). An agency calls it a distressed exchange:
 * a default, though no payment is missed (MODEL correction 3). What lenders have accelerated they do not extend.
 */
public final class AmendAndExtend implements Extension {
    private final BookState state;
    private final CovenantState covenants;
    private final HoldOrSell choice;
    private final ForbearanceModel forbearance;
    private final TestLog log;

    /** Reads both states and changes that of the book. */
    public AmendAndExtend(Book book, BookState state, CovenantState covenants, HoldOrSell choice,
            TestLog log) {
        this.state = state;
        this.covenants = covenants;
        this.choice = choice;
        this.log = log;
        forbearance = book.plan().market().model().forbearance();
    }

    @Override
    public boolean grants(BorrowerTerms b, DebtTerms debt, int month, int path) {
        int d = debt.index();
        if (state.extensions[d][path] >= forbearance.maxExtensions() || covenants.accelerated[d][path] > 0) {
            return false;
        }
        int years = Math.max(1, (forbearance.extensionMonths() + 11) / 12);
        if (!choice.holds(b, debt, years, month - 1, choice.dueUsd(b, debt, month, path), path)) {
            return false;
        }
        state.extensions[d][path]++;
        boolean whole = state.maturityMonth[d][path] == month;
        double extended = month + forbearance.extensionMonths();
        // What a new lender has taken of it shares the terms of the rest.
        state.maturityMonth[d][path] = whole ? extended : Math.min(extended, state.maturityMonth[d][path]);
        state.waiverMargin[d][path] += forbearance.marginStepBp() * 1e-4;
        state.commitmentUsd[d][path] = Math.min(state.commitmentUsd[d][path], state.balanceUsd[d][path]);
        state.refinancedPayments[d][path] = BookState.INTEREST_ONLY;
        if (state.exchangeMonth[d][path] < 0) {
            state.exchangeMonth[d][path] = month;
        }
        if (log.keeps(path)) {
            log.add(new TestLog.Entry(path, month, d, "repaid at maturity", Double.NaN, Double.NaN,
                    Double.NaN,
                    "extended"));
        }
        return true;
    }
}
