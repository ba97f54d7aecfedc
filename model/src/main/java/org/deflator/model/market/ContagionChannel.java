package org.deflator.model.market;

import java.util.Locale;

/** A way in which the fall of one borrower reaches others (MODEL 7.1), in the order of {@link ContagionModel}. */
public enum ContagionChannel {
    /** Estates sell into one market, whose prices mark what stands. */
    COLLATERAL_PRICE,
    /** Cards that estates sell are let again. */
    RENTS,
    /** Sales of bitcoin press on its price. */
    BITCOIN,
    /** Losses make lenders lend less. */
    LENDERS,
    /** A customer that is a borrower leaves its contracts when it falls. */
    OFFTAKERS;

    /** Its key in the model file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
