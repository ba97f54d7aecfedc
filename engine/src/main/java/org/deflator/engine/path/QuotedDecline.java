package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/** What quoted rents say about their decline, as a share of the level lost in a year (MODEL 0.2 and 1.8). */
public final class QuotedDecline {
    /** Bisections of the implied decline: each halves the interval, so the last is below 1e-15. */
    private static final int BISECTIONS = 60;

    private QuotedDecline() {}

    /** Between two quotes: {@code 1 - (p1/p0)^(1/T)} (RENT-20); negative where they rise. */
    public static double between(double firstUsd, double lastUsd, double years) {
        Check.positive(firstUsd, "first_usd");
        Check.positive(lastUsd, "last_usd");
        Check.positive(years, "years");
        return 1 - Elementary.pow(lastUsd / firstUsd, 1 / years);
    }

    /**
     * Through several quotes, by ordinary least squares on their logs (RENT-21).
     *
     * @param quotes pairs of date in years and price in USD, at least two dates
     */
    public static double trend(double[][] quotes) {
        double meanYear = 0;
        double meanLog = 0;
        for (double[] quote : quotes) {
            meanYear += quote[0] / quotes.length;
            meanLog += Elementary.log(Check.positive(quote[1], "price_usd")) / quotes.length;
        }
        double covariance = 0;
        double variance = 0;
        for (double[] quote : quotes) {
            covariance += (quote[0] - meanYear) * (Elementary.log(quote[1]) - meanLog);
            variance += (quote[0] - meanYear) * (quote[0] - meanYear);
        }
        Check.that(variance > 0, "quotes of one date show no trend");
        return -Elementary.expm1(covariance / variance);
    }

    /**
     * The decline at which a term price is the mean of the yearly prices under it, {@code p1 (1 + x + ... ) / n = pn}
     * with {@code x = 1 - decline} (RENT-04).
     *
     * @param oneYearUsd price of a reservation for one year
     * @param termUsd average price of one for {@code years} years, at most {@code oneYearUsd}
     */
    public static double impliedByTerms(double oneYearUsd, double termUsd, int years) {
        Check.between(years, 2, 30, "years");
        Check.that(termUsd * years > oneYearUsd && termUsd <= oneYearUsd,
                "no decline between 0 and 1 brings " + oneYearUsd + " to an average of " + termUsd);
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double x = 0.5 * (low + high);
            double sum = 0;
            for (int k = 0; k < years; k++) {
                sum = sum * x + 1;
            }
            if (oneYearUsd * sum / years > termUsd) {
                high = x;
            } else {
                low = x;
            }
        }
        return 1 - 0.5 * (low + high);
    }
}
