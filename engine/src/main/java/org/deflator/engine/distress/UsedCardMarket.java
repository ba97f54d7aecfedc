package org.deflator.engine.distress;

import org.deflator.model.market.Depth;

/** The market for used cards as an estate sees it; all estates see the same one. */
public interface UsedCardMarket {
    /** Depth of the month for a generation on one path. */
    Depth.State depthOf(int generation, int path);

    /** Log impact of past sales, by path. */
    double[] impact(int generation);

    /** Puts cards up for sale; they weigh on marks from the next marking. */
    void announce(int generation, int path, double units);

    /** Orders announced cards to be sold this month. */
    void order(int generation, int path, double units);

    /** Average price factor that this month's sellers get, by path, once orders are cleared. */
    double[] averageFactor(int generation);

    /** That factor as the month opened, before anybody fell in it: what decisions look at, by path. */
    double[] openingMark(int generation);

    /** Average factor of selling all announced stock of a generation at once: what settles estates at the horizon. */
    double settlementFactor(int generation, int path);

    /** Factor on the resale price of cards that are not for sale, by path. */
    double[] standingMark(int generation);
}
