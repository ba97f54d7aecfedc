package org.deflator.model.portfolio;

/**
 * A place with power.
 *
 * @param id name
 * @param pue power usage effectiveness: facility over IT power
 * @param powerUsdPerKwh price of power, USD/kWh
 * @param coloUsdPerKwMonth rent of space and power, USD per kW of IT a month; 0 if owned or booked among leases
 */
public record Site(String id, double pue, double powerUsdPerKwh, double coloUsdPerKwMonth) {}
