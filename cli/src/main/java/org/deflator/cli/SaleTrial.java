package org.deflator.cli;

import java.util.List;
import java.util.OptionalInt;
import org.deflator.engine.distress.Liquidation;
import org.deflator.engine.distress.SalePlan;
import org.deflator.engine.distress.SaleTerms;
import org.deflator.model.market.Depth;

/**
 * One sale tried in one state of the market, and with other depths than the one assumed, which nobody knows
 * well.
 *
 * @param regime state of the market
 * @param terms what is sold and how
 * @param plan the sale
 * @param curve the recovery for each of {@link #DEPTH_MULTIPLES}
 */
record SaleTrial(Regime regime, SaleTerms terms, SalePlan plan, List<SalePlan> curve) {
    /** Depths tried, as multiples of the one assumed. */
    static final List<Double> DEPTH_MULTIPLES = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
    /** Stated LTV for which the liquidation LTV is told. */
    static final double STATED_LTV = 0.7;

    /** A sale in {@code months} months, or in the best number of months up to {@code maxMonths}. */
    static SaleTrial of(Regime regime, SaleTerms terms, OptionalInt months, int maxMonths) {
        List<SalePlan> curve = DEPTH_MULTIPLES.stream()
                .map(multiple -> sale(withDepth(terms, multiple), months, maxMonths)).toList();
        return new SaleTrial(regime, terms, sale(terms, months, maxMonths), curve);
    }

    /** Debt of 70 % of the mark over what the sale brings. */
    double liquidationLtv() {
        return plan.liquidationLtv(STATED_LTV * terms.units() * terms.markUsd());
    }

    private static SalePlan sale(SaleTerms terms, OptionalInt months, int maxMonths) {
        return months.isPresent() ? Liquidation.plan(terms, months.getAsInt())
                : Liquidation.best(terms, maxMonths);
    }

    private static SaleTerms withDepth(SaleTerms terms, double multiple) {
        Depth.State depth = new Depth.State(terms.depth().unitsPerMonth() * multiple,
                terms.depth().resiliencePerMonth(), terms.depth().priceFloor());
        return new SaleTerms(terms.units(), terms.markUsd(), terms.declineLogPerYear(), depth, terms.impact(),
                terms.lagMonths(), terms.carryUsdPerGpuMonth(), terms.deinstallUsdPerGpu(), terms.yieldLoss(),
                terms.costShare(), terms.fundingRate());
    }
}
