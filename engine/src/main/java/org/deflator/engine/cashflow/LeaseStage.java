package org.deflator.engine.cashflow;

/** Who pays the rent of a data centre. */
public enum LeaseStage {
    /** The tenant of the agreed lease. */
    LET,
    /** The backstop's guarantor, in place of a failed tenant. */
    BACKSTOPPED,
    /** Nobody. */
    VACANT,
    /** A tenant found at the market rent. */
    RELET
}
