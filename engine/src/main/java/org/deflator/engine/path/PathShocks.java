package org.deflator.engine.path;

import java.util.Arrays;
import java.util.List;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Gauge;
import org.deflator.model.market.MarketShock.Start;

/**
 * The shocks of a scenario on a block of paths: which are under way in the month, and what they add to each driver.
 *
 * <p>A condition is looked at when the month is over, on the columns that the month ended with, and what it sets off
 * begins with the next month, so that nothing looks ahead. Each shock begins at most once on a path. Where no shock
 * meets a driver its column stays unread, so that a market without a scenario keeps its bits.
 */
public final class PathShocks {
    private static final int NOT_YET = Integer.MAX_VALUE;

    private final MarketPlan plan;
    private final List<MarketShock> shocks;
    private final int[][] beginning;
    private final int[][] heldMonths;
    private final double[][] weight;
    private final boolean[] movesRent;
    private final double[][] logRent;
    private final double[] logBitcoin;
    private final double[] logSpread;
    private final double[] addedSpread;
    private final double[] logDataCentreRent;
    private final double[] logDepth;
    private final double[] depthFactor;
    private final double[] refinancingClosed;
    private int paths;

    PathShocks(MarketPlan plan, int size) {
        this.plan = plan;
        shocks = plan.market().shocks();
        beginning = new int[shocks.size()][size];
        heldMonths = new int[shocks.size()][size];
        weight = new double[shocks.size()][size];
        movesRent = new boolean[plan.generations()];
        for (int g = 0; g < movesRent.length; g++) {
            String gpu = plan.gpuIds().get(g);
            movesRent[g] = shocks.stream().anyMatch(shock -> shock.effect() instanceof Effect.RentTimes rent
                    && rent.gpu().map(gpu::equals).orElse(true));
        }
        int columns = shocks.isEmpty() ? 0 : size;
        logRent = new double[plan.generations()][columns];
        logBitcoin = new double[columns];
        logSpread = new double[columns];
        addedSpread = new double[columns];
        logDataCentreRent = new double[columns];
        logDepth = new double[columns];
        depthFactor = new double[size];
        refinancingClosed = new double[size];
        Arrays.fill(depthFactor, 1.0);
    }

    void start(int paths) {
        this.paths = paths;
        for (int k = 0; k < shocks.size(); k++) {
            Arrays.fill(beginning[k], switch (shocks.get(k).start()) {
                case Start.At at -> plan.timeline().indexOf(at.month());
                case Start.After(int months) -> months;
                case Start.When _ -> NOT_YET;
            });
            Arrays.fill(heldMonths[k], 0);
            Arrays.fill(weight[k], 0.0);
        }
        sum();
    }

    /** Weighs the shocks for a month. */
    void openMonth(int month) {
        for (int k = 0; k < shocks.size(); k++) {
            MarketShock shock = shocks.get(k);
            double ramp = Math.max(1, shock.rampMonths());
            int lasts = shock.months().orElse(NOT_YET);
            for (int i = 0; i < paths; i++) {
                int past = month - beginning[k][i];
                weight[k][i] = past < 0 || past >= lasts ? 0.0 : Math.min(1.0, (past + 1) / ramp);
            }
        }
        sum();
    }

    private void sum() {
        if (shocks.isEmpty()) {
            return;
        }
        for (double[] column : logRent) {
            Arrays.fill(column, 0.0);
        }
        for (double[] column : List.of(logBitcoin, logSpread, addedSpread, logDataCentreRent, logDepth,
                refinancingClosed)) {
            Arrays.fill(column, 0.0);
        }
        for (int k = 0; k < shocks.size(); k++) {
            switch (shocks.get(k).effect()) {
                case Effect.RentTimes rent -> addToRents(rent, weight[k]);
                case Effect.BitcoinTimes(double factor) ->
                        add(Elementary.log(factor), weight[k], logBitcoin);
                case Effect.SpreadTimes(double factor) -> add(Elementary.log(factor), weight[k], logSpread);
                case Effect.SpreadPlus(double perYear) -> add(perYear, weight[k], addedSpread);
                case Effect.DepthTimes(double factor) -> add(Elementary.log(factor), weight[k], logDepth);
                case Effect.DataCentreRentTimes(double factor) ->
                        add(Elementary.log(factor), weight[k], logDataCentreRent);
                case Effect.RefinancingCloses _ -> add(1.0, weight[k], refinancingClosed);
                case Effect.OfftakerFails _,Effect.BorrowerFails _ -> {
                    // They befall the book, not its market.
                }
            }
        }
        for (int i = 0; i < paths; i++) {
            depthFactor[i] = logDepth[i] == 0.0 ? 1.0 : Elementary.exp(logDepth[i]);
        }
    }

    private void addToRents(Effect.RentTimes rent, double[] weights) {
        for (int g = 0; g < logRent.length; g++) {
            String gpu = plan.gpuIds().get(g);
            if (rent.gpu().map(gpu::equals).orElse(true)) {
                add(Elementary.log(rent.factor()), weights, logRent[g]);
            }
        }
    }

    private void add(double full, double[] weights, double[] column) {
        for (int i = 0; i < paths; i++) {
            column[i] += full * weights[i];
        }
    }

    /** Looks at the conditions when the month is over. */
    void closeMonth(int month, PathBlock market) {
        for (int k = 0; k < shocks.size(); k++) {
            if (shocks.get(k).start() instanceof Start.When when) {
                watch(when, market, month, beginning[k], heldMonths[k]);
            }
        }
    }

    private void watch(Start.When when, PathBlock market, int month, int[] begins, int[] held) {
        if (when.gauge() instanceof Gauge.RentUsdPerGpuHour(String gpu) && !plan.gpuIds().contains(gpu)) {
            // Nobody owns such cards, so that their rent is not simulated.
            return;
        }
        double[] column = column(when.gauge(), market);
        double level = when.gauge() instanceof Gauge.CreditSpreadBp ? 1e-4 * when.level() : when.level();
        for (int i = 0; i < paths; i++) {
            boolean holds = when.above() ? column[i] > level : column[i] < level;
            held[i] = holds ? held[i] + 1 : 0;
            if (begins[i] == NOT_YET && held[i] >= when.forMonths()) {
                begins[i] = month + 1;
            }
        }
    }

    private double[] column(Gauge gauge, PathBlock market) {
        return switch (gauge) {
            case Gauge.CreditSpreadBp _ -> market.creditSpread();
            case Gauge.BitcoinUsd _ -> market.bitcoinUsd();
            case Gauge.HashpriceUsdPerPhDay _ -> market.hashpriceUsdPerPhDay();
            case Gauge.Scarcity _ -> market.scarcity();
            case Gauge.Funding _ -> market.funding();
            case Gauge.RentUsdPerGpuHour(String gpu) -> market.rentUsdPerGpuHour(plan.indexOf(gpu));
        };
    }

    /** Whether there is no shock at all. */
    public boolean none() {
        return shocks.isEmpty();
    }

    /**
     * Weight of a shock in the month, 0 to 1: 0 where it has not begun or is over.
     *
     * @param k its place in {@link org.deflator.model.market.Market#shocks}
     */
    public double[] weight(int k) {
        return weight[k];
    }

    /** What multiplies the depth of the market for used cards. */
    public double[] depthFactor() {
        return depthFactor;
    }

    /** Above 0 where no lender is found this month. */
    public double[] refinancingClosed() {
        return refinancingClosed;
    }

    boolean movesRent(int g) {
        return movesRent[g];
    }

    double[] logRent(int g) {
        return logRent[g];
    }

    double[] logBitcoin() {
        return logBitcoin;
    }

    double[] logSpread() {
        return logSpread;
    }

    double[] addedSpread() {
        return addedSpread;
    }

    double[] logDataCentreRent() {
        return logDataCentreRent;
    }
}
