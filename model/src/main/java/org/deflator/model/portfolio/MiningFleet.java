package org.deflator.model.portfolio;

/**
 * Bitcoin miners at one site.
 *
 * @param id name
 * @param hashEh hash rate, EH/s
 * @param joulePerTh efficiency, J/TH
 * @param uptime share of hours run
 * @param powerUsdPerKwh price of power, USD/kWh
 * @param rigUsdPerTh resale price of the rigs on the as-of date, USD/TH; moves with the hash price
 */
public record MiningFleet(String id, double hashEh, double joulePerTh, double uptime, double powerUsdPerKwh,
        double rigUsdPerTh) {}
