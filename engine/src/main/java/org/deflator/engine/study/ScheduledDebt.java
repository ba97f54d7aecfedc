package org.deflator.engine.study;

import java.util.List;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;

/**
 * Debt as its documents schedule it, by month: drawn, repaid, and all that is left repaid at maturity. Nothing is
 * refinanced, prepaid or late.
 *
 * @param drawnUsd draws by month
 * @param repaidUsd repayments by month, balances at maturity included
 * @param balloonUsd the part of the repayments that falls due at maturity beyond the plan, premiums included
 * @param balanceUsd balance at each month's end
 */
record ScheduledDebt(double[] drawnUsd, double[] repaidUsd, double[] balloonUsd, double[] balanceUsd) {
    static ScheduledDebt of(List<DebtTerms> debts, int months) {
        double[] drawn = new double[months];
        double[] repaid = new double[months];
        double[] balloon = new double[months];
        double[] balance = new double[months];
        for (DebtTerms debt : debts) {
            double open = debt.openingUsd();
            for (int m = 0; m < months; m++) {
                open += debt.drawUsd()[m];
                drawn[m] += debt.drawUsd()[m];
                double planned = Math.min(open, debt.principalUsd()[m]);
                boolean ends = m == Math.max(0, debt.maturityMonth());
                double left = ends ? open - planned : 0;
                repaid[m] += planned + left;
                balloon[m] += left * debt.redemption();
                open -= planned + left;
                balance[m] += open;
            }
        }
        return new ScheduledDebt(drawn, repaid, balloon, balance);
    }

    static ScheduledDebt of(BorrowerTerms b, int months) {
        return of(b.debts(), months);
    }
}
