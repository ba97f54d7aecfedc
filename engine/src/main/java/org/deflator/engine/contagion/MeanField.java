package org.deflator.engine.contagion;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * The cascade in a crowd of small borrowers (MODEL 7.3, CONT-12..16): the share x in default solves
 * {@code x = min(1, (1 - exp(-kappa x) + s)/b)}. When each default pulls down more than one other, a small
 * shock takes all.
 *
 * @param kappa units at borrowers with a mark-to-market trigger, a maturity or a re-pricing contract, over
 *            the effective depth; amortising take-or-pay debt does not count
 * @param buffer b: fall of the price that a borrower survives is uniform on 0 to b
 * @param shock s: fall of the price from outside
 */
public record MeanField(double kappa, double buffer, double shock) {
    /** Halvings of an interval of length 1 until it is no wider than the spacing of doubles near 1. */
    private static final int HALVINGS = 60;

    public MeanField {
        Check.atLeastZero(kappa, "kappa");
        Check.positive(buffer, "buffer");
        Check.atLeastZero(shock, "shock");
    }

    /** Defaults that one default causes: kappa/b. At 1 the phase changes. */
    public double reproductionNumber() {
        return kappa / buffer;
    }

    /** The least share in default that is consistent with its own price. */
    public double leastDefaultShare() {
        return shock > 0 ? greatestDefaultShare() : 0.0;
    }

    /**
     * The greatest such share. The right-hand side is concave in x, so above its maximum over x it crosses x
     * at most once, and with a shock it crosses only once at all.
     */
    public double greatestDefaultShare() {
        if (excess(1.0) >= 0) {
            return 1.0;
        }
        double low = reproductionNumber() > 1 ? Elementary.log(reproductionNumber()) / kappa : 0.0;
        double high = 1.0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (excess(middle) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double excess(double x) {
        return (-Elementary.expm1(-kappa * x) + shock) / buffer - x;
    }
}
