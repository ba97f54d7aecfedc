package org.deflator.model.market;

/**
 * Credit spread index and funding conditions (MODEL 4.2), which price and ration refinancing.
 *
 * @param spreadMeanCalmBp median high-yield spread, calm, basis points
 * @param spreadMeanTightBp the same, tight
 * @param spreadReversion mean reversion of its log, 1/year
 * @param spreadVol volatility of its log, 1/sqrt(year)
 * @param fundingMeanTight mean of the funding index in the tight regime (0 in calm)
 * @param fundingReversion mean reversion of the funding index, 1/year; its stationary variance is one
 */
public record CreditModel(double spreadMeanCalmBp, double spreadMeanTightBp, double spreadReversion,
        double spreadVol,
        double fundingMeanTight, double fundingReversion) {}
