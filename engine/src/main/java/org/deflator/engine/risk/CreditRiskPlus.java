package org.deflator.engine.risk;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * Number of defaults when all hazards scale with one gamma factor of mean one: CreditRisk+ with one sector
 * (Credit Suisse First Boston, 1997). The count is negative binomial. No simulation: a control.
 *
 * @param mean expected number of defaults
 * @param factorVariance variance of the gamma factor
 */
public record CreditRiskPlus(double mean, double factorVariance) {
    public CreditRiskPlus {
        Check.positive(mean, "mean");
        Check.positive(factorVariance, "factor_variance");
    }

    /** Chance of more than {@code count} defaults (PORT-12). */
    public double moreThan(int count) {
        double share = mean * factorVariance / (1 + mean * factorVariance);
        double chance = Elementary.pow(1 - share, 1 / factorVariance);
        double sum = chance;
        for (int k = 1; k <= count; k++) {
            chance *= share * (1 / factorVariance + k - 1) / k;
            sum += chance;
        }
        return 1 - sum;
    }
}
