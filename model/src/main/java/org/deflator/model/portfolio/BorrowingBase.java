package org.deflator.model.portfolio;

/**
 * Cap on a revolver by the value of collateral, redetermined at intervals (MODEL 5.4(2)).
 *
 * @param gpuAdvance advance rate on the net orderly liquidation value of eligible cards
 * @param orderlyFactor that value over the market price of a used card
 * @param receivablesAdvance advance rate on one month of revenue
 * @param btcAdvance advance rate on free bitcoin
 * @param reservesUsdM amount deducted, USD millions
 * @param redetermineMonths months between redeterminations
 */
public record BorrowingBase(double gpuAdvance, double orderlyFactor, double receivablesAdvance,
        double btcAdvance,
        double reservesUsdM, int redetermineMonths) {}
