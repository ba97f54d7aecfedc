package org.deflator.model.base;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Evidence of every figure of an input file, by the figure's path such as
 * {@code borrowers.coreweave.debt.ddtl-4.spread_bp}.
 *
 * @param figures path to what the file says of it, in path order
 */
public record Provenance(SortedMap<String, Entry> figures) {
    /** One figure as the file spells it, and its evidence. */
    public record Entry(String value, Evidence evidence) {}

    public Provenance {
        figures = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** Nothing is known of any figure. */
    public static Provenance none() {
        return new Provenance(new TreeMap<>(Map.of()));
    }

    /** The same but for the figures whose path passes the test. */
    public Provenance without(Predicate<String> test) {
        if (figures.keySet().stream().noneMatch(test)) {
            return this;
        }
        SortedMap<String, Entry> rest = new TreeMap<>(figures);
        rest.keySet().removeIf(test);
        return new Provenance(rest);
    }

    /** How many figures carry a source. */
    public long sourcedCount() {
        return figures.values().stream().filter(e -> e.evidence() instanceof Evidence.Sourced).count();
    }

    /** How many figures are assumptions. */
    public long assumedCount() {
        return figures.values().stream().filter(e -> e.evidence() instanceof Evidence.Assumed).count();
    }
}
