package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;

/**
 * What a unit of bitcoin mining earns (MODEL 3.2, 3.3). Hash rates are in EH/s, hash prices in USD per PH/s and day,
 * efficiencies in J/TH.
 */
public final class Hashprice {
    private static final double PH_PER_EH = 1000.0;
    private static final double TH_PER_PH = 1000.0;
    private static final double HOURS_PER_DAY = 24.0;
    private static final double DAYS_PER_YEAR = 365.0;

    private Hashprice() {}

    /** Revenue per PH/s and day, USD. */
    public static double usdPerPhDay(double blocksPerDay, double subsidyBtc, double feeBtc, double bitcoinUsd,
            double hashEh) {
        return blocksPerDay * (subsidyBtc + feeBtc) * bitcoinUsd / (hashEh * PH_PER_EH);
    }

    /** Hash price that just pays a machine's power: 24 e pi, as e J/TH is e kW per PH/s. */
    public static double breakevenUsdPerPhDay(double joulePerTh, double powerUsdPerKwh) {
        return HOURS_PER_DAY * joulePerTh * powerUsdPerKwh;
    }

    /** Bitcoin price at which a machine just pays its power, USD. */
    public static double breakevenBitcoinUsd(double joulePerTh, double powerUsdPerKwh, double hashEh,
            double blocksPerDay, double subsidyBtc, double feeBtc) {
        return breakevenUsdPerPhDay(joulePerTh, powerUsdPerKwh) * hashEh * PH_PER_EH
                / (blocksPerDay * (subsidyBtc + feeBtc));
    }

    /** Hash price just after a halving over that just before: the subsidy halves, fees and hash rate stay. */
    public static double halvingRatio(double subsidyBtc, double feeBtc) {
        return (0.5 * subsidyBtc + feeBtc) / (subsidyBtc + feeBtc);
    }

    /**
     * Value of a machine as the present value of its margin until the hash price meets its power cost.
     *
     * @param hashpriceUsdPerPhDay hash price now
     * @param decayPerYear log rate at which the hash price falls
     * @param discountRate required return, continuously compounded
     * @return USD per TH/s
     */
    public static double rigUsdPerTh(double hashpriceUsdPerPhDay, double joulePerTh, double powerUsdPerKwh,
            double decayPerYear, double discountRate) {
        double cost = breakevenUsdPerPhDay(joulePerTh, powerUsdPerKwh);
        return ResaleValue.presentValue(hashpriceUsdPerPhDay, cost, decayPerYear, discountRate)
                * DAYS_PER_YEAR
                / TH_PER_PH;
    }

    /**
     * Moves the log hash rate by one step with the bitcoin price fixed. The log gap of the hash price to its anchor
     * closes at the speed of the side it is on; {@code e^(-speed h)} is the exact solution, so that the step is stable
     * at any speed and never overshoots the anchor.
     *
     * @param logGap log hash price minus log anchor before the step
     * @return growth of the log hash rate
     */
    static double hashGrowth(double logGap, double closedUp, double closedDown) {
        return logGap * (logGap > 0.0 ? closedUp : closedDown);
    }

    /** Share of a log gap that closes in {@code years} at {@code speedPerYear}. */
    static double closedShare(double speedPerYear, double years) {
        return -Elementary.expm1(-speedPerYear * years);
    }
}
