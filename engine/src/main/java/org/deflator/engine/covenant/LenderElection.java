package org.deflator.engine.covenant;

/**
 * A lender's choice after a breach: extend, or sell the collateral (MODEL 5.6). It compares what it expects to receive
 * from a borrower that may default in any later year with what a sale brings today. The thinner the market, the more it
 * forbears.
 */
public final class LenderElection {
    private LenderElection() {}

    /**
     * Expected present value of holding on (BORR-25): each period the borrower survives and pays its cash flow, or
     * defaults, and the lender recovers a share of the balance at the start of the period.
     *
     * @param balances balance at the start of each period, USD
     * @param cashFlows cash paid to the lender at the end of each period if the borrower survives it, USD
     * @param defaultProbability chance of default in a period
     * @param recovery share of the balance recovered in default
     * @param rate discount rate per period
     */
    public static double holdValue(double[] balances, double[] cashFlows, double defaultProbability,
            double recovery,
            double rate) {
        double value = 0;
        for (int t = balances.length - 1; t >= 0; t--) {
            value = defaultProbability * recovery * balances[t]
                    + (1 - defaultProbability) * (cashFlows[t] + value);
            value /= 1 + rate;
        }
        return value;
    }

    /**
     * The same for a level cash flow and a loan that bears {@code rate}: it is paid down by what the cash flow exceeds
     * its interest, grows where the cash flow falls short, and is never paid more than is owed. What is owed after the
     * last year is then worth {@code recovery} on the dollar. A loan that is sure to be repaid in time is worth its
     * balance.
     *
     * @param balance owed today, USD
     * @param cashFlowPerYear cash that the borrower can pay in a year, USD; less than nothing counts as nothing
     * @param years years that the lender looks ahead
     * @param defaultProbability chance of default in a year
     * @param recovery share of the balance recovered in default
     * @param rate interest and discount rate per year
     */
    public static double holdValueLevel(double balance, double cashFlowPerYear, int years,
            double defaultProbability, double recovery, double rate) {
        double discount = 1 / (1 + rate);
        double cashFlow = Math.max(0, cashFlowPerYear);
        double owed = balance;
        double weight = discount;
        double value = 0;
        for (int year = 0; year < years; year++) {
            double paid = Math.min(cashFlow, owed * (1 + rate));
            value += weight * (defaultProbability * recovery * owed + (1 - defaultProbability) * paid);
            owed = owed * (1 + rate) - paid;
            weight *= (1 - defaultProbability) * discount;
        }
        return value + weight / discount * recovery * owed;
    }

    /** Whether the lender extends (BORR-26): holding on is worth more than a sale by the margin it asks for. */
    public static boolean extend(double holdUsd, double netLiquidationUsd, double adminShare) {
        return holdUsd > netLiquidationUsd * (1 + adminShare);
    }
}
