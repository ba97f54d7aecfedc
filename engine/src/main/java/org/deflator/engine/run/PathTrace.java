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
 * @param sales months of the markets for used cards in which cards waited for a buyer or were sold, in order
 * @param cashUsd by borrower, cash on all its accounts (free, restricted, reserves) on the as-of date and then at the
 *            end of each month, as the simulation keeps it; what lies between is in the ledger
 */
public record PathTrace(int path, List<LedgerRow> ledger, List<TestRow> tests, List<CascadeRow> falls,
        List<CardSale> sales,
        SortedMap<String, double[]> cashUsd) {
    /**
     * A month of the market for used cards of one generation.
     *
     * @param month month of the grid
     * @param gpu generation
     * @param soldUnits cards that estates sold
     * @param priceShare price that they brought over the price without sales
     * @param waitingUnits cards that still wait for a buyer
     * @param markShare what collateral that is not for sale is worth, over its worth without sales
     */
    public record CardSale(int month, String gpu, double soldUnits, double priceShare, double waitingUnits,
            double markShare) {}

    public PathTrace {
        ledger = List.copyOf(ledger);
        tests = List.copyOf(tests);
        falls = List.copyOf(falls);
        sales = List.copyOf(sales);
        cashUsd = Collections.unmodifiableSortedMap(new TreeMap<>(cashUsd));
    }
}
