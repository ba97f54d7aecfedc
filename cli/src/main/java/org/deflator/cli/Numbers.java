package org.deflator.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.deflator.engine.run.BorrowerMeasure;
import org.deflator.engine.run.Histogram;

/** Numbers for tables: rounded, but never to a zero that is none; {@code -} where there is no number. */
final class Numbers {
    static final String NONE = "-";
    private static final Histogram DSCR = BorrowerMeasure.DSCR.histogram();

    private Numbers() {}

    /** Per cent with one decimal: {@code 12.3%}, {@code <0.1%}, {@code >99.9%}. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        if (share > 0 && share < 0.0005) {
            return "<0.1%";
        }
        if (share < 1 && share >= 0.9995) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    static String percent(OptionalDouble share) {
        return percent(share.orElse(Double.NaN));
    }

    /** Amount with one decimal and thousands apart: {@code 1,234.5}, {@code <0.1}. */
    static String amount(double usdM) {
        if (!Double.isFinite(usdM)) {
            return NONE;
        }
        if (usdM != 0 && Math.abs(usdM) < 0.05) {
            return usdM > 0 ? "<0.1" : ">-0.1";
        }
        return String.format(Locale.ROOT, "%,.1f", usdM);
    }

    /**
     * Debt service cover with two decimals: {@code 1.35x}. Cover is recorded between two bounds; what lies at one of
     * them lies anywhere beyond: {@code <-1.0x}, {@code >5.0x}.
     */
    static String dscr(OptionalDouble dscr) {
        double value = dscr.orElse(Double.NaN);
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value <= DSCR.low()) {
            return String.format(Locale.ROOT, "<%.1fx", DSCR.low());
        }
        return value >= DSCR.high()
                ? String.format(Locale.ROOT, ">%.1fx", DSCR.high())
                : String.format(Locale.ROOT, "%.2fx", value);
    }

    /** Interest cover with two decimals. */
    static String cover(OptionalDouble cover) {
        return cover.isPresent() ? String.format(Locale.ROOT, "%.2fx", cover.getAsDouble()) : NONE;
    }

    /** USD as millions, as {@link #amount}; {@code -} for nothing. */
    static String usdM(double usd) {
        return usd == 0 ? NONE : amount(usd / 1e6);
    }

    /** A ratio of cover with two decimals: {@code 1.35x}. */
    static String cover(double ratio) {
        return cover(Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty());
    }

    /** A price in USD with two decimals. */
    static String price(double usd) {
        return Double.isFinite(usd) ? String.format(Locale.ROOT, "%.2f", usd) : NONE;
    }

    /** Three decimals. */
    static String fraction(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : NONE;
    }

    /** Whole number, thousands apart. */
    static String count(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : NONE;
    }

    /** {@code 1 path}, {@code 20,000 paths}. */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
