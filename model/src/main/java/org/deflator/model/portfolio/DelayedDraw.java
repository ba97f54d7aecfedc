package org.deflator.model.portfolio;

import java.time.LocalDate;

/**
 * The undrawn part of a delayed-draw loan, drawn in equal monthly parts to the end of availability while the borrower
 * is not in default.
 *
 * @param commitmentUsdM total commitment, USD millions, including what is outstanding
 * @param availabilityEnd last draw date
 * @param undrawnFeeBp fee on the undrawn part, basis points a year
 */
public record DelayedDraw(double commitmentUsdM, LocalDate availabilityEnd, double undrawnFeeBp) {}
