package org.deflator.engine.cashflow;

/**
 * A mining fleet in daily units.
 *
 * @param hashPh hash rate at full uptime, PH/s
 * @param uptime share of hours run
 * @param costUsdPerPhDay power cost of a PH/s for a day: the hash price below which it switches off
 * @param rigsUsd value of the rigs on the as-of date
 */
public record MinerTerms(double hashPh, double uptime, double costUsdPerPhDay, double rigsUsd) {}
