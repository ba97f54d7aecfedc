package org.deflator.model.market;

import java.util.List;
import org.deflator.model.base.Check;

/**
 * How the four systematic factors move together (MODEL 4.1, 4.2): a two-state regime and, within each, a t copula.
 * Factors are signed so that up is good: bitcoin, card scarcity, minus credit spread, funding ease.
 *
 * @param toTight monthly chance calm to tight
 * @param toCalm monthly chance tight to calm
 * @param startsTight regime on the as-of date
 * @param calm correlations in calm
 * @param tight correlations in tight
 */
public record Dependence(double toTight, double toCalm, boolean startsTight, Copula calm, Copula tight) {
    /** Number of systematic factors. */
    public static final int FACTORS = 4;

    /**
     * A t copula.
     *
     * @param bitcoinScarcity correlation of bitcoin and scarcity; the others follow the same naming
     * @param degreesOfFreedom even, 2 to 20; 0 stands for a Gaussian copula
     */
    public record Copula(double bitcoinScarcity, double bitcoinSpread, double bitcoinFunding,
            double scarcitySpread,
            double scarcityFunding, double spreadFunding, int degreesOfFreedom) {
        public Copula {
            for (double rho : List.of(bitcoinScarcity, bitcoinSpread, bitcoinFunding, scarcitySpread,
                    scarcityFunding,
                    spreadFunding)) {
                Check.between(rho, -1.0, 1.0, "correlation");
            }
            Check.that(degreesOfFreedom >= 0 && degreesOfFreedom <= 20 && degreesOfFreedom % 2 == 0,
                    "degrees_of_freedom is " + degreesOfFreedom
                            + "; expected an even number up to 20, or 0 for Gaussian");
        }

        /** The correlation matrix, in factor order. */
        public double[][] matrix() {
            return new double[][]{{1, bitcoinScarcity, bitcoinSpread, bitcoinFunding},
                    {bitcoinScarcity, 1, scarcitySpread, scarcityFunding},
                    {bitcoinSpread, scarcitySpread, 1, spreadFunding},
                    {bitcoinFunding, scarcityFunding, spreadFunding, 1}};
        }
    }

    public Dependence {
        Check.between(toTight, 0.0, 1.0, "to_tight");
        Check.between(toCalm, 0.0, 1.0, "to_calm");
    }
}
