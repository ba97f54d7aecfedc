package org.deflator.engine.study;

import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.Sculpting;

/**
 * The most debt that a cash flow repays at a target cover (MODEL 5.4(3)): a loan sculpted by month over the life of the
 * borrower's debt, at its mean rate; once on all cash flow, once on what is left of it if nothing beyond the contracts
 * is ever let. Beyond the last month in which contracts pay their way, contracted cash flow counts nothing.
 *
 * @param targetDscr cover
 * @param ratePerYear mean rate of the debt
 * @param months months of the loan
 * @param contractedUsd most debt on contracted cash flow
 * @param totalUsd most debt on all cash flow
 * @param actualUsd debt outstanding and to be drawn
 */
public record DebtCapacity(double targetDscr, double ratePerYear, int months, double contractedUsd,
        double totalUsd, double actualUsd) {
    /** What is owed beyond the contracted capacity, USD; negative if there is room. */
    public double beyondContractedUsd() {
        return actualUsd - contractedUsd;
    }

    /** What is owed beyond the capacity, USD; negative if there is room. */
    public double beyondTotalUsd() {
        return actualUsd - totalUsd;
    }

    static DebtCapacity of(GroupRuns runs, String borrower) {
        GroupCase group = runs.agreed();
        BorrowerTerms b = group.terms(borrower);
        double target = group.unshocked().market().model().financing().dscrTarget();
        double rate = Coverage.meanRate(group, b);
        CoverPeriods all = CoverPeriods.of(runs.standing(), borrower, b.debts());
        int months = all.loanMonths();
        double[] contracted =
                CoverPeriods.of(runs.contractsOnly(), borrower, b.debts()).cfadsUsd(months);
        int last = months;
        while (last > 0 && contracted[last - 1] <= 0) {
            contracted[--last] = 0;
        }
        return new DebtCapacity(target, rate, months,
                Math.max(0, Sculpting.capacityUsd(contracted, target, rate / 12)),
                Math.max(0, Sculpting.capacityUsd(all.cfadsUsd(months), target, rate / 12)),
                b.debts().stream().mapToDouble(GroupCase::fullyDrawnUsd).sum());
    }
}
