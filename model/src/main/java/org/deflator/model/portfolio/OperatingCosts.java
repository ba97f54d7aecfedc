package org.deflator.model.portfolio;

/**
 * Income and costs that do not follow card-hours.
 *
 * @param overheadUsdMPerMonth cash overhead (SG&A and cash operations), USD millions a month
 * @param leaseUsdMPerMonth rent of data centres under operating leases, USD millions a month
 * @param otherIncomeUsdMPerMonth income outside the model's fleets, USD millions a month
 */
public record OperatingCosts(double overheadUsdMPerMonth, double leaseUsdMPerMonth,
        double otherIncomeUsdMPerMonth) {}
