package org.deflator.model.market;

import java.util.Set;
import org.deflator.model.base.Check;

/**
 * The ways in which the fall of one borrower reaches others (MODEL 7.1). Each can be switched off; with all of them off
 * every estate sells into a market of its own and nobody else notices.
 *
 * @param collateralPrice whether estates sell into one market, whose prices mark what stands, and losses of the sector
 *            make it shallower
 * @param rents whether cards that estates sell are let again and press on rents
 * @param bitcoin whether sales of bitcoin press on its price
 * @param lenders whether losses make lenders lend less on the same collateral
 * @param offtakers whether a customer that is a borrower of the book may leave its contracts when it falls
 * @param remarketing cards let again
 * @param bitcoinMarket the market that takes the bitcoin
 * @param lending the lenders
 * @param rejectionProbability chance that a customer in default rejects its contracts and leases
 * @param lastResort a buyer of last resort
 */
public record ContagionModel(boolean collateralPrice, boolean rents, boolean bitcoin, boolean lenders,
        boolean offtakers, Remarketing remarketing, BitcoinMarket bitcoinMarket, Lending lending,
        double rejectionProbability, LastResort lastResort) {
    public ContagionModel {
        Check.between(rejectionProbability, 0.0, 1.0, "rejection_probability");
    }

    /** The same with exactly these ways open. */
    public ContagionModel with(Set<ContagionChannel> open) {
        return new ContagionModel(open.contains(ContagionChannel.COLLATERAL_PRICE),
                open.contains(ContagionChannel.RENTS), open.contains(ContagionChannel.BITCOIN),
                open.contains(ContagionChannel.LENDERS), open.contains(ContagionChannel.OFFTAKERS),
                remarketing, bitcoinMarket, lending, rejectionProbability, lastResort);
    }

    /** Whether a fall reaches others by more than the price of cards. */
    public boolean beyondCards() {
        return rents || bitcoin || lenders || offtakers;
    }

    /**
     * Cards let again: {@code dX = -ln(1 + share) / elasticity} (CONT-22).
     *
     * @param demandElasticity price elasticity of demand for card-hours
     * @param installedCards cards that are let, in cards of the generation that depth is stated in
     */
    public record Remarketing(double demandElasticity, double installedCards) {
        public Remarketing {
            Check.positive(demandElasticity, "demand_elasticity");
            Check.positive(installedCards, "installed_cards");
        }
    }

    /**
     * The square-root law of market impact (CONT-21).
     *
     * @param impactCoefficient impact, in daily volatilities, of selling a day's volume
     * @param dailyVol volatility of a day
     * @param volumeUsdMPerDay volume of a day, USD millions
     * @param lastingShare share of the impact that stays
     */
    public record BitcoinMarket(double impactCoefficient, double dailyVol, double volumeUsdMPerDay,
            double lastingShare) {
        public BitcoinMarket {
            Check.atLeastZero(impactCoefficient, "impact_coefficient");
            Check.atLeastZero(dailyVol, "daily_vol");
            Check.positive(volumeUsdMPerDay, "volume_usd_m_per_day");
            Check.between(lastingShare, 0.0, 1.0, "lasting_share");
        }
    }

    /**
     * Lenders of this market, alike and each with its part of the debts: advance rate {@code max(least, a (1 - g max(0, k* -
     * k) / k*))}, k capital over assets (CONT-20).
     *
     * @param count number of lenders
     * @param capitalRatio capital over assets on the as-of date
     * @param targetCapitalRatio k*
     * @param exposureShare what they have lent to the book over their assets
     * @param advanceRate a, share of the value of collateral that a lender with enough capital lends
     * @param tightening g
     * @param leastAdvanceRate least advance rate
     * @param provisionShare share of an unpaid claim that is written off at once; the rest when the estate is closed
     * @param rebuildHalfLifeMonths months in which half of a loss is earned back
     */
    public record Lending(int count, double capitalRatio, double targetCapitalRatio, double exposureShare,
            double advanceRate, double tightening, double leastAdvanceRate, double provisionShare,
            double rebuildHalfLifeMonths) {
        public Lending {
            Check.between(count, 1, 10_000, "count");
            Check.between(capitalRatio, 0.0, 1.0, "capital_ratio");
            Check.positive(targetCapitalRatio, "target_capital_ratio");
            Check.between(exposureShare, 0.0, 1.0, "exposure_share");
            Check.positive(advanceRate, "advance_rate");
            Check.atLeastZero(tightening, "tightening");
            Check.between(leastAdvanceRate, 0.0, advanceRate, "least_advance_rate");
            Check.between(provisionShare, 0.0, 1.0, "provision_share");
            Check.positive(rebuildHalfLifeMonths, "rebuild_half_life_months");
        }
    }

    /**
     * A public buyer of used cards (MODEL correction 13).
     *
     * @param on whether there is one
     * @param priceShare share of the undisturbed price below which the price does not fall while there is
     */
    public record LastResort(boolean on, double priceShare) {
        public LastResort {
            Check.between(priceShare, 0.0, 1.0, "price_share");
        }

        /** The depth that sellers find. */
        public Depth supports(Depth depth) {
            return on ? new Depth(lifted(depth.normal()), lifted(depth.stress()), lifted(depth.crisis()),
                    depth.lossSensitivity(), depth.recoveryHalfLifeMonths()) : depth;
        }

        private Depth.State lifted(Depth.State state) {
            return new Depth.State(state.unitsPerMonth(), state.resiliencePerMonth(),
                    Math.max(priceShare, state.priceFloor()));
        }
    }
}
