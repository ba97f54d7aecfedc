package org.deflator.model.portfolio;

/** Place in the queue of creditors, first to last. */
public enum Rank {
    /** First call on its collateral, an unsecured claim for the rest. */
    SENIOR_SECURED,
    /** No collateral. */
    SENIOR_UNSECURED,
    /** Paid after senior creditors. */
    SUBORDINATED
}
