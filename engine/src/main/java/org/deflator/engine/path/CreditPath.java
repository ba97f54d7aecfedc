package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.CreditModel;

/**
 * The high-yield spread index, whose log reverts to a mean of the regime, and the index of funding conditions, which
 * has unit stationary variance (MODEL 4.2). Good normals narrow the spread and ease funding. The funding index starts
 * at the mean of the as-of regime.
 */
public final class CreditPath {
    private static final double STEP_YEARS = 1.0 / 12.0;
    private static final double ONE_PER_BP = 1e-4;

    private final PathShocks shocks;
    private final OrnsteinUhlenbeck spreadStep;
    private final OrnsteinUhlenbeck fundingStep;
    private final double logSpreadStart;
    private final double fundingStart;

    private final double[] logSpread;
    private final double[] spread;
    private final double[] funding;
    private int paths;

    CreditPath(MarketPlan plan, PathShocks shocks, int size) {
        this.shocks = shocks;
        CreditModel model = plan.market().model().credit();
        this.spreadStep = new OrnsteinUhlenbeck(model.spreadReversion(), STEP_YEARS,
                Elementary.log(model.spreadMeanCalmBp() * ONE_PER_BP),
                Elementary.log(model.spreadMeanTightBp() * ONE_PER_BP), model.spreadVol(), model.spreadVol());
        double fundingVol = Math.sqrt(2.0 * model.fundingReversion());
        this.fundingStep = new OrnsteinUhlenbeck(model.fundingReversion(), STEP_YEARS, 0.0,
                model.fundingMeanTight(), fundingVol, fundingVol);
        this.logSpreadStart = Elementary.log(plan.market().snapshot().highYieldSpreadBp() * ONE_PER_BP);
        this.fundingStart = plan.market().model().dependence().startsTight() ? model.fundingMeanTight() : 0.0;
        this.logSpread = new double[size];
        this.spread = new double[size];
        this.funding = new double[size];
    }

    void start(int paths) {
        this.paths = paths;
        Arrays.fill(logSpread, 0, paths, logSpreadStart);
        Arrays.fill(funding, 0, paths, fundingStart);
        Elementary.exp(logSpread, spread, paths);
    }

    void advance(double[] tight, double[] narrowingNormal, double[] easeNormal) {
        spreadStep.step(tight, narrowingNormal, -1.0, logSpread, paths);
        fundingStep.step(tight, easeNormal, 1.0, funding, paths);
        Elementary.exp(logSpread, spread, paths);
        if (!shocks.none()) {
            widen();
        }
    }

    private void widen() {
        double[] shift = shocks.logSpread();
        double[] added = shocks.addedSpread();
        for (int i = 0; i < paths; i++) {
            spread[i] = spread[i] * Elementary.exp(shift[i]) + added[i];
        }
    }

    double[] spreadPerYear() {
        return spread;
    }

    double[] funding() {
        return funding;
    }
}
