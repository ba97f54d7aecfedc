package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.LendingValue;
import org.deflator.engine.path.PathBlock;

/**
 * Borrowing bases (MODEL 5.4(2), BORR-22): on redetermination a drawing above the base is repaid from free
 * cash; what is left over must be cured within one month, or the lender calls a margin default. The cascade
 * asks the same question again at lower marks.
 */
public final class BaseTest {
    private final BookState state;
    private final CovenantState covenants;
    private final LendingValue lending;
    private final CashLedger ledger;

    /** Works on both states. */
    public BaseTest(BookState state, CovenantState covenants, LendingValue lending, CashLedger ledger) {
        this.state = state;
        this.covenants = covenants;
        this.lending = lending;
        this.ledger = ledger;
    }

    /** Redetermines the bases of {@code b} and repays from free cash. */
    public void redetermine(BorrowerTerms b, PathBlock market, double[][] marks, int month, int paths) {
        for (DebtTerms debt : b.debts()) {
            if (debt.base().isEmpty()) {
                continue;
            }
            int d = debt.index();
            boolean due = debt.base().get().redetermined()[month];
            for (int i = 0; i < paths; i++) {
                covenants.cureDue[d][i] = covenants.overAdvanced[d][i];
                covenants.overAdvanced[d][i] = 0;
                if (state.alive[b.index()][i] == 0 || !(due || covenants.cureDue[d][i] > 0)) {
                    continue;
                }
                double over = lending.overAdvanceUsd(b, debt, market, marks, month, i);
                double repaid = Math.min(over, Math.max(0, state.cashUsd[b.index()][i]));
                state.cashUsd[b.index()][i] -= repaid;
                state.balanceUsd[d][i] -= repaid;
                state.overdueUsd[d][i] = Math.min(state.overdueUsd[d][i], state.balanceUsd[d][i]);
                ledger.post(b.index(), "principal ", debt.id(), i, -repaid);
                covenants.overAdvanced[d][i] = over - repaid > 1 ? 1 : 0;
            }
        }
    }

    /** Whether a revolver of {@code b} is beyond its cure month at these marks. */
    public boolean uncured(BorrowerTerms b, PathBlock market, double[][] marks, int month, int path) {
        for (DebtTerms debt : b.debts()) {
            if (debt.base().isPresent() && covenants.cureDue[debt.index()][path] > 0) {
                double over = lending.overAdvanceUsd(b, debt, market, marks, month, path);
                if (over > 1 + Math.max(0, state.cashUsd[b.index()][path])) {
                    return true;
                }
            }
        }
        return false;
    }
}
