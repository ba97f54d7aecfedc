package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.UsageModel;

/**
 * Scarcity, utilisation and the market rent of each owned generation (MODEL 1.2, 1.4 to 1.6).
 *
 * <pre>
 *   ln R*(t) = ln R0 - drop(t) + beta X(t) + eta(t),   R = max(R*, exit)
 * </pre>
 *
 * <p>R0 is the rent at X = 0, so that R(0) is the quoted rent. The annual decline, the launch dates and the size of
 * each launch are drawn once per path; a launch has the same date and size for all generations that it hits.
 */
public final class RentPath {
    private static final double STEP_YEARS = 1.0 / 12.0;
    private static final long DECLINE = Stream.of("annual-decline");

    private final MarketPlan plan;
    private final PathShocks shocks;
    private final RentModel model;
    private final OrnsteinUhlenbeck scarcityStep;
    private final double etaDecay;
    private final double etaSd;
    private final double sizeLogSd;
    private final int launches;
    private final long[] sizeStream;
    private final long[] etaStream;

    private final double[] decline;
    private final double[] logDecline;
    private final double[][] launchYears;
    private final double[][] launchSize;
    private final double[] effectFrom;
    private final double[] effectTo;

    private final double[] scarcity;
    private final double[] utilisation;
    private final double[][] steps;
    private final double[][] eta;
    private final double[][] logBase;
    private final double[][] rent;
    private final double[] uniform;
    private final CounterRandom.Scratch scratch;
    private final double[] normal;

    private long seed;
    private long firstPath;
    private int paths;

    RentPath(MarketPlan plan, PathShocks shocks, int size) {
        this.plan = plan;
        this.shocks = shocks;
        this.model = plan.market().model().rents();
        this.scarcityStep =
                new OrnsteinUhlenbeck(model.scarcityReversion(), STEP_YEARS, model.scarcityMeanCalm(),
                        model.scarcityMeanTight(), model.scarcityVolCalm(), model.scarcityVolTight());
        this.etaDecay = Elementary.pow(0.5, 1.0 / model.idiosyncraticHalfLifeMonths());
        this.etaSd = model.idiosyncraticSd() * Math.sqrt(1.0 - etaDecay * etaDecay);
        double cv = plan.isMedian() ? 0.0 : model.launchStepCv();
        this.sizeLogSd = Math.sqrt(Elementary.log1p(cv * cv));
        this.launches = launchesWithin(plan);
        this.sizeStream = new long[launches];
        for (int k = 0; k < launches; k++) {
            sizeStream[k] = Stream.of("launch-size", plan.dates().launch(k).id());
        }
        int generations = plan.generations();
        this.etaStream = new long[generations];
        for (int g = 0; g < generations; g++) {
            etaStream[g] = Stream.of("rent", plan.gpuIds().get(g));
        }
        this.decline = new double[size];
        this.logDecline = new double[size];
        this.launchYears = new double[launches][size];
        this.launchSize = new double[launches][size];
        this.effectFrom = new double[launches];
        this.effectTo = new double[launches];
        this.scarcity = new double[size];
        this.utilisation = new double[size];
        this.steps = new double[generations][size];
        this.eta = new double[generations][size];
        this.logBase = new double[generations][size];
        this.rent = new double[generations][size];
        this.uniform = new double[size];
        this.scratch = new CounterRandom.Scratch(size);
        this.normal = new double[size];
    }

    /**
     * Mean rent after a time when the scarcity factor is Gaussian: the median times half the variance's exponential.
     *
     * @param medianAtZeroScarcityUsd rent at X = 0 net of decline and launches
     * @param beta loading on scarcity
     * @param scarcity X now
     * @param longRunMean m
     * @param reversionPerYear kappa
     * @param vol sigma
     * @param years time from now
     */
    public static double expectedUsd(double medianAtZeroScarcityUsd, double beta, double scarcity,
            double longRunMean, double reversionPerYear, double vol, double years) {
        double mean = OrnsteinUhlenbeck.mean(scarcity, longRunMean, reversionPerYear, years);
        double variance = OrnsteinUhlenbeck.variance(vol, reversionPerYear, years);
        return medianAtZeroScarcityUsd * Elementary.exp(beta * mean + 0.5 * beta * beta * variance);
    }

    /**
     * Decline of a whole from its parts: they act one after the other, so that they add in logs.
     *
     * @param declines annual declines of the parts
     */
    public static double compoundDecline(double... declines) {
        double left = 1.0;
        for (double part : declines) {
            left *= 1.0 - part;
        }
        return 1.0 - left;
    }

    /** The part of an annual decline that a share of its log stands for. */
    public static double partOfDecline(double annualDecline, double weight) {
        return -Elementary.expm1(weight * Elementary.log1p(-annualDecline));
    }

    /**
     * Drift of the log rent of a card that stays as it is, per year (MODEL 1.1, RENT-10): {@code (gD - sN - a)/eps +
     * phi a}. Efficiency lets fewer cards serve the same demand and each card serve more; which weighs more depends on
     * how demand answers to price.
     *
     * @param demandGrowth gD, log growth of demand per year at a given price
     * @param hardwareGrowth sN, log growth of installed hardware
     * @param efficiencyGrowth a, log growth of what a card-hour yields by algorithms and software
     * @param elasticity eps, price elasticity of demand
     * @param passThrough phi, share of that efficiency that this card can use
     */
    public static double structuralDrift(double demandGrowth, double hardwareGrowth, double efficiencyGrowth,
            double elasticity, double passThrough) {
        return (demandGrowth - hardwareGrowth - efficiencyGrowth) / elasticity
                + passThrough * efficiencyGrowth;
    }

    /** Launches up to the last one scheduled within the timeline. */
    private static int launchesWithin(MarketPlan plan) {
        int launches = 0;
        for (int k = 0; k < plan.dates().count(); k++) {
            if (plan.dates().scheduledYears(k) < plan.timeline().months() * STEP_YEARS) {
                launches = k + 1;
            }
        }
        return launches;
    }

    void start(long seed, long firstPath, int paths) {
        this.seed = seed;
        this.firstPath = firstPath;
        this.paths = paths;
        drawDecline();
        for (int k = 0; k < launches; k++) {
            drawLaunch(k);
        }
        Arrays.fill(scarcity, 0, paths, model.scarcityStart());
        for (int g = 0; g < plan.generations(); g++) {
            Arrays.fill(steps[g], 0, paths, 0.0);
            Arrays.fill(eta[g], 0, paths, 0.0);
        }
        settle(0.0);
    }

    /** Normal, cut at the bounds, by its quantile; the median plan takes the middle quantile. */
    private void drawDecline() {
        Arrays.fill(uniform, 0, paths, 0.5);
        if (!plan.isMedian()) {
            CounterRandom.uniforms(seed, DECLINE, 0, firstPath, scratch, uniform, paths);
        }
        double sd = model.declineSd();
        double low = sd == 0.0 ? 0.0 : Normal.cdf((model.declineMin() - model.declineMean()) / sd);
        double high = sd == 0.0 ? 1.0 : Normal.cdf((model.declineMax() - model.declineMean()) / sd);
        for (int i = 0; i < paths; i++) {
            double z = sd == 0.0 ? 0.0 : Normal.inverse(low + uniform[i] * (high - low));
            double drawn = model.declineMean() + sd * z;
            decline[i] = Math.min(Math.max(drawn, model.declineMin()), model.declineMax());
            logDecline[i] = -Elementary.log1p(-decline[i]);
        }
    }

    private void drawLaunch(int k) {
        LaunchDates dates = plan.dates();
        if (plan.isMedian()) {
            Arrays.fill(launchYears[k], 0, paths, dates.meanYears(k));
            Arrays.fill(launchSize[k], 0, paths, 1.0);
        } else {
            dates.draw(k, seed, firstPath, launchYears[k], uniform, paths);
            CounterRandom.uniforms(seed, sizeStream[k], 0, firstPath, scratch, uniform, paths);
            Normal.fromUniforms(uniform, normal, paths);
            for (int i = 0; i < paths; i++) {
                launchSize[k][i] = Elementary.exp(sizeLogSd * (normal[i] - 0.5 * sizeLogSd));
            }
        }
        double latest = dates.scheduledYears(k);
        for (int i = 0; i < paths; i++) {
            latest = Math.max(latest, launchYears[k][i]);
        }
        effectFrom[k] = dates.scheduledYears(k);
        effectTo[k] = latest + model.launchRampYears();
    }

    void advance(int month, double[] tight, double[] scarcityNormal) {
        scarcityStep.step(tight, scarcityNormal, 1.0, scarcity, paths);
        double years = (month + 1) * STEP_YEARS;
        double before = month * STEP_YEARS;
        for (int k = 0; k < launches; k++) {
            // Outside this span no path of the block moves, so that skipping the launch changes nothing.
            if (effectFrom[k] <= years && before <= effectTo[k]) {
                addSteps(k, before, years);
            }
        }
        if (!plan.isMedian() && etaSd > 0.0) {
            for (int g = 0; g < eta.length; g++) {
                advanceEta(g, month);
            }
        }
        settle(years);
    }

    private void addSteps(int k, double before, double years) {
        double ramp = model.launchRampYears();
        double[] date = launchYears[k];
        double[] size = launchSize[k];
        for (int i = 0; i < paths; i++) {
            normal[i] = size[i]
                    * (LaunchDates.ramp(years - date[i], ramp) - LaunchDates.ramp(before - date[i], ramp));
        }
        for (int g = 0; g < steps.length; g++) {
            double weight = plan.trend(g).weight(k);
            if (weight != 0.0) {
                double[] sum = steps[g];
                for (int i = 0; i < paths; i++) {
                    sum[i] += weight * normal[i];
                }
            }
        }
    }

    private void advanceEta(int g, int month) {
        CounterRandom.uniforms(seed, etaStream[g], month, firstPath, scratch, uniform, paths);
        Normal.fromUniforms(uniform, normal, paths);
        double[] state = eta[g];
        for (int i = 0; i < paths; i++) {
            state[i] = etaDecay * state[i] + etaSd * normal[i];
        }
    }

    /** Rents and utilisation of the state reached. */
    private void settle(double years) {
        for (int g = 0; g < rent.length; g++) {
            RentTrend trend = plan.trend(g);
            double beta = trend.beta;
            double[] sum = steps[g];
            double[] noise = eta[g];
            double[] base = logBase[g];
            double[] out = rent[g];
            for (int i = 0; i < paths; i++) {
                base[i] = trend.logBase - trend.logDrop(logDecline[i], years, sum[i]) + noise[i];
            }
            if (shocks.movesRent(g)) {
                double[] shift = shocks.logRent(g);
                for (int i = 0; i < paths; i++) {
                    base[i] += shift[i];
                }
            }
            for (int i = 0; i < paths; i++) {
                out[i] = Math.max(Elementary.exp(base[i] + beta * scarcity[i]), trend.exitUsd);
            }
        }
        UsageModel usage = plan.market().model().usage();
        for (int i = 0; i < paths; i++) {
            utilisation[i] = utilisation(usage, scarcity[i]);
        }
    }

    /** Utilisation of uncontracted cards at a level of scarcity. */
    public static double utilisation(UsageModel usage, double scarcity) {
        return usage.utilisationMin() + (usage.utilisationMax() - usage.utilisationMin())
                * Elementary.logistic(usage.utilisationIntercept() + usage.utilisationSlope() * scarcity);
    }

    void shiftScarcity(double[] shift) {
        for (int i = 0; i < paths; i++) {
            scarcity[i] += shift[i];
        }
    }

    double[] decline() {
        return decline;
    }

    double[] scarcity() {
        return scarcity;
    }

    double[] utilisation() {
        return utilisation;
    }

    double[] rentUsdPerGpuHour(int g) {
        return rent[g];
    }

    /** Log of the unfloored rent at X = 0, its own noise included. */
    double[] logBase(int g) {
        return logBase[g];
    }
}
