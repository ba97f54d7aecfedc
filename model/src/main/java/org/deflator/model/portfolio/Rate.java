package org.deflator.model.portfolio;

/** How interest is set. */
public sealed interface Rate {
    /**
     * SOFR plus a margin.
     *
     * @param spreadBp margin, basis points
     * @param floorPct floor of SOFR, percent
     */
    record Floating(double spreadBp, double floorPct) implements Rate {}

    /**
     * A fixed coupon.
     *
     * @param couponPct percent a year
     */
    record Fixed(double couponPct) implements Rate {}
}
