package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.DataCentreModel;

/**
 * The market rent of a whole data-centre campus on critical IT load, a process of its own:
 *
 * <pre>
 *   ln L(t) = ln L0 + drift t + vol W(t) + loading (X(t) - X(0))
 * </pre>
 */
final class CapacityRent {
    private static final double STEP_YEARS = 1.0 / 12.0;
    private static final long STREAM = Stream.of("data-centre rent");

    private final DataCentreModel model;
    private final PathShocks shocks;
    private final double scarcityStart;
    private final double logStart;
    private final boolean moves;
    private final double[] logLevel;
    private final double[] rent;
    private final double[] uniform;
    private final double[] normal;
    private final CounterRandom.Scratch scratch;

    private long seed;
    private long firstPath;
    private int paths;

    CapacityRent(MarketPlan plan, PathShocks shocks, int size) {
        this.shocks = shocks;
        model = plan.market().model().dataCentres();
        scarcityStart = plan.market().model().rents().scarcityStart();
        logStart = Elementary.log(plan.market().snapshot().dataCentreRentUsdPerKwMonth());
        moves = !plan.isMedian() && model.rentVol() > 0;
        logLevel = new double[size];
        rent = new double[size];
        uniform = new double[size];
        normal = new double[size];
        scratch = new CounterRandom.Scratch(size);
    }

    void start(long seed, long firstPath, int paths) {
        this.seed = seed;
        this.firstPath = firstPath;
        this.paths = paths;
        Arrays.fill(logLevel, 0, paths, logStart);
        Arrays.fill(normal, 0, paths, 0.0);
        Arrays.fill(rent, 0, paths, Elementary.exp(logStart));
    }

    void advance(int month, double[] scarcity) {
        if (moves) {
            CounterRandom.uniforms(seed, STREAM, month, firstPath, scratch, uniform, paths);
            Normal.fromUniforms(uniform, normal, paths);
        }
        double drift = model.rentDrift() * STEP_YEARS;
        double sd = model.rentVol() * Math.sqrt(STEP_YEARS);
        for (int i = 0; i < paths; i++) {
            logLevel[i] += drift + sd * normal[i];
            rent[i] = Elementary.exp(logLevel[i] + model.scarcityLoading() * (scarcity[i] - scarcityStart));
        }
        if (!shocks.none()) {
            double[] shift = shocks.logDataCentreRent();
            for (int i = 0; i < paths; i++) {
                rent[i] *= Elementary.exp(shift[i]);
            }
        }
    }

    double[] usdPerKwMonth() {
        return rent;
    }
}
