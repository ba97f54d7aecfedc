package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Group;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.cashflow.Valuation;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.portfolio.Covenant;

/** The ratios that covenants test, from the state after the month's waterfall. NaN where a ratio does not exist. */
public final class Ratios {
    private final BookState state;
    private final Valuation valuation;
    private final Group group;

    /** Reads {@code state}. */
    public Ratios(BookState state, Valuation valuation, Group group) {
        this.state = state;
        this.valuation = valuation;
        this.group = group;
    }

    /** The ratio of a covenant of {@code debt} on one path. */
    public double of(Covenant covenant, BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks,
            int month,
            int path) {
        return switch (covenant) {
            case Covenant.MinDscr c -> dscr(b, month, c.trailingMonths(), path);
            case Covenant.MinLiquidity _ -> liquidityUsd(b, month, path);
            case Covenant.MaxLtv _ -> ltv(b, debt, market, marks, month, path);
            case Covenant.MaxNetLeverage _ -> netLeverage(b, month, path);
            case Covenant.MinInterestCover c -> interestCover(b, month, c.trailingMonths(), path);
            case Covenant.MinDebtYield _ -> debtYield(b, debt, month, path);
        };
    }

    /**
     * Trailing cash flow available for debt service, with what SPVs sent up, over trailing scheduled debt service
     * without balloons. NaN while the window is not full, reaches back to where a data centre was being built, or no
     * service was due.
     */
    public double dscr(BorrowerTerms b, int month, int months, int path) {
        if (month + 1 < months || state.building(b, month + 1 - months, path)) {
            return Double.NaN;
        }
        double service = BookState.trailing(state.serviceWindow[b.index()], month, months, path);
        double cfads = BookState.trailing(state.cfadsWindow[b.index()], month, months, path)
                + BookState.trailing(state.upstreamWindow[b.index()], month, months, path);
        return service > 0 ? cfads / service : Double.NaN;
    }

    /** Free cash and what revolvers would still lend by their limit, USD. */
    public double liquidityUsd(BorrowerTerms b, int month, int path) {
        double usd = state.cashUsd[b.index()][path];
        for (DebtTerms debt : b.debts()) {
            if (debt.revolving() && month < state.maturityMonth[debt.index()][path]) {
                usd += Math.max(0,
                        state.commitmentUsd[debt.index()][path] - debt.lettersUsd()
                                - state.balanceUsd[debt.index()][path]);
            }
        }
        return usd;
    }

    /**
     * Balance over cards as marked and data centres as valued, with their construction account, that secure
     * the debt; debts that share collateral share it by balance.
     */
    public double ltv(BorrowerTerms b, DebtTerms debt, PathBlock market, double[][] marks, int month,
            int path) {
        double value = 0;
        double balance = 0;
        for (int p = 0; p < b.pools().size(); p++) {
            Pool pool = b.pools().get(p);
            value += debt.pledgedShare()[p]
                    * valuation.poolUsd(pool, market, marks[pool.cardMarket()], month, path);
        }
        for (int k = 0; k < b.dataCentres().size(); k++) {
            DataCentreTerms dataCentre = b.dataCentres().get(k);
            value += debt.pledgedShare()[b.pools().size() + k]
                    * (state.dataCentreUsd[dataCentre.index()][path]
                            + state.constructionAccountUsd(b, dataCentre, path));
        }
        for (DebtTerms other : b.debts()) {
            balance += debt.sharesCollateral(other) ? state.balanceUsd[other.index()][path] : 0;
        }
        return value > 0 ? balance / value : Double.NaN;
    }

    /**
     * Trailing EBITDA, with what SPVs sent up, over trailing interest. NaN while the window is not full,
     * reaches back to where a data centre was being built, or no interest was due.
     */
    public double interestCover(BorrowerTerms b, int month, int months, int path) {
        if (month + 1 < months || state.building(b, month + 1 - months, path)) {
            return Double.NaN;
        }
        double interest = BookState.trailing(state.interestWindow[b.index()], month, months, path);
        double ebitda = BookState.trailing(state.ebitdaWindow[b.index()], month, months, path)
                + BookState.trailing(state.upstreamWindow[b.index()], month, months, path);
        return interest > 0 ? ebitda / interest : Double.NaN;
    }

    /**
     * Twelve times the month's net operating income of the data centres that secure {@code debt} over the
     * balance of all debts that they secure. NaN without such a data centre, and until each is handed over in
     * full.
     */
    public double debtYield(BorrowerTerms b, DebtTerms debt, int month, int path) {
        double noi = 0;
        for (int k = 0; k < b.dataCentres().size(); k++) {
            if (debt.pledgedShare()[b.pools().size() + k] > 0) {
                noi += noiUsdPerYear(b.dataCentres().get(k), month, path);
            }
        }
        double balance = 0;
        for (DebtTerms other : b.debts()) {
            balance += debt.sharesCollateral(other) ? state.balanceUsd[other.index()][path] : 0;
        }
        return debt.securedByDataCentre(b) && balance > 0 ? noi / balance : Double.NaN;
    }

    /** The same of all pledged data centres of a borrower and all debts on them. */
    public double debtYield(BorrowerTerms b, int month, int path) {
        double noi = 0;
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            noi += dataCentre.pledged() ? noiUsdPerYear(dataCentre, month, path) : 0;
        }
        double balance = 0;
        for (DebtTerms debt : b.debts()) {
            balance += debt.securedByDataCentre(b) ? state.balanceUsd[debt.index()][path] : 0;
        }
        return balance > 0 ? noi / balance : Double.NaN;
    }

    private double noiUsdPerYear(DataCentreTerms dataCentre, int month, int path) {
        int d = dataCentre.index();
        return dataCentre.handedOver(month, state.completion[d][path]) < 1
                ? Double.NaN
                : 12 * state.noiUsd[d][path];
    }

    private double netLeverage(BorrowerTerms b, int month, int path) {
        double ebitda = group.ebitdaUsd(b.index())[path];
        double net = group.debtUsd(b.index())[path] - state.cashUsd[b.index()][path];
        if (month == 0 || net <= 0) {
            return Double.NaN;
        }
        return ebitda > 0 ? net / ebitda : Double.POSITIVE_INFINITY;
    }
}
