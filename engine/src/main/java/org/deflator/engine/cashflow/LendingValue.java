package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;

/** What a borrowing base lends on a borrower's collateral at given marks. */
public final class LendingValue {
    private final BookState state;
    private final Valuation valuation;

    /** Reads {@code state}. */
    public LendingValue(BookState state, Valuation valuation) {
        this.state = state;
        this.valuation = valuation;
    }

    /** What a revolver still lends: the lesser of limit and borrowing base, less letters of credit and drawings. */
    double undrawnUsd(BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks, int month,
            int path) {
        return Math.max(0,
                limitUsd(b, debt, market, marks, month, path) - state.balanceUsd[debt.index()][path]);
    }

    /** Drawings above the lesser of limit and borrowing base; at least zero. */
    public double overAdvanceUsd(BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks,
            int month,
            int path) {
        return Math.max(0,
                state.balanceUsd[debt.index()][path] - limitUsd(b, debt, market, marks, month, path));
    }

    /** The lesser of a revolver's commitment and its borrowing base, less letters of credit; at least zero. */
    public double limitUsd(BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks, int month,
            int path) {
        double commitment = state.commitmentUsd[debt.index()][path];
        if (debt.base().isEmpty()) {
            return Math.max(0, commitment - debt.lettersUsd());
        }
        double gpuUsd = 0;
        for (int p = 0; p < b.pools().size(); p++) {
            Pool pool = b.pools().get(p);
            gpuUsd += debt.pledgedShare()[p]
                    * valuation.poolUsd(pool, market, marks[pool.cardMarket()], month, path);
        }
        double advance = state.advanceMultiple[debt.index()][path];
        double bitcoinUsd = state.btc[b.index()][path] * market.bitcoinUsd()[path];
        double secured = Math.min(commitment, debt.base().get().valueUsd(advance * gpuUsd,
                state.revenueUsd[b.index()][path], advance * bitcoinUsd));
        return Math.max(0, secured - debt.lettersUsd());
    }
}
