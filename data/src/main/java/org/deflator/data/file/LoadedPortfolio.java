package org.deflator.data.file;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Portfolio;

/**
 * A portfolio as its file and the parts of it tell it.
 *
 * @param portfolio the book
 * @param provenance evidence of every figure, by path
 * @param places where each single value stands in the files, by path
 * @param parts the parts that were read, in the order in which the file names them
 * @param told all that the files say, whatever the perimeter
 */
public record LoadedPortfolio(Portfolio portfolio, Provenance provenance, SortedMap<String, Place> places,
        List<PartSource.Part> parts, Told told) {
    /**
     * What the files say, growth included: what has to go out where the portfolio is written anew.
     *
     * @param tree all values, those of the parts among them
     * @param provenance evidence of every figure
     */
    public record Told(Tree.Branch tree, Provenance provenance) {}

    public LoadedPortfolio {
        parts = List.copyOf(parts);
        // Not copied: a large tape has millions, and its reader forgets them.
        places = Collections.unmodifiableSortedMap(places);
    }

    /** What counts as the evidence of a figure for which the files give none. */
    public Evidence withoutEvidence() {
        return ShapeReader.NO_EVIDENCE;
    }

    /** How many figures the file gives without any evidence; they count among the assumed. */
    public long withoutEvidenceCount() {
        return provenance.figures().values().stream()
                .filter(e -> e.evidence().equals(ShapeReader.NO_EVIDENCE)).count();
    }
}
