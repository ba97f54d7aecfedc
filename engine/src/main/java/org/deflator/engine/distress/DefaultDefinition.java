package org.deflator.engine.distress;

/** The three definitions of default, reported apart (MODEL, correction 3). */
public enum DefaultDefinition {
    /** Money due was not paid, or the lender took the collateral. */
    PAYMENT("payment"),
    /** As rating agencies count: payment default or an exchange or extension under duress. */
    AGENCY("agency"),
    /** Any event of default under the documents, waived or not. */
    COVENANT("covenant");

    private final String label;

    DefaultDefinition(String label) {
        this.label = label;
    }

    /** Word for tables. */
    public String label() {
        return label;
    }
}
