package org.deflator.report;

import java.util.Locale;
import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.Breakeven.Outcome;
import org.deflator.engine.study.Driver;
import org.deflator.engine.study.GroupTree;

/** Figures of a credit review as a memo spells them. */
final class MemoFigures {
    private MemoFigures() {}

    /** USD as millions with one decimal. */
    static String millions(double usd) {
        return Figures.number(usd / 1e6, 1);
    }

    /** USD as an amount for running text. */
    static String amount(double usd) {
        return Figures.usd(usd / 1e6);
    }

    /** A ratio or headroom in the unit of its covenant, which its words tell. */
    static String measured(String covenant, double value) {
        if (covenant.startsWith("liquidity")) {
            return Double.isFinite(value) ? "$" + millions(value) + "m" : Figures.NONE;
        }
        return covenant.startsWith("LTV") || covenant.startsWith("debt yield")
                ? Figures.percent(value, 1)
                : Figures.ratio(value);
    }

    /** A level of a driver with its unit. */
    static String level(Driver driver, double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        return switch (driver) {
            case RENT_LEVEL, RELEASE_RATE, LEASE_RENT, HASH_PRICE -> "$" + Figures.number(value, 2);
            case BITCOIN_PRICE -> "$" + Figures.number(value, 0);
            case POWER_PRICE -> "$" + Figures.number(value, 3);
            case DECLINE, UTILISATION -> Figures.percent(value, 1);
        };
    }

    /** Unit of a driver in words. */
    static String unit(Driver driver) {
        return switch (driver) {
            case RENT_LEVEL, RELEASE_RATE -> "per GPU-hour";
            case POWER_PRICE -> "per kWh";
            case DECLINE -> "a year";
            case UTILISATION -> "of hours";
            case LEASE_RENT -> "per kW and month";
            case HASH_PRICE -> "per PH/s and day";
            case BITCOIN_PRICE -> "per bitcoin";
        };
    }

    /** Where a promise breaks. */
    static String outcome(Breakeven b) {
        return switch (b.outcome()) {
            case Outcome.At at -> level(b.driver(), at.level());
            case Outcome.Kept kept -> "kept " + (b.driver().hurtsWhenHigh() ? "up" : "down") + " to "
                    + level(b.driver(), kept.bound());
            case Outcome.Broken broken -> "broken, still at " + level(b.driver(), broken.bound());
        };
    }

    /** A change with its sign. */
    static String change(double share) {
        return (share > 0 ? "+" : "") + Figures.percent(share, 0);
    }

    /** On whom a lender can call. */
    static String recourse(GroupTree.Recourse recourse) {
        return recourse.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
