package org.deflator.model.market;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Monthly rents of a generation before the snapshot; later months never enter it.
 *
 * @param gpu generation
 * @param label what was measured
 * @param usdPerGpuHour month to rent
 */
public record RentHistory(String gpu, String label, SortedMap<YearMonth, Double> usdPerGpuHour) {
    public RentHistory {
        usdPerGpuHour = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(usdPerGpuHour));
    }
}
