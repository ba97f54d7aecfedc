package org.deflator.engine.study;

import java.util.List;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.covenant.CoverRatios;
import org.deflator.engine.run.BaseCase;

/**
 * Cash flow and debt service of a borrower over the life of its debt.
 *
 * @param cfadsUsd cash flow available for debt service by month, what vehicles send up included
 * @param serviceUsd scheduled debt service by month, without balloons
 * @param loanMonths months until the last debt matures
 * @param yearCfadsUsd cash flow by twelve months from the as-of date, until then; the last takes the rest
 * @param yearServiceUsd debt service by the same
 */
record CoverPeriods(double[] cfadsUsd, double[] serviceUsd, int loanMonths, double[] yearCfadsUsd,
        double[] yearServiceUsd) {
    static final int YEAR = 12;

    static CoverPeriods of(BaseCase run, String borrower, List<DebtTerms> debts) {
        BaseCase.BorrowerMonths b = run.borrower(borrower);
        int months = b.cfadsUsd().length;
        double[] cfads = new double[months];
        for (int m = 0; m < months; m++) {
            cfads[m] = b.cfadsUsd()[m] + b.upstreamUsd()[m];
        }
        int loan = 0;
        for (DebtTerms debt : debts) {
            boolean owes = GroupCase.fullyDrawnUsd(debt) > 0;
            loan = owes ? Math.max(loan, Math.min(months, debt.maturityMonth() + 1)) : loan;
        }
        // A rest of less than a year joins the last year: months without a coupon say nothing alone.
        int years = loan == 0 ? 0 : Math.max(1, loan / YEAR);
        double[] yearCfads = new double[years];
        double[] yearService = new double[years];
        for (int m = 0; m < loan; m++) {
            yearCfads[Math.min(years - 1, m / YEAR)] += cfads[m];
            yearService[Math.min(years - 1, m / YEAR)] += b.serviceUsd()[m];
        }
        return new CoverPeriods(cfads, b.serviceUsd(), loan, yearCfads, yearService);
    }

    double averageDscr() {
        return CoverRatios.averageDscr(yearCfadsUsd, yearServiceUsd);
    }

    double minimumDscr() {
        return CoverRatios.minimumDscr(yearCfadsUsd, yearServiceUsd);
    }

    /** Cash flow of the first {@code count} months. */
    double[] cfadsUsd(int count) {
        return java.util.Arrays.copyOf(cfadsUsd, Math.min(count, cfadsUsd.length));
    }

    static double firstYear(double[] monthly) {
        double sum = 0;
        for (int m = 0; m < YEAR; m++) {
            sum += monthly[m];
        }
        return sum;
    }
}
