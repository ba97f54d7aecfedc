package org.deflator.engine.covenant;

/**
 * How far cash flow covers debt (MODEL 5.5). Arrays hold one number a period, the first one period from
 * now; rates are per period. CFADS is cash flow available for debt service, USD.
 */
public final class CoverRatios {
    private CoverRatios() {}

    /** Cash flow over debt service of the same time; NaN while no debt service is due. */
    public static double dscr(double cfadsUsd, double serviceUsd) {
        return over(cfadsUsd, serviceUsd);
    }

    /** Mean DSCR of the periods in which debt service is due (BORR-16). */
    public static double averageDscr(double[] cfadsUsd, double[] serviceUsd) {
        double sum = 0;
        int periods = 0;
        for (int t = 0; t < serviceUsd.length; t++) {
            if (serviceUsd[t] > 0) {
                sum += cfadsUsd[t] / serviceUsd[t];
                periods++;
            }
        }
        return over(sum, periods);
    }

    /** Least DSCR of the periods in which debt service is due; NaN if there is none. */
    public static double minimumDscr(double[] cfadsUsd, double[] serviceUsd) {
        double least = Double.NaN;
        for (int t = 0; t < serviceUsd.length; t++) {
            if (serviceUsd[t] > 0 && !(cfadsUsd[t] / serviceUsd[t] >= least)) {
                least = cfadsUsd[t] / serviceUsd[t];
            }
        }
        return least;
    }

    /**
     * Loan life cover: present value at the debt's rate of the cash flow to final maturity, plus the
     * reserve account, over debt (BORR-14).
     *
     * @param cfadsUsd cash flow to final maturity
     */
    public static double llcr(double[] cfadsUsd, double rate, double reserveUsd, double debtUsd) {
        return over(presentValue(cfadsUsd, rate) + reserveUsd, debtUsd);
    }

    /**
     * Project life cover: the same with the cash flow to the end of the asset's economic life and no
     * reserve. Its excess over the loan life cover is the tail that a lender may extend into.
     *
     * @param cfadsUsd cash flow to the end of the asset's life
     */
    public static double plcr(double[] cfadsUsd, double rate, double debtUsd) {
        return over(presentValue(cfadsUsd, rate), debtUsd);
    }

    /** EBITDA over cash interest; NaN if no interest is due. */
    public static double icr(double ebitdaUsd, double interestUsd) {
        return over(ebitdaUsd, interestUsd);
    }

    /** A year's cash flow over debt; NaN without debt. */
    public static double debtYield(double cfadsUsdPerYear, double debtUsd) {
        return over(cfadsUsdPerYear, debtUsd);
    }

    /**
     * Mean number of periods until principal is repaid: {@code sum t x principal_t / sum principal_t}
     * (BORR-18).
     */
    public static double weightedAverageLife(double[] principalUsd) {
        double timed = 0;
        double sum = 0;
        for (int t = 0; t < principalUsd.length; t++) {
            timed += (t + 1) * principalUsd[t];
            sum += principalUsd[t];
        }
        return over(timed, sum);
    }

    /**
     * Life of the debt less life of the income that pays it; positive if the asset earns before it repays
     * (BORR-20).
     *
     * @param debtLifeYears weighted average life of the debt
     * @param assetDurationYears mean time of the asset's discounted net income
     */
    public static double durationMismatchYears(double debtLifeYears, double assetDurationYears) {
        return debtLifeYears - assetDurationYears;
    }

    private static double presentValue(double[] flowUsd, double rate) {
        double value = 0;
        for (int t = flowUsd.length - 1; t >= 0; t--) {
            value = (value + flowUsd[t]) / (1 + rate);
        }
        return value;
    }

    private static double over(double numerator, double denominator) {
        return denominator > 0 ? numerator / denominator : Double.NaN;
    }
}
