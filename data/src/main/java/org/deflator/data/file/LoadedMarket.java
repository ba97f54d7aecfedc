package org.deflator.data.file;

import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;

/**
 * A market as its two files tell it.
 *
 * @param market snapshot and model
 * @param provenance evidence of every figure; paths begin with {@code snapshot} or {@code model}
 */
public record LoadedMarket(Market market, Provenance provenance) {}
