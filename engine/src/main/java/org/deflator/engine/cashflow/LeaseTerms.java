package org.deflator.engine.cashflow;

/**
 * A data-centre lease on the month grid.
 *
 * @param tenant index of the customer
 * @param rentUsd rent of the whole data centre by month up to the end of the base term, at the rent of its lease year
 * @param noiMargin net operating income over rent
 * @param endMonth first month after the base term; at least one
 * @param guarantor index of the customer who backs the tenant, -1 if nobody
 * @param capUsd most that it pays in all
 */
public record LeaseTerms(int tenant, double[] rentUsd, double noiMargin, int endMonth, int guarantor,
        double capUsd) {
    /** Costs of the landlord in a month of the base term, USD. */
    double costUsd(int month) {
        return rentUsd[month] * (1 - noiMargin);
    }
}
