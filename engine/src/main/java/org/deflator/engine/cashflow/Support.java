package org.deflator.engine.cashflow;

/**
 * A guarantor pays what its SPV could not, as far as its free cash goes; who guarantees completion, as long as the SPV
 * builds.
 */
public final class Support {
    private final BookState state;
    private final CashLedger ledger;

    /** Works on {@code state}. */
    public Support(BookState state, CashLedger ledger) {
        this.state = state;
        this.ledger = ledger;
    }

    /** The guarantor of {@code b} settles the arrears of {@code b}; called after the guarantor has paid its own. */
    public void honour(BorrowerTerms b, int month, int paths) {
        if (b.guarantor() >= 0) {
            honour(b, b.guarantor(), false, month, paths);
        } else if (b.completionGuarantor() >= 0) {
            honour(b, b.completionGuarantor(), true, month, paths);
        }
    }

    private void honour(BorrowerTerms b, int guarantor, boolean whileBuilding, int month, int paths) {
        double[] cash = state.cashUsd[guarantor];
        for (int i = 0; i < paths; i++) {
            if (state.alive[b.index()][i] == 0 || state.alive[guarantor][i] == 0
                    || (whileBuilding && !state.building(b, month, i))) {
                continue;
            }
            double deficit = Math.max(0, -state.cashUsd[b.index()][i]);
            double covered = pay(b, guarantor, i, Math.min(deficit, Math.max(0, cash[i])), "costs");
            state.cashUsd[b.index()][i] += covered;
            for (DebtTerms debt : b.debts()) {
                int d = debt.index();
                double owed = state.overdueUsd[d][i] + state.overdueInterestUsd[d][i];
                double paid = pay(b, guarantor, i, Math.min(owed, Math.max(0, cash[i])), debt.id());
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

    private double pay(BorrowerTerms b, int guarantor, int path, double usd, String what) {
        if (usd > 0) {
            state.cashUsd[guarantor][path] -= usd;
            ledger.post(guarantor, "guarantee of ", b.id(), path, -usd);
            ledger.post(b.index(), "guarantee received for ", what, path, usd);
        }
        return usd;
    }
}
