package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A market quote.
 *
 * @param spreadBp spread, basis points, if quoted so
 * @param pricePct price, percent of par, if quoted so
 * @param date date of the quote
 */
public record Quote(OptionalDouble spreadBp, OptionalDouble pricePct, LocalDate date) {}
