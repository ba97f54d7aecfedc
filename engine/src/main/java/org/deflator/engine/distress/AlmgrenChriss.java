package org.deflator.engine.distress;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * The textbook schedule of a sale, to hold the equal parts of {@link Liquidation} against: with linear impact
 * and a dislike of price risk, holdings fall as {@code X sinh(kappa (T-t)) / sinh(kappa T)}. Almgren and
 * Chriss (2001), "Optimal execution of portfolio transactions".
 *
 * @param units X, cards to sell
 * @param months T, time to sell them in
 * @param urgencyPerMonth kappa, 1/month; near 0 the sale is even
 */
public record AlmgrenChriss(double units, double months, double urgencyPerMonth) {
    public AlmgrenChriss {
        Check.positive(units, "units");
        Check.positive(months, "months");
        Check.positive(urgencyPerMonth, "urgency_per_month");
    }

    /** Cards still held at {@code month}, between 0 and the end of the sale. */
    public double holdings(double month) {
        Check.between(month, 0.0, months, "month");
        // sinh(a)/sinh(b) with the common growth taken out, so that neither overflows.
        double left = urgencyPerMonth * (months - month);
        double all = urgencyPerMonth * months;
        double ratio = Elementary.expm1(-2.0 * left) / Elementary.expm1(-2.0 * all);
        return units * Elementary.exp(left - all) * ratio;
    }
}
