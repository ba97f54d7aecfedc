package org.deflator.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.OperatingAccount;

/**
 * An account of the cash ledger and its place in the table.
 *
 * @param name what the ledger calls it
 * @param section where it is set
 * @param instrument the instrument it belongs to, empty for the others
 * @param rank place inside its section, and inside its instrument
 */
record CashAccount(String name, Section section, String instrument, int rank) {
    private static final List<String> FUNDING =
            List.of("capital expenditure", "equity raised", "bitcoin sold",
                    "pledged bitcoin sold");
    private static final List<String> BUILDING = List.of("construction of ", "delay of ");
    private static final List<String> DEBT_SERVICE = List.of("interest ", "principal ", "sweep ");
    private static final String DRAW = "draw ";

    /** A part of the table; {@code total} is the running sum or the sum that closes it, if it has one. */
    enum Section {
        OPERATIONS("Revenue and costs", "EBITDA"),
        MAINTENANCE("", "CFADS"),
        DEBT_SERVICE("Debt service", "debt service"),
        FUNDING("Funding and investment", ""),
        OTHER("Group, guarantees and other", "");

        private final String title;
        private final String total;

        Section(String title, String total) {
            this.title = title;
            this.total = total;
        }

        String title() {
            return title;
        }

        /** Name of the sum; empty if there is none. */
        String total() {
            return total;
        }
    }

    static CashAccount of(String name) {
        Optional<OperatingAccount> operating = OperatingAccount.of(name);
        if (operating.isPresent()) {
            Section section = operating.get() == OperatingAccount.MAINTENANCE
                    ? Section.MAINTENANCE
                    : Section.OPERATIONS;
            return new CashAccount(name, section, "", operating.get().ordinal());
        }
        Optional<String> service = DEBT_SERVICE.stream().filter(name::startsWith).findFirst();
        if (service.isPresent()) {
            return new CashAccount(name, Section.DEBT_SERVICE, name.substring(service.get().length()),
                    DEBT_SERVICE.indexOf(service.get()));
        }
        if (name.startsWith(DRAW)) {
            return new CashAccount(name, Section.FUNDING, name.substring(DRAW.length()), -1);
        }
        if (BUILDING.stream().anyMatch(name::startsWith)) {
            return new CashAccount(name, Section.FUNDING, "", FUNDING.size());
        }
        return FUNDING.contains(name)
                ? new CashAccount(name, Section.FUNDING, "", FUNDING.indexOf(name))
                : new CashAccount(name, Section.OTHER, "", 0);
    }

    /** Sections in their order, in each the instruments by id, in those interest before principal. */
    static Comparator<CashAccount> order() {
        return Comparator.comparing(CashAccount::section).thenComparing(CashAccount::instrument)
                .thenComparingInt(CashAccount::rank).thenComparing(CashAccount::name);
    }
}
