package org.deflator.model.market;

import java.time.YearMonth;

/**
 * Bitcoin, the network's hash rate and the hash price (MODEL 3.1, 3.2).
 *
 * @param driftCalm drift per year, calm regime
 * @param driftTight drift per year, tight regime
 * @param volCalm volatility per square root of year, calm
 * @param volTight the same, tight
 * @param blocksPerDay blocks a day
 * @param subsidyBtc block subsidy on the as-of date
 * @param halving month in which the subsidy next halves; every 48 months after that
 * @param hashUpPerYear speed of hash-rate growth per unit of log hash price above its anchor, 1/year
 * @param hashDownPerYear the same below the anchor
 * @param anchorOverBreakeven anchor hash price over the median machine's break-even
 * @param medianJoulePerTh efficiency of the network's median machine, J/TH
 * @param efficiencyGainPerYear annual improvement of that efficiency
 * @param medianPowerUsdPerKwh power price of the median machine
 */
public record BitcoinModel(double driftCalm, double driftTight, double volCalm, double volTight,
        double blocksPerDay,
        double subsidyBtc, YearMonth halving, double hashUpPerYear, double hashDownPerYear,
        double anchorOverBreakeven,
        double medianJoulePerTh, double efficiencyGainPerYear, double medianPowerUsdPerKwh) {}
