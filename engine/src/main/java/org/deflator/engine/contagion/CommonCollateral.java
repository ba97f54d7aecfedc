package org.deflator.engine.contagion;

import java.util.Arrays;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * The cascade in its smallest closed form: borrowers who pledge units of one asset, whose price falls to
 * {@code p0 exp(-units sold / depth)} as those in default sell out. A borrower falls when its loan exceeds
 * the trigger LTV times the value of its units. It is the reference that {@link Cascade} must agree with
 * (MODEL 7.2, CONT-08..11), and shows by its two fixed points where the outcome hangs on who moves first.
 */
public final class CommonCollateral {
    private final double[] units;
    private final double[] loanUsd;
    private final double ltvTrigger;
    private final double startPriceUsd;
    private final double depthUnits;

    /**
     * @param units units pledged by each borrower
     * @param loanUsd loan of each borrower, USD
     * @param ltvTrigger loan to value above which a lender takes the collateral
     * @param startPriceUsd price of a unit before any sale, USD
     * @param depthUnits units whose sale divides the price by e
     */
    public CommonCollateral(double[] units, double[] loanUsd, double ltvTrigger, double startPriceUsd,
            double depthUnits) {
        Check.that(units.length == loanUsd.length, "units and loans differ in length");
        this.units = units.clone();
        this.loanUsd = loanUsd.clone();
        this.ltvTrigger = Check.positive(ltvTrigger, "ltv_trigger");
        this.startPriceUsd = Check.positive(startPriceUsd, "start_price_usd");
        this.depthUnits = Check.positive(depthUnits, "depth_units");
    }

    /** Price of a unit when the borrowers in {@code defaulted} have sold out, USD. */
    public double priceUsd(boolean[] defaulted) {
        double sold = 0.0;
        for (int i = 0; i < units.length; i++) {
            sold += defaulted[i] ? units[i] : 0.0;
        }
        return startPriceUsd * Elementary.exp(-sold / depthUnits);
    }

    /** Whether borrower {@code i} falls at {@code priceUsd}. */
    public boolean falls(int i, double priceUsd) {
        return loanUsd[i] > ltvTrigger * units[i] * priceUsd;
    }

    /** The smallest set of defaults that contains {@code exogenous} and is consistent with its own price. */
    public boolean[] leastBad(boolean[] exogenous) {
        int[] byId = new int[units.length];
        for (int i = 0; i < byId.length; i++) {
            byId[i] = i;
        }
        return leastBad(exogenous, byId);
    }

    /**
     * The same, visiting borrowers one at a time in {@code order}; a default counts from the next visit on.
     */
    public boolean[] leastBad(boolean[] exogenous, int[] order) {
        boolean[] defaulted = exogenous.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i : order) {
                if (!defaulted[i] && falls(i, priceUsd(defaulted))) {
                    defaulted[i] = true;
                    changed = true;
                }
            }
        }
        return defaulted;
    }

    /** The largest such set: all have sold, and those who would stand at the price buy back. */
    public boolean[] worst(boolean[] exogenous) {
        boolean[] defaulted = new boolean[units.length];
        Arrays.fill(defaulted, true);
        boolean changed = true;
        while (changed) {
            changed = false;
            double priceUsd = priceUsd(defaulted);
            for (int i = 0; i < defaulted.length; i++) {
                if (defaulted[i] && !exogenous[i] && !falls(i, priceUsd)) {
                    defaulted[i] = false;
                    changed = true;
                }
            }
        }
        return defaulted;
    }
}
