package org.deflator.model.scenario;

import java.util.Locale;

/** Why debt secured on computers is lost, in parts that can be switched off one by one (MODEL 0.1). */
public enum Mechanism {
    /** Rents of cards fall and launches step them down. */
    DEFLATION,
    /** Debt falls due before the assets have paid for it, and a new lender has to be found. */
    TENOR,
    /** Customers fail and renegotiate. */
    OFFTAKER,
    /** Bitcoin, cards, spreads and funding fall together. */
    CORRELATION,
    /** Few buyers take used cards, at what they like to pay. */
    DEPTH,
    /** The sales of one borrower hurt another. */
    CONTAGION,
    /** Investors ask more than the expected loss; moves prices and no physical result. */
    PREMIUM;

    /** As users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the bundled scenario that switches it off. */
    public String withoutId() {
        return "without-" + label();
    }
}
