package org.deflator.engine.distress;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * What haste costs a small lot: equation 6.1 in continuous time, a lot sold at an even rate while impact
 * fades (Obizhaeva and Wang 2013). {@link #APPRAISERS} is fitted to the factors that they quote for 7, 30, 90
 * and 180 days, 0.45, 0.65, 0.85 and 1.00 (SpotWire, ASA convention; rms error 0.02; MODEL 6.3).
 *
 * @param lotOverDepth cards in the lot over the cards a month that the market takes
 * @param resiliencePerMonth k, 1/month
 * @param daysPerMonth days in a month
 */
public record TimeToSell(double lotOverDepth, double resiliencePerMonth, double daysPerMonth) {
    /** The fit to the factors quoted by appraisers. */
    public static final TimeToSell APPRAISERS = new TimeToSell(2.6878478511107184, 2.7348393203482875, 30.4);

    /** Intervals of Simpson's rule: its error is below 1e-9 for sales of up to a year at k up to 5. */
    private static final int INTERVALS = 1024;

    public TimeToSell {
        Check.positive(lotOverDepth, "lot_over_depth");
        Check.positive(resiliencePerMonth, "resilience_per_month");
        Check.positive(daysPerMonth, "days_per_month");
    }

    /** Average price of a sale over {@code days} relative to one over {@code referenceDays}. */
    public double factor(double days, double referenceDays) {
        return averageFactor(days) / averageFactor(referenceDays);
    }

    /**
     * Average price of a sale over {@code days} relative to the undisturbed price: with T months, the mean
     * over t in [0, T] of {@code exp(-(z/(T k)) (1 - exp(-k t)))}.
     */
    public double averageFactor(double days) {
        double months = Check.positive(days, "days") / daysPerMonth;
        double peak = lotOverDepth / (months * resiliencePerMonth);
        double step = months / INTERVALS;
        double sum = price(peak, 0.0) + price(peak, months);
        for (int i = 1; i < INTERVALS; i++) {
            sum += (i % 2 == 0 ? 2.0 : 4.0) * price(peak, i * step);
        }
        return sum / (3.0 * INTERVALS);
    }

    private double price(double peak, double month) {
        return Elementary.exp(peak * Elementary.expm1(-resiliencePerMonth * month));
    }
}
