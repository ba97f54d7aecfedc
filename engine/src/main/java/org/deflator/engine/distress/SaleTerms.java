package org.deflator.engine.distress;

import org.deflator.model.base.Check;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;

/**
 * One lot of cards to be sold, as seen on the day of default.
 *
 * @param units cards in the lot
 * @param markUsd resale price of a card that day without any impact, USD
 * @param declineLogPerYear log decline of that price, per year; {@code -ln(1-0.30)} for 30 % a year
 * @param depth how many such cards the market takes
 * @param impact log impact already in the market that day; 0 in an undisturbed one
 * @param lagMonths months from default to the first sale
 * @param carryUsdPerGpuMonth cost of holding an unsold card, USD a month
 * @param deinstallUsdPerGpu cost of taking a card out and testing it, USD
 * @param yieldLoss share of cards that do not survive removal
 * @param costShare legal and estate cost over gross proceeds
 * @param fundingRate rate at which the estate discounts, per year, continuous
 */
public record SaleTerms(double units, double markUsd, double declineLogPerYear, Depth.State depth,
        double impact, int lagMonths, double carryUsdPerGpuMonth, double deinstallUsdPerGpu, double yieldLoss,
        double costShare, double fundingRate) {
    public SaleTerms {
        Check.positive(units, "units");
        Check.positive(markUsd, "mark_usd");
        Check.that(Double.isFinite(declineLogPerYear), "decline_log_per_year is not a number");
        Check.atLeastZero(impact, "impact");
        Check.between(lagMonths, 0, 120, "lag_months");
        Check.atLeastZero(carryUsdPerGpuMonth, "carry_usd_per_gpu_month");
        Check.atLeastZero(deinstallUsdPerGpu, "deinstall_usd_per_gpu");
        Check.between(yieldLoss, 0.0, 1.0, "yield_loss");
        Check.between(costShare, 0.0, 1.0, "cost_share");
        Check.that(Double.isFinite(fundingRate), "funding_rate is not a number");
    }

    /** A piecemeal sale by an estate that works under {@code enforcement}. */
    public static SaleTerms of(double units, double markUsd, double declineLogPerYear, Depth.State depth,
            double impact, EnforcementModel enforcement) {
        return new SaleTerms(units, markUsd, declineLogPerYear, depth, impact, enforcement.lagMonths(),
                enforcement.carryUsdPerGpuMonth(), enforcement.deinstallUsdPerGpu(), enforcement.yieldLoss(),
                enforcement.costShare(), enforcement.fundingRate());
    }
}
