package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;

/**
 * Loans on bitcoin at month end (MODEL 3.4): at the call level the borrower tops up from its free bitcoin, else the
 * lender sells down to the target; at the liquidation level the lender sells all it needs. What the sale does not cover
 * stays owed. At maturity the pledge is sold for what is owed; what a repaid loan no longer needs is free again.
 */
public final class MarginCalls {
    private final BookState state;
    private final CashLedger ledger;

    /** Works on {@code state}. */
    public MarginCalls(BookState state, CashLedger ledger) {
        this.state = state;
        this.ledger = ledger;
    }

    /** Calls and sells for every bitcoin loan of {@code b}. */
    public void call(BorrowerTerms b, PathBlock market, int month, int paths) {
        for (DebtTerms debt : b.debts()) {
            if (debt.margin().isEmpty()) {
                continue;
            }
            MarginTerms terms = debt.margin().get();
            double[] balance = state.balanceUsd[debt.index()];
            double[] pledged = state.pledgedBtc[debt.index()];
            for (int i = 0; i < paths; i++) {
                double price = market.bitcoinUsd()[i];
                if (balance[i] <= 0) {
                    state.btc[b.index()][i] += pledged[i];
                    pledged[i] = 0;
                    continue;
                }
                boolean matured = month >= state.maturityMonth[debt.index()][i];
                if (matured) {
                    sell(b, debt, Math.min(balance[i], pledged[i] * price), price, i);
                    continue;
                }
                if (balance[i] < terms.callLtv() * pledged[i] * price) {
                    continue;
                }
                double wanted = Math.max(0, balance[i] / (terms.targetLtv() * price) - pledged[i]);
                boolean callable = balance[i] < terms.liquidationLtv() * pledged[i] * price;
                double topUp = callable ? Math.min(wanted, state.btc[b.index()][i]) : 0;
                state.btc[b.index()][i] -= topUp;
                pledged[i] += topUp;
                double sold = Math.min(pledged[i] * price,
                        MarginTerms.saleUsd(balance[i], pledged[i] * price, terms.targetLtv()));
                sell(b, debt, Math.min(sold, balance[i]), price, i);
            }
        }
    }

    /** Sells pledged bitcoin for {@code usd} and repays as much. */
    private void sell(BorrowerTerms b, DebtTerms debt, double usd, double price, int path) {
        int d = debt.index();
        state.pledgedBtc[d][path] -= usd / price;
        state.bitcoinSoldUsd[path] += usd;
        state.balanceUsd[d][path] -= usd;
        state.overdueUsd[d][path] = Math.min(state.overdueUsd[d][path], state.balanceUsd[d][path]);
        ledger.post(b.index(), "pledged bitcoin sold", path, usd);
        ledger.post(b.index(), "principal ", debt.id(), path, -usd);
    }
}
