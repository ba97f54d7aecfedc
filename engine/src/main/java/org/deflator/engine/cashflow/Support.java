package org.deflator.engine.cashflow;

/** A guarantor pays what its SPV could not, as far as its free cash goes. */
public final class Support {
    private final BookState state;
    private final CashLedger ledger;

    /** Works on {@code state}. */
    public Support(BookState state, CashLedger ledger) {
        this.state = state;
        this.ledger = ledger;
    }

    /** The guarantor of {@code b} settles the arrears of {@code b}; called after the guarantor has paid its own. */
    public void honour(BorrowerTerms b, int paths) {
        if (b.guarantor() < 0) {
            return;
        }
        double[] cash = state.cashUsd[b.guarantor()];
        for (int i = 0; i < paths; i++) {
            if (state.alive[b.index()][i] == 0 || state.alive[b.guarantor()][i] == 0) {
                continue;
            }
            double deficit = Math.max(0, -state.cashUsd[b.index()][i]);
            double covered = pay(b, i, Math.min(deficit, Math.max(0, cash[i])), "costs");
            state.cashUsd[b.index()][i] += covered;
            for (DebtTerms debt : b.debts()) {
                int d = debt.index();
                double owed = state.overdueUsd[d][i] + state.overdueInterestUsd[d][i];
                double paid = pay(b, i, Math.min(owed, Math.max(0, cash[i])), debt.id());
                double interest = Math.min(paid, state.overdueInterestUsd[d][i]);
                state.overdueInterestUsd[d][i] -= interest;
                state.overdueUsd[d][i] -= paid - interest;
                state.balanceUsd[d][i] -= paid - interest;
                ledger.post(b.index(), "interest ", debt.id(), i, -interest);
                ledger.post(b.index(), "principal ", debt.id(), i, -(paid - interest));
                if (owed - paid <= Payments.LATE_USD) {
                    state.lateMonths[d][i] = 0;
                }
            }
        }
    }

    private double pay(BorrowerTerms b, int path, double usd, String what) {
        if (usd > 0) {
            state.cashUsd[b.guarantor()][path] -= usd;
            ledger.post(b.guarantor(), "guarantee of ", b.id(), path, -usd);
            ledger.post(b.index(), "guarantee received for ", what, path, usd);
        }
        return usd;
    }
}
