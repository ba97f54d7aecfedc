package org.deflator.model.market;

/**
 * What happens to contracts at expiry and in stress (MODEL 1.7).
 *
 * @param renewCalm chance that an expiring contract is followed by another, calm regime
 * @param renewTight the same, tight regime
 * @param renewMonthsMin shortest term of the new contract
 * @param renewMonthsMax longest term
 * @param termDiscount discount of a term contract to the market rent, 0 to 1
 * @param idleMonths mean idle months before cards without renewal reach the spot market
 * @param renegotiationHazardPerMonth h0: monthly hazard per unit of log gap between contract and market rent
 * @param renegotiationThreshold log gap below which nobody renegotiates
 * @param offtakerFactorLoading b: loading of log offtaker hazard on scarcity and on credit conditions; the mean of the
 *        multiplier is one, so that it adds correlation, not risk
 * @param offtakerHazardMultiple multiple of every customer's default intensity; 1 unless a scenario changes it
 */
public record ContractModel(double renewCalm, double renewTight, int renewMonthsMin, int renewMonthsMax,
        double termDiscount, double idleMonths, double renegotiationHazardPerMonth,
        double renegotiationThreshold,
        double offtakerFactorLoading, double offtakerHazardMultiple) {}
