package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Market;
import org.deflator.model.market.RentModel;

/**
 * The part of a generation's rent that is not noise (MODEL 1.2): a continuous decline from algorithms and software,
 * and a step down at each launch of a competitor.
 *
 * <p>The hardware share of the log decline comes through launches only. A launch counts if it is dated after the
 * generation's own month. It weighs by kind and by how many card launches lie between, because older cards have moved
 * already; custom silicon is weighed like a card launch of its day but is no step in the line. The weights
 * are scaled so that the expected drop by launches over ten years is the hardware share, whatever the horizon of the
 * run: what is simulated must not move what happens. Where no launch falls into
 * the span, and on paths whose rents rise, the whole drift is continuous.
 */
final class RentTrend {
    static final int SPAN_MONTHS = 120;
    private static final double MONTHS_PER_YEAR = 12.0;

    private final LaunchDates dates;
    private final double rampYears;
    private final double[] weights;
    private final double continuousShare;

    /** Log of the rent at X = 0 on the as-of date. */
    final double logBase;
    /** Loading of the log rent on scarcity. */
    final double beta;
    /** Rent below which the marginal owner leaves, USD per card-hour. */
    final double exitUsd;

    RentTrend(GpuGeneration gpu, double rentUsd, Market market, Timeline timeline, LaunchDates dates) {
        RentModel model = market.model().rents();
        this.dates = dates;
        this.rampYears = model.launchRampYears();
        this.beta = gpu.scarcityBeta();
        this.logBase = Elementary.log(rentUsd) - beta * model.scarcityStart();
        this.exitUsd = market.model().usage().exitUsdPerGpuHour(gpu);
        this.weights = rawWeights(gpu, model, dates);
        double spanYears = SPAN_MONTHS / MONTHS_PER_YEAR;
        double expected = 0.0;
        for (int k = 0; k < weights.length; k++) {
            expected += weights[k] * dates.expectedRamp(k, spanYears, rampYears);
        }
        boolean stepped = expected > 0.0;
        this.continuousShare = stepped ? 1.0 - model.weightHardware() : 1.0;
        double scale = stepped ? model.weightHardware() * spanYears / expected : 0.0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= scale;
        }
    }

    private static double[] rawWeights(GpuGeneration gpu, RentModel model, LaunchDates dates) {
        double[] weights = new double[dates.count()];
        int successors = 0;
        for (int k = 0; k < weights.length; k++) {
            if (!dates.launch(k).scheduled().isAfter(gpu.launched())) {
                continue;
            }
            double distance = successors == 0 ? 1.0
                    : successors == 1 ? model.secondSuccessorWeight() : model.laterSuccessorWeight();
            switch (dates.launch(k).kind()) {
                case MAJOR -> {
                    weights[k] = distance;
                    successors++;
                }
                case MINOR -> {
                    weights[k] = model.minorLaunchSize() * distance;
                    successors++;
                }
                case CUSTOM_SILICON -> weights[k] = model.customSiliconSize() * distance;
            }
        }
        return weights;
    }

    /** Log step of launch k per unit of the path's annual log decline. */
    double weight(int k) {
        return weights[k];
    }

    /**
     * Log drop of the rent since the as-of date.
     *
     * @param logDecline annual log decline of the path
     * @param years since the as-of date
     * @param steps sum over launches of weight, random size and ramp
     */
    double logDrop(double logDecline, double years, double steps) {
        return logDecline > 0.0 ? logDecline * (continuousShare * years + steps) : logDecline * years;
    }

    /** Log drop that a buyer reckons with: launches of mean size, at their dates with the mean delay. */
    double reckonedLogDrop(double logDecline, double years) {
        double steps = 0.0;
        for (int k = 0; k < weights.length; k++) {
            double volume = dates.meanYears(k);
            steps += weights[k]
                    * (LaunchDates.ramp(years - volume, rampYears) - LaunchDates.ramp(-volume, rampYears));
        }
        return logDrop(logDecline, years, steps);
    }
}
