package org.deflator.model.market;

import org.deflator.model.base.Check;

/**
 * How the rent of a card of a given generation moves (MODEL 1.2 to 1.6).
 *
 * <pre>
 *   ln R*(t) = ln R0 - delta t - sum_k J_k A((t - tau_k)/w) + beta X(t) + eta(t)
 *   A(x)     = min(max(x, 0), 1)
 *   dX       = -kappa (X - m_S) dt + sigma_S dW
 *   R(t)     = max(R*(t), avoidable cash cost of the marginal owner)
 * </pre>
 *
 * The annual decline d is drawn once per path, {@code d ~ N(mean, sd)} cut at the bounds; its log rate is split into a
 * continuous part (algorithms and software) and launch steps (hardware), so that hardware is not counted twice.
 *
 * @param declineMean mean annual decline of the rent of a fixed card, a fraction such as 0.20
 * @param declineSd its standard deviation over paths
 * @param declineMin lowest decline drawn (negative: rents rise)
 * @param declineMax highest decline drawn
 * @param weightAlgorithms share of the log decline due to algorithms
 * @param weightHardware share due to new hardware, delivered through launches
 * @param weightSoftware share due to software
 * @param scarcityReversion kappa, 1/year
 * @param scarcityVolCalm sigma in the calm regime, 1/sqrt(year)
 * @param scarcityVolTight sigma in the tight regime
 * @param scarcityMeanCalm m in the calm regime
 * @param scarcityMeanTight m in the tight regime
 * @param scarcityStart X on the as-of date
 * @param launchRampYears w, years from first to full volume of a launch
 * @param launchStepCv coefficient of variation of a launch's step
 * @param minorLaunchSize step of a minor launch relative to a major one
 * @param customSiliconSize step of a custom-silicon launch relative to a major one
 * @param secondSuccessorWeight weight of the second successor generation relative to the first
 * @param laterSuccessorWeight weight of the third and later successors
 * @param idiosyncraticSd stationary standard deviation of eta
 * @param idiosyncraticHalfLifeMonths half-life of eta, months
 * @param monthlyRepriceProbability chance that an owner moves its list price to the market in a month; 1 removes list
 *        price steps
 * @param repriceBand distance of list price and market, in logs, at which the owner moves at once
 */
public record RentModel(double declineMean, double declineSd, double declineMin, double declineMax,
        double weightAlgorithms, double weightHardware, double weightSoftware, double scarcityReversion,
        double scarcityVolCalm, double scarcityVolTight, double scarcityMeanCalm, double scarcityMeanTight,
        double scarcityStart, double launchRampYears, double launchStepCv, double minorLaunchSize,
        double customSiliconSize, double secondSuccessorWeight, double laterSuccessorWeight,
        double idiosyncraticSd,
        double idiosyncraticHalfLifeMonths, double monthlyRepriceProbability, double repriceBand) {
    public RentModel {
        Check.between(declineMean, -1.0, 0.95, "decline_mean");
        Check.atLeastZero(declineSd, "decline_sd");
        Check.that(declineMin <= declineMax && declineMax < 1,
                "decline_min must not exceed decline_max, nor that 1");
        Check.between(weightAlgorithms + weightHardware + weightSoftware, 1 - 1e-9, 1 + 1e-9,
                "sum of decline weights");
        Check.positive(scarcityReversion, "scarcity_reversion");
        Check.atLeastZero(launchRampYears, "launch_ramp_years");
        Check.positive(idiosyncraticHalfLifeMonths, "idiosyncratic_half_life_months");
        Check.between(monthlyRepriceProbability, 0.0, 1.0, "monthly_reprice_probability");
    }
}
