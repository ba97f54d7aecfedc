package org.deflator.engine.cashflow;

import java.util.List;

/**
 * What happens to cash that is left after debt service, reserves and covenants: sweeps prepay, lock-ups keep it, the
 * rest of an SPV goes up to its parent, or out to a sponsor whom nobody models. A company keeps what it earns; who
 * builds a data centre neither sweeps nor distributes.
 */
public final class Distributions {
    private final BookState state;
    private final CashLedger ledger;

    /** Works on {@code state}. */
    public Distributions(BookState state, CashLedger ledger) {
        this.state = state;
        this.ledger = ledger;
    }

    /**
     * Sweeps and distributes the spare cash of {@code b}, which is what exceeds a month of debt service and costs.
     *
     * @param toDeadParent receives what goes up to a parent in default, per path
     */
    public void share(BorrowerTerms b, List<double[]> toDeadParent, int month, int paths) {
        double[] cash = state.cashUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            double costs = state.revenueUsd[b.index()][i] - state.cfadsUsd[b.index()][i];
            double kept = state.serviceUsd[b.index()][i] + Math.max(0, costs) + accruing(b, month, i);
            double spare = state.alive[b.index()][i] * Math.max(0, cash[i] - kept);
            if (spare <= 0 || !b.distributes()[month] || state.building(b, month, i)) {
                continue;
            }
            spare -= sweep(b, spare, i);
            if (!b.vehicle() || state.lockedUp[b.index()][i] > 0 || late(b, i)) {
                continue;
            }
            cash[i] -= spare;
            ledger.post(b.index(), "distribution", i, -spare);
            if (b.parent() < 0) {
                continue;
            }
            if (state.alive[b.parent()][i] > 0) {
                state.cashUsd[b.parent()][i] += spare;
                state.upstreamUsd[b.parent()][i] += spare;
                ledger.post(b.parent(), "distribution from ", b.id(), i, spare);
            } else {
                toDeadParent.get(b.parent())[i] += spare;
            }
        }
    }

    /** Interest that has accrued and principal that is being saved up for debts that do not pay this month. */
    private double accruing(BorrowerTerms b, int month, int path) {
        double usd = b.setAsideUsd()[month];
        for (DebtTerms debt : b.debts()) {
            usd += state.accruedUsd[debt.index()][path];
        }
        return usd;
    }

    /** Prepays the debts that sweep, in proportion to their balances; each takes at most its share. */
    private double sweep(BorrowerTerms b, double spare, int path) {
        double all = 0;
        for (DebtTerms debt : b.debts()) {
            all += state.sweepShare[debt.index()][path] > 0 ? open(debt, path) : 0;
        }
        double swept = 0;
        for (DebtTerms debt : b.debts()) {
            double open = open(debt, path);
            double share = state.sweepShare[debt.index()][path];
            if (share <= 0 || open <= 0) {
                continue;
            }
            double paid = Math.min(open, share * spare * open / all);
            state.balanceUsd[debt.index()][path] -= paid;
            state.cashUsd[b.index()][path] -= paid;
            ledger.post(b.index(), "sweep ", debt.id(), path, -paid);
            swept += paid;
        }
        return swept;
    }

    private double open(DebtTerms debt, int path) {
        return Math.max(0, state.balanceUsd[debt.index()][path] - state.overdueUsd[debt.index()][path]);
    }

    private boolean late(BorrowerTerms b, int path) {
        for (DebtTerms debt : b.debts()) {
            if (state.lateMonths[debt.index()][path] > 0) {
                return true;
            }
        }
        return false;
    }
}
