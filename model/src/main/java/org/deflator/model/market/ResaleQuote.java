package org.deflator.model.market;

import java.time.LocalDate;
import org.deflator.model.base.Check;

/**
 * Price of a used card on the snapshot's date.
 *
 * @param gpu generation
 * @param usedUsd price of a used card, USD
 * @param quoted date of the quote, at or before the snapshot
 */
public record ResaleQuote(String gpu, double usedUsd, LocalDate quoted) {
    public ResaleQuote {
        Check.positive(usedUsd, "used_usd");
    }
}
