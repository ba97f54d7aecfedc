package org.deflator.engine.distress;

import org.deflator.engine.random.Elementary;

/**
 * The price that sales push down (MODEL 6.2, equation 6.1): with log impact I in the market and B the share
 * of the price that strategic buyers always pay, the x-th card sells at {@code B + (1-B) exp(-I - x/N)} of
 * the undisturbed price.
 *
 * <p>The exponential form with a floor is that of Cont and Schaanning (2017), "Fire sales, indirect contagion
 * and systemic stress testing"; that impact fades is from Obizhaeva and Wang (2013), "Optimal trading
 * strategy and supply/demand dynamics".
 */
public final class PriceImpact {
    private PriceImpact() {}

    /**
     * Average factor that a lot of one month obtains: {@code B + (1-B) exp(-I) (1-exp(-z))/z}.
     *
     * @param impact I, log impact before the first card
     * @param lotOverDepth z, cards sold over the cards a month that the market takes; 0 gives the marginal
     *            factor
     * @param floor B
     */
    public static double averageFactor(double impact, double lotOverDepth, double floor) {
        return averageFactorOf(slide(lotOverDepth), impact, floor);
    }

    /** What a lot does to its own average price, {@code (1-exp(-z))/z}; the same for equal lots of several months. */
    static double slide(double lotOverDepth) {
        return lotOverDepth > 0 ? -Elementary.expm1(-lotOverDepth) / lotOverDepth : 1.0;
    }

    /** {@link #averageFactor} of a lot whose {@link #slide} is known. */
    static double averageFactorOf(double slide, double impact, double floor) {
        return floor + (1.0 - floor) * Elementary.exp(-impact) * slide;
    }

    /** Factor of the next card at log impact {@code impact}: {@code B + (1-B) exp(-I)}. */
    public static double marginalFactor(double impact, double floor) {
        return floor + (1.0 - floor) * Elementary.exp(-impact);
    }
}
