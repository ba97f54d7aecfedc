package org.deflator.engine.cashflow;

/**
 * Margin terms of a loan on bitcoin.
 *
 * @param btc bitcoin pledged at the start
 * @param callLtv loan to value at which collateral is called for
 * @param liquidationLtv loan to value at which the lender sells
 * @param targetLtv loan to value to be restored
 */
public record MarginTerms(double btc, double callLtv, double liquidationLtv, double targetLtv) {
    /** Fall of the bitcoin price that brings a loan at {@code ltv} to a margin call (CRYPTO-10). */
    public static double fallToCall(double ltv, double callLtv) {
        return 1 - ltv / callLtv;
    }

    /** Bitcoin value to sell so that loan over collateral is {@code targetLtv} again (CRYPTO-11); at least zero. */
    public static double saleUsd(double loanUsd, double collateralUsd, double targetLtv) {
        double sale = (loanUsd - targetLtv * collateralUsd) / (1 - targetLtv);
        return sale > 0 ? sale : 0;
    }
}
