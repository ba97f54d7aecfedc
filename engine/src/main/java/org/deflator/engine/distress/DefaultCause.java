package org.deflator.engine.distress;

/** Why a borrower defaulted (MODEL 5.8). */
public enum DefaultCause {
    /** Debt service stayed unpaid past its grace month. */
    PAYMENT("missed payment"),
    /** A balance due at maturity could be neither paid nor refinanced. */
    MATURITY("maturity not refinanced"),
    /** A lender accelerated after an uncured covenant breach. */
    COVENANT("covenant acceleration"),
    /** A borrowing base or margin shortfall was not cured. */
    MARGIN("margin not met"),
    /** Its owner gave it up because its assets were worth too little against its debt for too long. */
    BALANCE_SHEET("surrendered by its owner"),
    /** Costs exceeded what it earned and every source of cash. */
    LIQUIDITY("out of cash"),
    /** It could not honour a guarantee of its SPV's debt. */
    GUARANTEE("guarantee not honoured"),
    /** It fell with its parent. */
    PARENT("parent's default"),
    /** A scenario let it fall. */
    SCENARIO("by scenario");

    private final String label;

    DefaultCause(String label) {
        this.label = label;
    }

    /** Words for tables. */
    public String label() {
        return label;
    }
}
