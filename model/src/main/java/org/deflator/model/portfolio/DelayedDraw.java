package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The undrawn part of a delayed-draw loan, drawn in equal monthly parts from the start to the end of
 * availability while the borrower is not in default.
 *
 * @param commitmentUsdM total commitment, USD millions, including what is outstanding
 * @param availabilityStart first draw date; empty: may be drawn on the as-of date
 * @param availabilityEnd last draw date
 * @param undrawnFeeBp fee on the undrawn part, basis points a year
 */
public record DelayedDraw(double commitmentUsdM, Optional<LocalDate> availabilityStart,
        LocalDate availabilityEnd,
        double undrawnFeeBp) {
    /** Available on the as-of date. */
    public DelayedDraw(double commitmentUsdM, LocalDate availabilityEnd, double undrawnFeeBp) {
        this(commitmentUsdM, Optional.empty(), availabilityEnd, undrawnFeeBp);
    }
}
