package org.deflator.model.market;

import org.deflator.model.base.Check;

/**
 * Data centres: the market rent of their capacity, what follows a lease, what they are worth, how late they are
 * completed, how they are sold and what a new lender lends on them.
 *
 * <pre>
 *   ln L(t) = ln L0 + drift t + vol W(t) + loading (X(t) - X(0))
 * </pre>
 *
 * L is the rent of a whole campus in USD per kW a month, L0 stands in the snapshot, X is the scarcity factor of cards.
 *
 * @param rentDrift drift of the log market rent, per year
 * @param rentVol its volatility per square root of year
 * @param scarcityLoading its loading on the scarcity factor
 * @param noiMargin net operating income over rent of space let at the market
 * @param vacantUsdPerKwMonth cost of an empty data centre, USD per kW a month
 * @param renewCalm chance that a tenant stays at the end of a term, at the market rent, calm regime
 * @param renewTight the same, tight
 * @param reletMonthsCalm months for which space that comes free stands empty, calm
 * @param reletMonthsTight the same, tight
 * @param reletTermMonths term of a lease made at the market
 * @param reletEscalator its rise of rent at each anniversary, a fraction
 * @param discountRate rate at which rents under a lease are discounted, per year, beside the tenant's hazard
 * @param capRate capitalisation rate: net operating income a year over value, credit spreads at their calm median
 * @param capRateElasticity log change of that rate per log change of the credit spread
 * @param delayShape shape of the gamma-distributed delay of completion, a whole number
 * @param delayScaleMonths its scale, months; 0 = nothing is ever late
 * @param delayCostShare cost of a month of delay over the cost of the whole
 * @param saleMonths months from default to the sale of a foreclosed data centre
 * @param saleDiscountCalm discount of that sale to value, calm
 * @param saleDiscountTight the same, tight
 * @param ltvCap debt over value that a new lender accepts
 * @param minDebtYield net operating income a year over debt that a new lender asks for
 * @param marginBp margin of the new loan over SOFR when the credit spread is at its calm median, basis points
 */
public record DataCentreModel(double rentDrift, double rentVol, double scarcityLoading, double noiMargin,
        double vacantUsdPerKwMonth, double renewCalm, double renewTight, int reletMonthsCalm,
        int reletMonthsTight, int reletTermMonths, double reletEscalator, double discountRate,
        double capRate, double capRateElasticity, int delayShape, double delayScaleMonths,
        double delayCostShare, int saleMonths, double saleDiscountCalm, double saleDiscountTight,
        double ltvCap, double minDebtYield, double marginBp) {
    public DataCentreModel {
        Check.atLeastZero(rentVol, "rent_vol");
        Check.between(noiMargin, 0.0, 1.0, "noi_margin");
        Check.positive(reletTermMonths, "relet_term_months");
        Check.positive(capRate, "cap_rate");
        Check.between(delayShape, 1, 18, "delay_shape");
        Check.atLeastZero(delayScaleMonths, "delay_scale_months");
        Check.positive(minDebtYield, "min_debt_yield");
    }
}
