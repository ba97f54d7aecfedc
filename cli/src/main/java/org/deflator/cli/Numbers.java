package org.deflator.cli;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for tables: rounded, but never to a zero that is none; {@code -} where there is no number. */
final class Numbers {
    static final String NONE = "-";

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

    /** Ratio with two decimals: {@code 1.35x}. */
    static String ratio(OptionalDouble ratio) {
        double value = ratio.orElse(Double.NaN);
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2fx", value) : NONE;
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
