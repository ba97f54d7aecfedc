package org.deflator.model.base;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The month grid of a simulation. Month {@code m} (from 0) runs from the end of the as-of month plus {@code m} months
 * to one month later; cash of a month is paid at its end.
 *
 * @param asOf date of the opening balances, the last day of a month
 * @param months number of months simulated, 1 to 600
 */
public record Timeline(LocalDate asOf, int months) {
    /** No simulation runs longer than fifty years. */
    public static final int MAX_MONTHS = 600;

    public Timeline {
        Check.between(months, 1, MAX_MONTHS, "months");
        Check.that(asOf.equals(YearMonth.from(asOf).atEndOfMonth()),
                "as-of date " + asOf + " is not a month end");
    }

    /** The calendar month that month {@code m} of the grid is. */
    public YearMonth yearMonth(int m) {
        return YearMonth.from(asOf).plusMonths(m + 1L);
    }

    /** First day after which month {@code m} counts: the previous month's end. */
    public LocalDate start(int m) {
        return yearMonth(m).minusMonths(1).atEndOfMonth();
    }

    /** Payment date of month {@code m}: its last day. */
    public LocalDate end(int m) {
        return yearMonth(m).atEndOfMonth();
    }

    /** Index of the month that holds {@code date}; negative if before the grid, at least {@link #months} if after. */
    public int indexOf(LocalDate date) {
        return indexOf(YearMonth.from(date));
    }

    /** Index of {@code month}; negative if before the grid, at least {@link #months} if after. */
    public int indexOf(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.from(asOf), month)) - 1;
    }
}
