package org.deflator.data.file;

import java.time.LocalDate;
import org.deflator.model.base.Evidence;

/**
 * One value of the market on one day, as a quote file has it.
 *
 * @param series what it is, such as {@code rent_usd_per_gpu_hour}
 * @param gpu generation, empty for a series of the whole market
 * @param date day of the value
 * @param value the value as the file spells it
 * @param evidence where it comes from
 * @param line line of the file
 */
public record Quote(String series, String gpu, LocalDate date, String value, Evidence evidence, int line) {}
