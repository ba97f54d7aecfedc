package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;

/**
 * Black's (1976) formula for the mean of what a lognormal income exceeds a cost by: an owner who may switch off earns
 * the excess or nothing.
 */
public final class BlackOption {
    private BlackOption() {}

    /**
     * E[(Y - cost)+] for a lognormal Y.
     *
     * @param mean E[Y]
     * @param cost at least 0
     * @param sd standard deviation of ln Y
     */
    public static double expectedExcess(double mean, double cost, double sd) {
        if (mean <= 0.0 || cost <= 0.0 || sd == 0.0) {
            return Math.max(mean - cost, 0.0);
        }
        double d1 = Elementary.log(mean / cost) / sd + 0.5 * sd;
        return mean * Normal.cdf(d1) - cost * Normal.cdf(d1 - sd);
    }
}
