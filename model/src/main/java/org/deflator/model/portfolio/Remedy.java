package org.deflator.model.portfolio;

/** What a breached covenant lets the lender do. */
public sealed interface Remedy {
    /** Distributions stop; cash stays in the borrower. */
    record Lockup() implements Remedy {}

    /**
     * Cash left after debt service prepays the loan.
     *
     * @param share share of it, 0 to 1
     */
    record Sweep(double share) implements Remedy {}

    /**
     * The loan may be accelerated.
     *
     * @param cureMonths months in which the breach may be healed
     * @param equityCures cures by the sponsor's money over the life of the loan
     */
    record EventOfDefault(int cureMonths, int equityCures) implements Remedy {}
}
