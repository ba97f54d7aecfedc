package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;

/**
 * A list price moves in steps: an owner follows the market in a month with some probability, and at once when the
 * distance exceeds a band (source of the step statistics: provider-months of published neocloud rates).
 */
public final class ListPrice {
    private ListPrice() {}

    /**
     * Moves list prices by one month.
     *
     * @param listed list prices, moved in place
     * @param market market rents of the month
     * @param uniforms one uniform a path
     * @param probability chance of repricing in a month; 1 makes the list price the market's
     * @param bandLog distance in logs, up or down, beyond which the owner reprices at once
     * @param n number of paths
     */
    public static void advance(double[] listed, double[] market, double[] uniforms, double probability,
            double bandLog, int n) {
        double ratioMax = Elementary.exp(bandLog);
        for (int i = 0; i < n; i++) {
            boolean far = market[i] > listed[i] * ratioMax || listed[i] > market[i] * ratioMax;
            listed[i] = far || uniforms[i] < probability ? market[i] : listed[i];
        }
    }
}
