package org.deflator.model.market;

/**
 * What a parent's default does to an SPV that it operates (MODEL, correction 5): cash is trapped, an operator is
 * replaced with an outage and a fee, or a court consolidates the SPV with its parent.
 *
 * @param consolidationProbability chance of consolidation, which is a default of the SPV
 * @param outageMonthsMin shortest outage
 * @param outageMonthsMax longest outage
 * @param feeShare fee of the new operator over revenue
 */
public record ServicerModel(double consolidationProbability, int outageMonthsMin, int outageMonthsMax,
        double feeShare) {}
