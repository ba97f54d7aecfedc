package org.deflator.report;

import org.deflator.engine.run.RunSummary.Fan;

/**
 * The share of paths on which a value lies above a level, as far as five percentiles can tell.
 *
 * @param low at least this share
 * @param high at most this share
 */
record ShareAbove(double low, double high) {
    private static final double[] PERCENTILES = {0.05, 0.25, 0.50, 0.75, 0.95};

    static ShareAbove of(Fan fan, int month, double level) {
        double[] values =
                {fan.p05()[month], fan.p25()[month], fan.p50()[month], fan.p75()[month], fan.p95()[month]};
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            if (level < values[i]) {
                return new ShareAbove(1 - PERCENTILES[i], 1 - below);
            }
            below = PERCENTILES[i];
        }
        return new ShareAbove(0, 1 - below);
    }

    /** The bounds in words, without more precision than the percentiles have. */
    String words() {
        if (low <= 0) {
            return "fewer than " + Figures.percent(high, 0);
        }
        return high >= 1
                ? "more than " + Figures.percent(low, 0)
                : "between " + Figures.number(low * 100, 0) + " and " + Figures.percent(high, 0);
    }
}
