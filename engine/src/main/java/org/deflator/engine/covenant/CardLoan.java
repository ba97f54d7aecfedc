package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.Annuity;

/**
 * A level monthly loan on one card let at one rent for ever: what a flat-rent lender calculates.
 *
 * @param utilisation share of hours let
 * @param cashUsdPerGpuHour cash cost of running the card, paid whether it is let or not
 * @param hoursPerYear hours in a year
 * @param ratePerMonth interest a month
 * @param months payments
 */
public record CardLoan(double utilisation, double cashUsdPerGpuHour, double hoursPerYear, double ratePerMonth,
        int months) {
    /** Principal that the rent covers {@code dscr} times (BORR-41), USD. */
    public double principalUsd(double rentUsdPerGpuHour, double dscr) {
        return cashFlowUsdPerYear(rentUsdPerGpuHour) / 12 / dscr * Annuity.factor(ratePerMonth, months);
    }

    /** Cover of a loan of {@code principalUsd} at that rent (BORR-42). */
    public double dscr(double rentUsdPerGpuHour, double principalUsd) {
        return CoverRatios.dscr(cashFlowUsdPerYear(rentUsdPerGpuHour), serviceUsdPerYear(principalUsd));
    }

    /**
     * Rent at which a loan of {@code principalUsd} is covered {@code dscr} times (BORR-44), USD per GPU-hour.
     */
    public double rentUsdPerGpuHour(double principalUsd, double dscr) {
        return (dscr * serviceUsdPerYear(principalUsd) / hoursPerYear + cashUsdPerGpuHour) / utilisation;
    }

    private double cashFlowUsdPerYear(double rentUsdPerGpuHour) {
        return hoursPerYear * (utilisation * rentUsdPerGpuHour - cashUsdPerGpuHour);
    }

    private double serviceUsdPerYear(double principalUsd) {
        return 12 * Annuity.levelPayment(principalUsd, ratePerMonth, months);
    }
}
