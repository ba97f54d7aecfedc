package org.deflator.engine.cashflow;

/**
 * A loan whose debt service is the same share of cash flow in every period (MODEL 5.4(3)). Arrays hold one
 * number a period, the first one period from now; the rate is per period.
 */
public final class Sculpting {
    private Sculpting() {}

    /**
     * Loan that the cash flow repays with a cover of {@code dscr} throughout:
     * {@code sum CFADS_t/(DSCR (1+i)^t)} (BORR-12).
     */
    public static double capacityUsd(double[] cfadsUsd, double dscr, double rate) {
        double capacity = 0;
        for (int t = cfadsUsd.length - 1; t >= 0; t--) {
            capacity = (capacity + cfadsUsd[t] / dscr) / (1 + rate);
        }
        return capacity;
    }

    /**
     * Principal by period of a loan of that size: debt service less interest (BORR-13). The sum is the
     * loan; a period whose cash flow does not cover the interest adds to it.
     */
    public static double[] principalUsd(double[] cfadsUsd, double dscr, double rate) {
        double[] principal = new double[cfadsUsd.length];
        double balance = capacityUsd(cfadsUsd, dscr, rate);
        for (int t = 0; t < cfadsUsd.length; t++) {
            principal[t] = cfadsUsd[t] / dscr - balance * rate;
            balance -= principal[t];
        }
        return principal;
    }
}
