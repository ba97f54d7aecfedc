package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;

/**
 * Where a borrower finds cash when what it earned does not cover what is due, in this order: restricted cash, revolver,
 * free bitcoin, new equity.
 */
final class Liquidity {
    private final BookState state;
    private final Equity equity;
    private final LendingValue lending;
    private final CashLedger ledger;

    Liquidity(BookState state, Equity equity, LendingValue lending, CashLedger ledger) {
        this.state = state;
        this.equity = equity;
        this.lending = lending;
        this.ledger = ledger;
    }

    /** Raises cash up to {@code needUsd}, as far as it can. */
    void raise(BorrowerTerms b, double[] needUsd, PathBlock market, double[][] marks, Group group, int month,
            int paths) {
        double[] cash = state.cashUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            if (cash[i] >= needUsd[i] || state.alive[b.index()][i] == 0) {
                continue;
            }
            double freed = Math.min(state.restrictedUsd[b.index()][i], needUsd[i] - cash[i]);
            state.restrictedUsd[b.index()][i] -= freed;
            cash[i] += freed;
            for (DebtTerms debt : b.debts()) {
                if (debt.revolving()) {
                    drawRevolver(b, debt, needUsd[i] - cash[i], market, marks, month, i);
                }
            }
            double price = market.bitcoinUsd()[i];
            double sold = Math.min(state.btc[b.index()][i] * price, Math.max(0, needUsd[i] - cash[i]));
            state.btc[b.index()][i] -= sold / price;
            cash[i] += sold;
            state.bitcoinSoldUsd[i] += sold;
            ledger.post(b.index(), "bitcoin sold", i, sold);
            double raised =
                    Math.min(Math.max(0, needUsd[i] - cash[i]), equity.capacityUsd(b.index(), month, i,
                            market.tight()[i] > 0, group.debtUsd(b.index())[i]));
            cash[i] += raised;
            ledger.post(b.index(), "equity raised", i, raised);
        }
    }

    private void drawRevolver(BorrowerTerms b, DebtTerms debt, double needUsd, PathBlock market,
            double[][] marks,
            int month, int path) {
        if (needUsd <= 0 || month >= state.maturityMonth[debt.index()][path]) {
            return;
        }
        double drawn = Math.min(needUsd, lending.undrawnUsd(b, debt, market, marks, month, path));
        state.balanceUsd[debt.index()][path] += drawn;
        state.cashUsd[b.index()][path] += drawn;
        ledger.post(b.index(), "draw ", debt.id(), path, drawn);
    }

    /** Repays revolvers with cash beyond a buffer of debt service and fixed cost. */
    void repay(BorrowerTerms b, double[] serviceUsd, int bufferMonths, int paths) {
        double[] cash = state.cashUsd[b.index()];
        for (DebtTerms debt : b.debts()) {
            if (!debt.revolving()) {
                continue;
            }
            double[] balance = state.balanceUsd[debt.index()];
            for (int i = 0; i < paths; i++) {
                double buffer = bufferMonths * (serviceUsd[i] + b.overheadUsd() + b.leaseUsd());
                double repaid =
                        state.alive[b.index()][i] * Math.min(balance[i], Math.max(0, cash[i] - buffer));
                balance[i] -= repaid;
                cash[i] -= repaid;
                state.overdueUsd[debt.index()][i] = Math.min(state.overdueUsd[debt.index()][i], balance[i]);
                ledger.post(b.index(), "principal ", debt.id(), i, -repaid);
            }
        }
    }
}
