package org.deflator.model.portfolio;

/**
 * Figures a group reported for its last quarter; the base case must start there (a test holds it).
 *
 * @param revenueUsdM revenue of the quarter
 * @param ebitdaUsdM EBITDA of the quarter
 * @param cashInterestUsdM contractual interest of the quarter
 * @param debtUsdM principal outstanding of the whole group
 * @param cashUsdM cash including restricted cash of the group
 * @param btc bitcoin held by the group
 */
public record Reported(double revenueUsdM, double ebitdaUsdM, double cashInterestUsdM, double debtUsdM,
        double cashUsdM,
        double btc) {}
