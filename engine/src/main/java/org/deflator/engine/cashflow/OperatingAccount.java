package org.deflator.engine.cashflow;

import java.util.List;
import java.util.Optional;

/** Accounts of the cash ledger that {@link Operations} posts to, in the order of an income statement. */
public enum OperatingAccount {
    /** Rent of cards, mining, other income. */
    REVENUE("revenue", false),
    /** Rent of a data centre, followed by its name. */
    LEASE("lease of ", true),
    /** Rent of a data centre that a guarantor pays in place of its tenant. */
    BACKSTOP("backstop of ", true),
    OPERATOR_FEE("replacement operator fee", false),
    RUNNING("power, space and operations", false),
    /** What the landlord of a data centre bears. */
    LANDLORD("data-centre costs of ", true),
    OVERHEAD("overhead", false),
    /** Rent of data centres that the borrower rents itself. */
    LEASES("data-centre leases", false),
    /** Below EBITDA, above the cash flow available for debt service. */
    MAINTENANCE("maintenance capital expenditure", false);

    private static final List<OperatingAccount> ALL = List.of(values());

    private final String label;
    private final boolean named;

    OperatingAccount(String label, boolean named) {
        this.label = label;
        this.named = named;
    }

    /** What the ledger calls it; a named account ends with a space and is followed by a name. */
    public String label() {
        return label;
    }

    /** The account that a row of the ledger belongs to; empty if it is none of operations. */
    public static Optional<OperatingAccount> of(String account) {
        return ALL.stream().filter(a -> a.named ? account.startsWith(a.label) : account.equals(a.label))
                .findFirst();
    }

    /** Whether it is part of EBITDA. */
    public boolean inEbitda() {
        return this != MAINTENANCE;
    }

    /** Whether it is what customers pay. */
    public boolean income() {
        return this == REVENUE || this == LEASE || this == BACKSTOP;
    }
}
