package org.deflator.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes values to places on a chart; what lies outside is drawn at the edge.
 *
 * @param low lowest value
 * @param high highest value
 * @param logarithmic whether equal ratios take equal room
 * @param ticks marked values
 */
record Scale(double low, double high, boolean logarithmic, List<Tick> ticks) {
    /** A marked value. */
    record Tick(double value, String label) {}

    /** How a value is written at a tick. */
    interface Label {
        String of(double value, int decimals);
    }

    /** Place of {@code value} between 0 and 1. */
    double at(double value) {
        double share = logarithmic
                ? StrictMath.log(value / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return Math.clamp(share, 0, 1);
    }

    /** A linear scale from {@code low} to at least {@code high} with round ticks. */
    static Scale linear(double low, double high, Label label) {
        double span = high > low ? high - low : 1;
        double raw = span / 4;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        double lead = raw / power;
        double step = (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10) * power;
        int decimals = step >= 1 && step == Math.rint(step) ? 0 : step >= 0.1 && step != 0.25 ? 1 : 2;
        double from = Math.floor(low / step + 1e-9) * step;
        int steps = (int) Math.ceil((low + span - from) / step - 1e-9);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(new Tick(from + i * step, label.of(from + i * step, decimals)));
        }
        return new Scale(from, from + steps * step, false, ticks);
    }

    /**
     * This scale inside the bounds of what was recorded. The tick at a bound that values reach says that they lie
     * beyond it.
     */
    Scale within(double lowest, double highest, double least, double most, Label label) {
        List<Tick> inside = new ArrayList<>();
        if (low <= lowest) {
            inside.add(new Tick(lowest, (least <= lowest ? "<" : "") + label.of(lowest, 0)));
        }
        ticks.stream().filter(tick -> tick.value() > lowest && tick.value() < highest).forEach(inside::add);
        if (high >= highest) {
            inside.add(new Tick(highest, (most >= highest ? ">" : "") + label.of(highest, 0)));
        }
        return new Scale(Math.max(low, lowest), Math.min(high, highest), logarithmic, inside);
    }

    /** A logarithmic scale with ticks at 1 and 3 times powers of ten. */
    static Scale log(double low, double high) {
        List<Tick> ticks = new ArrayList<>();
        for (double power = 1; power <= high; power *= 10) {
            for (double lead : new double[]{1, 3}) {
                double value = lead * power;
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, Figures.number(value, 0)));
                }
            }
        }
        return new Scale(low, high, true, ticks);
    }

    /** Months since the as-of date; a tick begins a year. */
    static Scale months(LocalDate asOf, int from, int to) {
        YearMonth origin = YearMonth.from(asOf);
        int everyYears = to - from <= 132 ? 1 : to - from <= 264 ? 2 : 5;
        List<Tick> ticks = new ArrayList<>();
        for (int year = origin.plusMonths(from).getYear(); year <= origin.plusMonths(to).getYear(); year++) {
            long month = ChronoUnit.MONTHS.between(origin, YearMonth.of(year - 1, 12));
            if (month >= from && month <= to && year % everyYears == 0) {
                ticks.add(new Tick(month, String.valueOf(year)));
            }
        }
        return new Scale(from, Math.max(to, from + 1), false, ticks);
    }
}
