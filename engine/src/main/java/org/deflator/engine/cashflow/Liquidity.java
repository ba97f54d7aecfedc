package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;

/**
 * Where a borrower finds cash when what it earned does not cover what is due, in this order: restricted cash, revolver,
 * free bitcoin, new equity.
 */
final class Liquidity {
    private final BookState state;
    private final Equity equity;
    private final Valuation valuation;
    private final CashLedger ledger;

    Liquidity(BookState state, Equity equity, Valuation valuation, CashLedger ledger) {
        this.state = state;
        this.equity = equity;
        this.valuation = valuation;
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
            ledger.post(b.index(), "bitcoin sold", i, sold);
            double raised = Math.min(Math.max(0, needUsd[i] - cash[i]), equity.capacityUsd(b.index(), month, i,
                    market.tight()[i] > 0, group.debtUsd(b.index())[i]));
            cash[i] += raised;
            ledger.post(b.index(), "equity raised", i, raised);
        }
    }

    private void drawRevolver(BorrowerTerms b, DebtTerms debt, double needUsd, PathBlock market, double[][] marks,
            int month, int path) {
        if (needUsd <= 0 || month >= state.maturityMonth[debt.index()][path]) {
            return;
        }
        double drawn = Math.min(needUsd, undrawnUsd(b, debt, market, marks, month, path));
        state.balanceUsd[debt.index()][path] += drawn;
        state.cashUsd[b.index()][path] += drawn;
        ledger.post(b.index(), "draw " + debt.id(), path, drawn);
    }

    /** What a revolver still lends: the lesser of limit and borrowing base, less letters of credit and drawings. */
    double undrawnUsd(BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks, int month, int path) {
        double limit = debt.commitmentUsd() - debt.lettersUsd();
        if (debt.base().isPresent()) {
            limit = Math.min(limit, baseUsd(b, debt, debt.base().get(), market, marks, month, path));
        }
        return Math.max(0, limit - state.balanceUsd[debt.index()][path]);
    }

    /** Lending value of the borrower's collateral under a revolver's formula. */
    double baseUsd(BorrowerTerms b, DebtTerms debt, BaseTerms base, PathBlock market, double[][] marks, int month,
            int path) {
        double gpuUsd = 0;
        for (int p = 0; p < b.pools().size(); p++) {
            Pool pool = b.pools().get(p);
            gpuUsd += debt.pledgedShare()[p] * valuation.poolUsd(pool, market, marks[pool.generation()], month, path);
        }
        return base.valueUsd(gpuUsd, state.revenueUsd[b.index()][path],
                state.btc[b.index()][path] * market.bitcoinUsd()[path]);
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
                double repaid = state.alive[b.index()][i] * Math.min(balance[i], Math.max(0, cash[i] - buffer));
                balance[i] -= repaid;
                cash[i] -= repaid;
                ledger.post(b.index(), "principal " + debt.id(), i, -repaid);
            }
        }
    }
}
