package org.deflator.engine.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.run.BaseCase;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Fleet;

/**
 * A debt secured on cards against four values of them: what they cost, what is not yet written off, what a used card
 * fetches, and what an orderly sale of all of them brings. Debts that share collateral share it by balance. As of the
 * end of the first month, as the stated LTV of a run.
 *
 * @param instrument instrument id
 * @param month when
 * @param debtUsd balance of the debt and of those that share its collateral
 * @param costUsd all-in cost of the pledged cards that are paid for, and of pledged data centres as far as it is spent
 *            or set aside
 * @param bookUsd the same, cards written off in equal parts over the book life
 * @param marketUsd cards at the marked price of a used one, data centres at the value of their leases and re-letting
 * @param executableUsd proceeds of an orderly sale after time and cost
 */
public record LoanToValue(String instrument, YearMonth month, double debtUsd, double costUsd, double bookUsd,
        double marketUsd, double executableUsd) {
    /** Loan to cost; NaN without collateral, as the others. */
    public double onCost() {
        return over(costUsd);
    }

    /** Loan to book value. */
    public double onBook() {
        return over(bookUsd);
    }

    /** Loan to market value. */
    public double onMarket() {
        return over(marketUsd);
    }

    /** Loan to what a sale really brings. */
    public double onExecutable() {
        return over(executableUsd);
    }

    private double over(double valueUsd) {
        return valueUsd > 0 ? debtUsd / valueUsd : Double.NaN;
    }

    /** One row a debt of the borrower that cards secure. */
    static List<LoanToValue> of(GroupCase group, String borrower) {
        BorrowerTerms b = group.terms(borrower);
        List<LoanToValue> rows = new ArrayList<>();
        for (DebtTerms debt : b.debts()) {
            double[] value = new double[4];
            for (int p = 0; p < b.pools().size(); p++) {
                add(group, b, b.pools().get(p), debt.pledgedShare()[p], debt, value);
            }
            for (int k = 0; k < b.dataCentres().size(); k++) {
                addDataCentre(group, b, k, debt.pledgedShare()[b.pools().size() + k], value);
            }
            double owed = sharedUsd(group.baseCase(), b, debt);
            if (value[0] > 0 && owed > 0) {
                rows.add(new LoanToValue(debt.id(), group.month(0), owed, value[0], value[1], value[2],
                        value[3]));
            }
        }
        return rows;
    }

    private static void add(GroupCase group, BorrowerTerms b, Pool pool, double pledged, DebtTerms debt,
            double[] value) {
        if (pledged == 0) {
            return;
        }
        BaseCase.PoolValue now = group.baseCase().pools().get(pool.index());
        Borrower agreed = group.agreed(b.id());
        String gpu = group.baseCase().book().plan().gpuIds().get(pool.generation());
        List<Fleet> fleets = agreed.fleets().stream().filter(f -> f.gpu().equals(gpu)).toList();
        double paidFor = now.ownedUnits() / fleets.stream().mapToDouble(Fleet::units).sum();
        int life = group.unshocked().market().model().underwriting().bookLifeMonths();
        for (Fleet fleet : fleets) {
            if (debt.agreed().terms().security().covers(fleet.id())) {
                double cost = paidFor * fleet.units() * fleet.unitCostUsd();
                // Month 0 is the first of the grid; a card in service since it has been written off by one part.
                int age = 1 - group.timeline().indexOf(fleet.inService());
                value[0] += cost;
                value[1] += cost * Math.min(1, Math.max(0, 1 - (double) age / life));
            }
        }
        value[2] += pledged * now.ownedUnits() * now.markUsdPerCard();
        value[3] += pledged * now.orderlyUsd();
    }

    /** A data centre at what was spent on it, with the cash that is set aside to complete it. */
    private static void addDataCentre(GroupCase group, BorrowerTerms b, int k, double pledged,
            double[] value) {
        DataCentreTerms dataCentre = b.dataCentres().get(k);
        BaseCase.DataCentreMonths now = group.baseCase().dataCentres().get(dataCentre.index());
        double toSpend = b.dataCentres().stream().mapToDouble(DataCentreTerms::costToCompleteUsd).sum();
        double setAside = toSpend > 0
                ? Math.min(1, b.restrictedUsd() / toSpend) * dataCentre.costToCompleteUsd()
                : 0;
        double spent = dataCentre.costUsd() - dataCentre.costToCompleteUsd() + setAside;
        value[0] += pledged * spent;
        value[1] += pledged * spent;
        value[2] += pledged * (now.valueUsd() + setAside);
        value[3] += pledged * (now.saleUsd() + setAside);
    }

    private static double sharedUsd(BaseCase run, BorrowerTerms b, DebtTerms debt) {
        double usd = 0;
        for (DebtTerms other : b.debts()) {
            boolean shares = other.index() == debt.index();
            for (int p = 0; p < debt.pledgedShare().length; p++) {
                shares |= debt.pledgedShare()[p] > 0 && other.pledgedShare()[p] > 0;
            }
            usd += shares ? run.debts().get(other.index()).balanceUsd()[0] : 0;
        }
        return usd;
    }
}
