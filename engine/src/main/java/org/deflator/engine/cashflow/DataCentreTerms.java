package org.deflator.engine.cashflow;

import java.util.Optional;

/**
 * A data centre on the month grid.
 *
 * @param index position among all data centres
 * @param id name, the key of its random numbers
 * @param name name in its borrower
 * @param criticalItKw critical IT load, kW
 * @param costUsd all-in cost when complete
 * @param costToCompleteUsd part of it to be spent after the as-of date
 * @param spendUsd the same by month as planned, as far as the horizon
 * @param completion first month of rent as planned; negative if complete on the as-of date
 * @param rampMonths months over which halls are handed over; 0 = at once
 * @param lease lease, if it is let
 * @param pledged whether it is pledged to anybody
 */
public record DataCentreTerms(int index, String id, String name, double criticalItKw, double costUsd,
        double costToCompleteUsd, double[] spendUsd, int completion, int rampMonths,
        Optional<LeaseTerms> lease, boolean pledged) {
    /** Share of its load handed over in {@code month} when rent began in month {@code first}. */
    public double handedOver(int month, double first) {
        return Resolver.ramp((int) (month - first), rampMonths);
    }
}
