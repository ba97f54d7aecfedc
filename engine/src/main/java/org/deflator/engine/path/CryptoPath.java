package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.MarketSnapshot;

/**
 * Bitcoin, the network's hash rate and the hash price (MODEL 3.1 to 3.3).
 *
 * <p>The bitcoin price is lognormal within a regime. The hash rate follows the hash price: it grows while that exceeds
 * an anchor above the median machine's break-even, and falls faster while it is below. The subsidy halves at the start
 * of the halving month and every four years after; fees stay.
 *
 * <p>The price of mining rigs is taken in proportion to the hash price: in 2022 the fall of the hash price explains
 * 95 % of the log fall of rig prices (MODEL 3.3), and no further parameter is needed.
 */
public final class CryptoPath {
    private static final double STEP_YEARS = 1.0 / 12.0;
    private static final int HALVING_MONTHS = 48;

    private final BitcoinModel model;
    private final PathShocks shocks;
    private final MarketSnapshot snapshot;
    private final int firstHalving;
    private final double closedUp;
    private final double closedDown;

    private final double[] bitcoin;
    private final double[] logBitcoin;
    /** The part of {@link #logBitcoin} that shocks have brought. */
    private final double[] shifted;
    private final double[] logHash;
    private final double[] hash;
    private final double[] hashprice;
    private final double[] rigIndex;
    private int paths;

    CryptoPath(MarketPlan plan, PathShocks shocks, int size) {
        this.shocks = shocks;
        this.model = plan.market().model().bitcoin();
        this.snapshot = plan.market().snapshot();
        this.firstHalving = plan.timeline().indexOf(model.halving());
        this.closedUp = Hashprice.closedShare(model.hashUpPerYear(), STEP_YEARS);
        this.closedDown = Hashprice.closedShare(model.hashDownPerYear(), STEP_YEARS);
        this.bitcoin = new double[size];
        this.logBitcoin = new double[size];
        this.shifted = new double[size];
        this.logHash = new double[size];
        this.hash = new double[size];
        this.hashprice = new double[size];
        this.rigIndex = new double[size];
    }

    /**
     * Mean growth of the price over whole months under the regime chain: the regime that a month starts in drives it.
     *
     * @param toTight monthly chance calm to tight
     * @param toCalm monthly chance tight to calm
     * @param startsTight regime of the first month
     * @param driftCalm log of the mean growth per year, calm
     * @param driftTight the same, tight
     * @return E[S_months] / S_0
     */
    public static double expectedGrowth(double toTight, double toCalm, boolean startsTight, double driftCalm,
            double driftTight, int months) {
        double growthCalm = Elementary.exp(driftCalm * STEP_YEARS);
        double growthTight = Elementary.exp(driftTight * STEP_YEARS);
        double calm = startsTight ? 0.0 : 1.0;
        double tight = startsTight ? 1.0 : 0.0;
        for (int m = 0; m < months; m++) {
            double grownCalm = calm * growthCalm;
            double grownTight = tight * growthTight;
            calm = grownCalm * (1.0 - toTight) + grownTight * toCalm;
            tight = grownCalm * toTight + grownTight * (1.0 - toCalm);
        }
        return calm + tight;
    }

    /** Block subsidy in a month of the timeline, bitcoin. */
    double subsidyBtc(int month) {
        // A halving dated before the timeline is in the subsidy of the as-of date already.
        int next = firstHalving >= 0 ? firstHalving : Math.floorMod(firstHalving, HALVING_MONTHS);
        int halvings = month < next ? 0 : 1 + (month - next) / HALVING_MONTHS;
        return Math.scalb(model.subsidyBtc(), -halvings);
    }

    void start(int paths) {
        this.paths = paths;
        Arrays.fill(logBitcoin, 0, paths, Elementary.log(snapshot.bitcoinUsd()));
        Arrays.fill(shifted, 0, paths, 0.0);
        Arrays.fill(logHash, 0, paths, Elementary.log(snapshot.networkHashEh()));
        settle(model.subsidyBtc());
    }

    void advance(int month, double[] tight, double[] bitcoinNormal) {
        double driftCalm = (model.driftCalm() - 0.5 * model.volCalm() * model.volCalm()) * STEP_YEARS;
        double driftTight = (model.driftTight() - 0.5 * model.volTight() * model.volTight()) * STEP_YEARS;
        double sdCalm = model.volCalm() * Math.sqrt(STEP_YEARS);
        double sdTight = model.volTight() * Math.sqrt(STEP_YEARS);
        shift();
        double subsidy = subsidyBtc(month);
        double logRewards = Elementary.log(Hashprice.usdPerPhDay(model.blocksPerDay(), subsidy,
                snapshot.feeBtcPerBlock(), 1.0, 1.0));
        double logAnchor = logAnchor((month + 1) * STEP_YEARS);
        for (int i = 0; i < paths; i++) {
            double s = tight[i];
            logBitcoin[i] += driftCalm + s * (driftTight - driftCalm)
                    + (sdCalm + s * (sdTight - sdCalm)) * bitcoinNormal[i];
            double gap = logRewards + logBitcoin[i] - logHash[i] - logAnchor;
            logHash[i] += Hashprice.hashGrowth(gap, closedUp, closedDown);
        }
        settle(subsidy);
    }

    private void shift() {
        if (shocks.none()) {
            return;
        }
        double[] target = shocks.logBitcoin();
        for (int i = 0; i < paths; i++) {
            logBitcoin[i] += target[i] - shifted[i];
            shifted[i] = target[i];
        }
    }

    private double logAnchor(double years) {
        double joulePerTh =
                model.medianJoulePerTh() * Elementary.pow(1.0 - model.efficiencyGainPerYear(), years);
        return Elementary.log(model.anchorOverBreakeven()
                * Hashprice.breakevenUsdPerPhDay(joulePerTh, model.medianPowerUsdPerKwh()));
    }

    private void settle(double subsidyBtc) {
        double opening =
                Hashprice.usdPerPhDay(model.blocksPerDay(), model.subsidyBtc(), snapshot.feeBtcPerBlock(),
                        snapshot.bitcoinUsd(), snapshot.networkHashEh());
        for (int i = 0; i < paths; i++) {
            bitcoin[i] = Elementary.exp(logBitcoin[i]);
            hash[i] = Elementary.exp(logHash[i]);
            hashprice[i] = Hashprice.usdPerPhDay(model.blocksPerDay(), subsidyBtc, snapshot.feeBtcPerBlock(),
                    bitcoin[i], hash[i]);
            rigIndex[i] = hashprice[i] / opening;
        }
    }

    void shiftLogBitcoin(double[] shift) {
        for (int i = 0; i < paths; i++) {
            logBitcoin[i] += shift[i];
        }
    }

    double[] bitcoinUsd() {
        return bitcoin;
    }

    double[] hashpriceUsdPerPhDay() {
        return hashprice;
    }

    double[] networkHashEh() {
        return hash;
    }

    double[] rigPriceIndex() {
        return rigIndex;
    }
}
