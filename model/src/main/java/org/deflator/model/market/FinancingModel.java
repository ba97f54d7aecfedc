package org.deflator.model.market;

/**
 * Access to new money (MODEL 5.3, 5.7).
 *
 * @param accessIntercept intercept of the log-odds that a maturity can be refinanced
 * @param accessFunding coefficient of the funding index
 * @param accessLtv coefficient of LTV - 0.6
 * @param accessDscr coefficient of DSCR - 1.3
 * @param ltvCap debt over asset value that a new lender accepts
 * @param dscrTarget cover that a new lender asks for
 * @param tenorMonths tenor of the new loan
 * @param marginBp margin over SOFR when the high-yield spread is at its calm median
 * @param equityRaiseCalm equity raised at most per quarter over market value, calm
 * @param equityRaiseTight the same, tight
 * @param equityMinOverDebt no equity is raised when its value is below this share of debt
 * @param conversionPremium rise of the share price since the as-of date from which a convertible ends in shares
 * @param bufferMonths months of debt service and fixed cost that a borrower keeps before it repays a revolver
 * @param alwaysRefinances whether every balance that falls due is lent anew, in full and at the rate it had, for
 *        {@code tenorMonths}; switches the mismatch of tenors off, and no scenario closes such a market
 * @param rationed whether what falls due in a month shares a limited supply of new loans
 * @param supplyCalm new loans in a month over the debt of the sector, calm
 * @param supplyTight the same, tight
 * @param supplyMonths months for which a supply that nobody used stays on offer; 1: it is gone at once
 * @param sectorDebtUsdM debt of the sector, USD millions; the book's own where that is more
 * @param neocloudEquity how the equity of a neocloud moves
 * @param minerEquity how the equity of a miner moves
 * @param dataCentreEquity how the equity of a landlord of data centres moves
 */
public record FinancingModel(double accessIntercept, double accessFunding, double accessLtv,
        double accessDscr,
        double ltvCap, double dscrTarget, int tenorMonths, double marginBp, double equityRaiseCalm,
        double equityRaiseTight, double equityMinOverDebt, double conversionPremium,
        int bufferMonths, boolean alwaysRefinances, boolean rationed, double supplyCalm,
        double supplyTight, int supplyMonths, double sectorDebtUsdM, EquityBetas neocloudEquity,
        EquityBetas minerEquity,
        EquityBetas dataCentreEquity) {
    /**
     * Monthly log return of equity: {@code bitcoin r_BTC + scarcity dX - spread d ln s + own noise}.
     *
     * @param bitcoin loading on the log return of bitcoin
     * @param scarcity loading on the change of the scarcity factor
     * @param spread loading on minus the log change of the credit spread
     * @param ownVol volatility of the own noise per square root of year
     */
    public record EquityBetas(double bitcoin, double scarcity, double spread, double ownVol) {}
}
