package org.deflator.engine.run;

/** What is recorded of each borrower each month, as a histogram over paths on which it lives. */
public enum BorrowerMeasure {
    /** Debt service cover of the month's covenant window; only where debt service is due. */
    DSCR(-1, 5),
    /** Secured debt over cards as marked and data centres as valued, without sale costs. */
    STATED_LTV(0, 4),
    /** Secured debt over what a sale into today's depth would bring. */
    LIQUIDATION_LTV(0, 8),
    /** Free cash plus undrawn revolver over opening debt. */
    LIQUIDITY(-0.5, 2),
    /** EBITDA over interest of the last twelve months; only of owners of data centres. */
    INTEREST_COVER(-1, 10),
    /** Net operating income a year over the debt that data centres secure; only of their owners. */
    DEBT_YIELD(0, 0.5);

    private final double low;
    private final double high;

    BorrowerMeasure(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Whether it is recorded of owners of data centres only. */
    boolean ofDataCentres() {
        return this == INTEREST_COVER || this == DEBT_YIELD;
    }

    /** An empty histogram with this measure's bins. */
    public Histogram histogram() {
        return new Histogram(low, high);
    }
}
