package org.deflator.model.market;

import org.deflator.model.base.Check;

/**
 * How many used cards the market takes, and at what price (MODEL 6.2, 6.3): the x-th card of a month sells at
 * {@code P [B + (1-B) exp(-I - x/N)]}, and the impact I fades at rate k. The least known numbers of the model: show
 * every headline as a curve in N.
 *
 * @param normal depth in the calm regime
 * @param stress depth in the tight regime
 * @param crisis lowest depth, reached only through losses of the sector
 * @param lossSensitivity N falls by {@code exp(-sensitivity x defaulted share of sector debt)}
 * @param recoveryHalfLifeMonths half-life with which that share is forgotten, months
 */
public record Depth(State normal, State stress, State crisis, double lossSensitivity,
        double recoveryHalfLifeMonths) {
    /** The same with a market that takes {@code multiple} times as many cards in every state. */
    public Depth times(double multiple) {
        return new Depth(normal.times(multiple), stress.times(multiple), crisis.times(multiple),
                lossSensitivity, recoveryHalfLifeMonths);
    }

    /**
     * Depth in one state of the market.
     *
     * @param unitsPerMonth N, H100-equivalent cards a month
     * @param resiliencePerMonth k, 1/month
     * @param priceFloor B, the share of the price that strategic buyers always pay
     */
    public record State(double unitsPerMonth, double resiliencePerMonth, double priceFloor) {
        public State {
            Check.positive(unitsPerMonth, "units_per_month");
            Check.atLeastZero(resiliencePerMonth, "resilience_per_month");
            Check.between(priceFloor, 0.0, 1.0, "price_floor");
        }

        private State times(double multiple) {
            return new State(multiple * unitsPerMonth, resiliencePerMonth, priceFloor);
        }
    }
}
