package org.deflator.data.file;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;

/**
 * A market as its two files tell it.
 *
 * @param market snapshot and model
 * @param provenance evidence of every figure; paths begin with {@code snapshot} or {@code model}
 * @param places where each path stands in the files
 */
public record LoadedMarket(Market market, Provenance provenance, SortedMap<String, Place> places) {
    public LoadedMarket {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }
}
