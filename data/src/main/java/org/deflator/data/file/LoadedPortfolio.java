package org.deflator.data.file;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Portfolio;

/**
 * A portfolio as its file tells it.
 *
 * @param portfolio the book
 * @param provenance evidence of every figure, by path
 * @param places where each path stands in the file
 */
public record LoadedPortfolio(Portfolio portfolio, Provenance provenance, SortedMap<String, Place> places) {
    public LoadedPortfolio {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** How many figures the file gives without any evidence; they count among the assumed. */
    public long withoutEvidenceCount() {
        return provenance.figures().values().stream()
                .filter(e -> e.evidence().equals(ShapeReader.NO_EVIDENCE)).count();
    }
}
