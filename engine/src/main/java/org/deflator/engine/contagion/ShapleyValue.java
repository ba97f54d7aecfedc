package org.deflator.engine.contagion;

import java.util.function.IntToDoubleFunction;
import org.deflator.model.base.Check;

/**
 * How much of a total each part accounts for when parts act on each other: what it adds on average over all
 * orders in which they can be switched on (Shapley 1953; CONT-18). The shares add up to the total.
 */
public final class ShapleyValue {
    private static final int MOST_PARTS = 20;

    private ShapleyValue() {}

    /**
     * Shares of {@code parts}, by asking for every set of them once.
     *
     * @param worth what a set is worth; bit {@code i} stands for part {@code i}
     */
    public static double[] of(int parts, IntToDoubleFunction worth) {
        Check.between(parts, 1, MOST_PARTS, "parts");
        double[] worths = new double[1 << parts];
        for (int set = 0; set < worths.length; set++) {
            worths[set] = worth.applyAsDouble(set);
        }
        double[] weight = weights(parts);
        double[] shares = new double[parts];
        for (int set = 0; set < worths.length; set++) {
            for (int part = 0; part < parts; part++) {
                if ((set >> part & 1) == 0) {
                    shares[part] += weight[Integer.bitCount(set)] * (worths[set | 1 << part] - worths[set]);
                }
            }
        }
        return shares;
    }

    /** Chance that exactly a given set of {@code s} parts comes before a given other one: s! (n-1-s)! / n!. */
    private static double[] weights(int parts) {
        double[] weight = new double[parts];
        weight[0] = 1.0 / parts;
        for (int s = 1; s < parts; s++) {
            weight[s] = weight[s - 1] * s / (parts - s);
        }
        return weight;
    }
}
