package org.deflator.model.portfolio;

/**
 * A promise to pay for another.
 *
 * @param guarantor borrower id of who promises
 * @param kind what is promised
 */
public record Guarantee(String guarantor, Kind kind) {
    /** Kinds of promise. */
    public enum Kind {
        /** All that is owed: shortfalls while alive, the deficiency after liquidation. */
        FULL,
        /** Shortfalls until every data centre of the borrower is complete; nothing after that. */
        COMPLETION,
        /** Only losses from fraud and the like: no credit support. */
        BAD_ACTS
    }
}
