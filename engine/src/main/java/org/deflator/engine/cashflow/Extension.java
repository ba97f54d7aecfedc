package org.deflator.engine.cashflow;

/** Whether a lender puts off a balance that has fallen due and cannot be paid. */
@FunctionalInterface
public interface Extension {
    /** Asks the lenders of {@code debt}; if they agree, its maturity, its margin and its sweep are changed at once. */
    boolean grants(BorrowerTerms b, DebtTerms debt, int month, int path);
}
