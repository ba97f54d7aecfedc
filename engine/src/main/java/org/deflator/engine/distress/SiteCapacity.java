package org.deflator.engine.distress;

import org.deflator.model.base.Check;

/**
 * Room for resold cards in data centres: a card without compatible vacant power cannot be used (MODEL 6.4).
 *
 * @param supplyMw IT power of the data centres where buyers rent, MW; CBRE counts 8,155 MW in the primary
 *            North American markets in the first half of 2025
 * @param vacancy vacant share of it; CBRE, the same, 1.6 %
 * @param compatibleShare share of the vacant power that can host the generation
 * @param kwPerCard IT power per card including its share of the server, kW
 */
public record SiteCapacity(double supplyMw, double vacancy, double compatibleShare, double kwPerCard) {
    public SiteCapacity {
        Check.positive(supplyMw, "supply_mw");
        Check.between(vacancy, 0.0, 1.0, "vacancy");
        Check.between(compatibleShare, 0.0, 1.0, "compatible_share");
        Check.positive(kwPerCard, "kw_per_card");
    }

    /** Most cards that find compatible vacant power in a month. */
    public double absorbableCards() {
        return vacantMw() * compatibleShare * 1000.0 / kwPerCard;
    }

    /** Share of all vacant power, compatible or not, that {@code cards} need. */
    public double shareOfVacancy(double cards) {
        return cards * kwPerCard / 1000.0 / vacantMw();
    }

    /**
     * Months that the sale of {@code cards} takes at least; {@link Integer#MAX_VALUE} where there is no room.
     */
    public int shortestSaleMonths(double cards) {
        return Math.max(1, (int) Math.ceil(cards / absorbableCards()));
    }

    private double vacantMw() {
        return supplyMw * vacancy;
    }
}
