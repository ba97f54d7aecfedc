package org.deflator.model.base;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Conventions that turn two dates into a fraction of a year (ISDA 2006 definitions, section 4.16). */
public enum DayCount {
    /** Actual days over 360: SOFR loans, CDS. */
    ACT_360("ACT/360"),
    /** Actual days over 365. */
    ACT_365F("ACT/365F"),
    /** Bond basis: each month has 30 days. */
    THIRTY_360("30/360");

    private final String label;

    DayCount(String label) {
        this.label = label;
    }

    /** The market's spelling, such as {@code ACT/360}; also the spelling in files. */
    public String label() {
        return label;
    }

    /** Fraction of a year from {@code from} (inclusive) to {@code to} (exclusive). */
    public double yearFraction(LocalDate from, LocalDate to) {
        return switch (this) {
            case ACT_360 -> ChronoUnit.DAYS.between(from, to) / 360.0;
            case ACT_365F -> ChronoUnit.DAYS.between(from, to) / 365.0;
            case THIRTY_360 -> thirty360(from, to);
        };
    }

    private static double thirty360(LocalDate from, LocalDate to) {
        int fromDay = Math.min(from.getDayOfMonth(), 30);
        int toDay = fromDay == 30 && to.getDayOfMonth() == 31 ? 30 : to.getDayOfMonth();
        int days = 360 * (to.getYear() - from.getYear()) + 30 * (to.getMonthValue() - from.getMonthValue())
                + toDay - fromDay;
        return days / 360.0;
    }
}
