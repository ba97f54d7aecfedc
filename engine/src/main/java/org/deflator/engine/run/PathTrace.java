package org.deflator.engine.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that happened on one path.
 *
 * @param path path of the run
 * @param ledger cash movements of all borrowers, in order
 * @param tests covenant tests, in order
 * @param falls defaults, in order
 * @param cashUsd by borrower, cash on all its accounts (free, restricted, reserves) on the as-of date and then at the
 *            end of each month, as the simulation keeps it; what lies between is in the ledger
 */
public record PathTrace(int path, List<LedgerRow> ledger, List<TestRow> tests, List<CascadeRow> falls,
        SortedMap<String, double[]> cashUsd) {
    public PathTrace {
        ledger = List.copyOf(ledger);
        tests = List.copyOf(tests);
        falls = List.copyOf(falls);
        cashUsd = Collections.unmodifiableSortedMap(new TreeMap<>(cashUsd));
    }
}
