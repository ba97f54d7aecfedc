package org.deflator.engine.risk;

import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.model.base.Check;

/**
 * A firm whose assets follow a geometric Brownian motion, and the closed forms of its default: below its debt
 * at maturity (Merton, J. Finance 1974), or below a barrier at any time (Black and Cox, J. Finance 1976). No
 * simulation: the control that simulation is held to.
 *
 * @param value V, assets now
 * @param drift mu, per year
 * @param vol sigma, per square root of year
 */
public record FirmValue(double value, double drift, double vol) {
    public FirmValue {
        Check.positive(value, "value");
        Check.positive(vol, "vol");
    }

    /** Chance that the assets are worth less than {@code debt} after {@code years} (PORT-07). */
    public double below(double debt, double years) {
        return Normal.cdf((Elementary.log(debt / value) - logDrift() * years) / (vol * Math.sqrt(years)));
    }

    /**
     * Chance that the assets fall to {@code barrier} at any time within {@code years}, watched without pause (PORT-09,
     * PORT-10): the reflection formula.
     *
     * @param barrier level below {@link #value}
     */
    public double touches(double barrier, double years) {
        Check.that(barrier < value, "barrier is " + barrier + "; expected less than the assets, " + value);
        double distance = Elementary.log(barrier / value);
        double sd = vol * Math.sqrt(years);
        double reflected = Elementary.exp(2 * logDrift() * distance / (vol * vol));
        return Normal.cdf((distance - logDrift() * years) / sd)
                + reflected * Normal.cdf((distance + logDrift() * years) / sd);
    }

    private double logDrift() {
        return drift - 0.5 * vol * vol;
    }
}
