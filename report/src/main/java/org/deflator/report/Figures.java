package org.deflator.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deflator.engine.run.BorrowerMeasure;
import org.deflator.engine.run.Histogram;

/** Numbers as a reader wants them: the same everywhere, a dash where there is none. */
final class Figures {
    /** Stands where a figure does not exist. */
    static final String NONE = "–";
    /** Joins a number and its unit. */
    static final String SPACE = "\u00a0";

    private static final Histogram DSCR = BorrowerMeasure.DSCR.histogram();
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** {@code decimals} decimals, thousands apart. */
    static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.startsWith("-") && text.matches("-[0.,]+") ? text.substring(1) : text.replace('-', '−');
    }

    /** An amount for running text, from USD millions: {@code $3.45bn}, {@code $312m}, {@code $4.2m}. */
    static String usd(double usdM) {
        if (!Double.isFinite(usdM)) {
            return NONE;
        }
        if (usdM == 0) {
            return "$0";
        }
        double size = Math.abs(usdM);
        String sign = usdM < 0 ? "−" : "";
        if (size >= 999.5) {
            return sign + "$" + number(size / 1000, size >= 99_950 ? 0 : size >= 9_995 ? 1 : 2) + "bn";
        }
        return sign + "$" + number(size, size >= 99.95 ? 0 : 1) + "m";
    }

    /** A share as per cent with its sign. */
    static String percent(double share, int decimals) {
        return Double.isFinite(share) ? number(share * 100, decimals) + SPACE + "%" : NONE;
    }

    /**
     * A share as per cent without sign, for columns whose head says per cent; says so when it is small but
     * not 0.
     */
    static String percentCell(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        return share > 0 && share < 0.0005 ? "<0.1" : number(share * 100, 1);
    }

    /** A share as per cent without decimals and sign, if there is one. */
    static String percentCell(OptionalDouble share) {
        return share.isPresent() ? number(share.getAsDouble() * 100, 0) : NONE;
    }

    /** A cover ratio such as {@code 1.35x}. */
    static String ratio(double ratio) {
        return Double.isFinite(ratio) ? number(ratio, 2) + "x" : NONE;
    }

    /**
     * A simulated cover ratio. Cover is recorded between two bounds; what lies at one of them lies anywhere beyond:
     * {@code <−1.0x}, {@code >5.0x}.
     */
    static String dscr(double dscr) {
        return Double.isFinite(dscr) ? dscrNumber(dscr) + "x" : NONE;
    }

    /** The same without unit, if there is one. */
    static String dscrCell(OptionalDouble dscr) {
        return dscr.isPresent() ? dscrNumber(dscr.getAsDouble()) : NONE;
    }

    private static String dscrNumber(double dscr) {
        if (dscr <= DSCR.low()) {
            return "<" + number(DSCR.low(), 1);
        }
        return dscr >= DSCR.high() ? ">" + number(DSCR.high(), 1) : number(dscr, 2);
    }

    /** A month such as {@code Mar 2028}. */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** {@code 1 instrument}, {@code 3 instruments}. */
    static String count(long count, String noun) {
        return number((double) count, 0) + SPACE + noun + (count == 1 ? "" : "s");
    }
}
