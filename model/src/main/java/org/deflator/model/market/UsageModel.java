package org.deflator.model.market;

/**
 * Utilisation and the cash cost of running a card (MODEL 1.5, 1.6).
 *
 * <p>Utilisation of uncontracted cards is {@code min + (max - min) logistic(intercept + slope X)}.
 *
 * @param utilisationMin lowest utilisation
 * @param utilisationMax highest utilisation
 * @param utilisationIntercept a0
 * @param utilisationSlope a1
 * @param availability share of hours that a take-or-pay contract bills
 * @param hoursPerMonth hours in a month
 * @param marketPue power usage effectiveness of the marginal owner
 * @param marketPowerUsdPerKwh power price of the marginal owner
 * @param marketColoUsdPerKwMonth colocation price of the marginal owner
 * @param opsUsdPerGpuHour operations cost per card-hour
 * @param maintenanceShareOfCostPerYear maintenance capital expenditure per year over fleet cost
 */
public record UsageModel(double utilisationMin, double utilisationMax, double utilisationIntercept,
        double utilisationSlope, double availability, double hoursPerMonth, double marketPue,
        double marketPowerUsdPerKwh, double marketColoUsdPerKwMonth, double opsUsdPerGpuHour,
        double maintenanceShareOfCostPerYear) {
    /** Power cost per card-hour at the market, USD. */
    public double powerUsdPerGpuHour(GpuGeneration gpu) {
        return gpu.systemKw() * marketPue * marketPowerUsdPerKwh;
    }

    /** Colocation cost per card-hour at the market, USD. */
    public double coloUsdPerGpuHour(GpuGeneration gpu) {
        return gpu.systemKw() * marketColoUsdPerKwMonth / hoursPerMonth;
    }

    /** All-in cash cost per card-hour, USD: power, colocation, operations. */
    public double cashUsdPerGpuHour(GpuGeneration gpu) {
        return powerUsdPerGpuHour(gpu) + coloUsdPerGpuHour(gpu) + opsUsdPerGpuHour;
    }

    /** Rent below which the marginal owner leaves: half avoid power only, half power and colocation. */
    public double exitUsdPerGpuHour(GpuGeneration gpu) {
        return powerUsdPerGpuHour(gpu) + 0.5 * coloUsdPerGpuHour(gpu);
    }
}
