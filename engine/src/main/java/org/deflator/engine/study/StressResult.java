package org.deflator.engine.study;

import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.model.base.Check;

/**
 * A case of a stress test beside the base.
 *
 * @param name what it is called
 * @param expectedLossUsdM mean discounted loss of the book, USD millions
 * @param es99UsdM mean loss of its worst 1 % of paths
 * @param defaultedShare expected share of today's debt that is in payment default within {@code pdMonths}
 * @param pdMonths five years, or the horizon if that is shorter
 * @param borrowers the same by borrower
 */
public record StressResult(String name, PairedDifference expectedLossUsdM, PairedDifference es99UsdM,
        PairedDifference defaultedShare, int pdMonths, SortedMap<String, BorrowerResult> borrowers) {
    /**
     * A borrower.
     *
     * @param pd chance that any of its debt is in payment default within {@link StressResult#pdMonths}
     * @param expectedLossUsdM mean discounted loss on its debt
     */
    public record BorrowerResult(PairedDifference pd, PairedDifference expectedLossUsdM) {}

    /**
     * Compares two samples of one plan, all of whose blocks have been run. The base against itself has differences of 0.
     */
    public static StressResult of(StressSample base, StressSample other) {
        Check.that(base.lossUsdM.length == other.lossUsdM.length, "samples of different plans");
        SortedMap<String, BorrowerResult> borrowers = new TreeMap<>();
        for (String id : other.borrowers()) {
            int before = base.borrowers().indexOf(id);
            int after = other.borrowers().indexOf(id);
            if (before >= 0) {
                borrowers.put(id, new BorrowerResult(
                        PairedDifference.ofMeans(base.borrowerDefaults[before],
                                other.borrowerDefaults[after]),
                        PairedDifference.ofMeans(base.borrowerLossUsdM[before],
                                other.borrowerLossUsdM[after])));
            }
        }
        return new StressResult(other.name(), PairedDifference.ofMeans(base.lossUsdM, other.lossUsdM),
                PairedDifference.ofExpectedShortfalls(base.lossUsdM, other.lossUsdM),
                PairedDifference.ofMeans(base.defaultedShare, other.defaultedShare), other.pdMonths(),
                borrowers);
    }
}
