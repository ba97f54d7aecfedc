package org.deflator.engine.distress;

import org.deflator.engine.random.Normal;
import org.deflator.model.base.Check;

/** What the literature says recoveries should look like, to hold simulated ones against (MODEL 6.6). */
public final class RecoveryPriors {
    /**
     * Liquidation value of plant and equipment over net book value, all industries: Kermani and Ma (2023,
     * QJE).
     */
    public static final double KERMANI_MA_BASE = 0.35;

    /** Recovery gained per unit of industry growth: 1.5 points per 10 (Kermani and Ma). */
    private static final double PER_GROWTH = 0.15;

    /** Recovery lost per unit of industry leverage: 2 points per 10 (Kermani and Ma). */
    private static final double PER_LEVERAGE = 0.20;

    private RecoveryPriors() {}

    /**
     * Loss given default in a year with default rate {@code defaultRate} when a single factor drives defaults
     * and losses: Frye and Jacobs (2012), "Credit loss and systematic loss given default",
     * {@code LGD = Phi(Phi^-1(DR) - k)/DR} with {@code k = (Phi^-1(PD) - Phi^-1(EL))/sqrt(1-rho)}.
     *
     * @param defaultRate DR, between 0 and 1
     * @param pd long-run default rate PD
     * @param expectedLoss long-run loss rate EL, not above PD
     * @param correlation rho of the latent asset values, 0 to 1 exclusive
     */
    public static double fryeJacobsLgd(double defaultRate, double pd, double expectedLoss,
            double correlation) {
        Check.that(0 < expectedLoss && expectedLoss <= pd && pd < 1,
                "expected loss " + expectedLoss + " and PD " + pd + ": expected 0 < expected loss <= PD < 1");
        Check.that(0 < defaultRate && defaultRate < 1,
                "default rate is " + defaultRate + "; expected between 0 and 1");
        Check.that(0 <= correlation && correlation < 1,
                "correlation is " + correlation + "; expected 0 to below 1");
        double index = (Normal.inverse(pd) - Normal.inverse(expectedLoss)) / Math.sqrt(1.0 - correlation);
        return Normal.cdf(Normal.inverse(defaultRate) - index) / defaultRate;
    }

    /**
     * Recovery on equipment given the state of the industry, 0 to 1 (Kermani and Ma).
     *
     * @param base recovery in a normal year, such as {@link #KERMANI_MA_BASE}
     * @param growthChange industry sales growth less normal, a ratio
     * @param leverageChange industry leverage less normal, a ratio
     */
    public static double equipmentRecovery(double base, double growthChange, double leverageChange) {
        double recovery = base + PER_GROWTH * growthChange - PER_LEVERAGE * leverageChange;
        return Math.min(1.0, Math.max(0.0, recovery));
    }
}
