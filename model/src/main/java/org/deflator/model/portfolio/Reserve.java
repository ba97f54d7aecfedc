package org.deflator.model.portfolio;

/**
 * Debt-service reserve account.
 *
 * @param months months of scheduled debt service that it should hold
 * @param openingUsdM balance on the as-of date, USD millions
 */
public record Reserve(int months, double openingUsdM) {
    /** No reserve. */
    public static Reserve none() {
        return new Reserve(0, 0);
    }
}
