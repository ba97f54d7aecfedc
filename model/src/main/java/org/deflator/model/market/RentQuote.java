package org.deflator.model.market;

import java.time.LocalDate;
import org.deflator.model.base.Check;

/**
 * Rent of a generation on the snapshot's date.
 *
 * @param gpu generation
 * @param usdPerGpuHour rent, USD per card-hour
 * @param quoted date of the quote, at or before the snapshot
 */
public record RentQuote(String gpu, double usdPerGpuHour, LocalDate quoted) {
    public RentQuote {
        Check.positive(usdPerGpuHour, "usd_per_gpu_hour");
    }
}
