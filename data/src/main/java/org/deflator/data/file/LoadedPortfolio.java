package org.deflator.data.file;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Portfolio;

/**
 * A portfolio as its file and the parts of it tell it.
 *
 * @param portfolio the book
 * @param provenance evidence of every figure, by path
 * @param places where each path stands in the files
 * @param parts the parts that were read, in the order in which the file names them
 */
public record LoadedPortfolio(Portfolio portfolio, Provenance provenance, SortedMap<String, Place> places,
        List<PartSource.Part> parts) {
    public LoadedPortfolio {
        parts = List.copyOf(parts);
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** How many figures the file gives without any evidence; they count among the assumed. */
    public long withoutEvidenceCount() {
        return provenance.figures().values().stream()
                .filter(e -> e.evidence().equals(ShapeReader.NO_EVIDENCE)).count();
    }
}
