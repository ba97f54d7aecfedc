package org.deflator.engine.cashflow;

/**
 * A borrowing base in dollars.
 *
 * @param gpuShare advance rate times orderly factor: value lent per dollar of marked cards
 * @param receivablesShare value lent per dollar of a month's revenue
 * @param btcShare value lent per dollar of free bitcoin
 * @param reservesUsd deduction
 * @param redetermined by month, whether the base is computed anew
 */
public record BaseTerms(double gpuShare, double receivablesShare, double btcShare, double reservesUsd,
        boolean[] redetermined) {
    /** Lending value of the collateral, at least zero: {@code sum of advance x collateral - reserves} (MODEL 5.4). */
    public double valueUsd(double gpuUsd, double receivablesUsd, double btcUsd) {
        double value =
                gpuShare * gpuUsd + receivablesShare * receivablesUsd + btcShare * btcUsd - reservesUsd;
        return value > 0 ? value : 0;
    }
}
