package org.deflator.engine.covenant;

/** What lenders expect from selling a borrower's collateral now, on the state at the start of the month. */
@FunctionalInterface
public interface CollateralValue {
    /** Net proceeds on one path, USD. */
    double netUsd(int borrower, int month, int path);
}
