package org.deflator.engine.path;

import java.util.Optional;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Market;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.market.ResaleQuote;

/**
 * Price of a used card of one generation, given its rent and the scarcity of cards (MODEL 2.1, 2.2).
 *
 * <p>A buyer pays for the months of rent that the card still earns, each with the right to switch off, and for its
 * scrap at the end: see {@link ResaleStrip}. Buyers reckon with the mean annual decline and with launches of mean
 * size at the dates of the calendar with the mean delay, never with the path's own decline, dates or future. The
 * strip is tabulated in (ln rent at X = 0, X) at the end of every month of the timeline and interpolated by cubics in
 * logs; nothing is interpolated in time.
 *
 * <p>The market price differs from the model's by a basis that fits the quoted used price on the as-of date and halves
 * every so many months. A floor, a share of the launch price, bounds it from below; where the quoted price is lower
 * still, that price is the floor.
 *
 * <p>A base case reads four by four values a month; worth tabulating for many paths, they are then worked out
 * as they are read, to the same bits. A table made for many paths is immutable, one for a base case belongs
 * to one thread.
 */
public final class ResaleTable {
    /** Nodes in ln rent and in X; a test holds the error that they leave below 0.2 %. */
    static final int RENT_NODES = 112;
    static final int SCARCITY_NODES = 49;

    /** The grid reaches this far in ln rent below cash cost and above the dearer of cash cost and rent today. */
    private static final double LOG_RENT_MARGIN = 2.0;
    /** Stationary standard deviations of X that the grid reaches beyond the means of the regimes. */
    private static final double SCARCITY_MARGIN = 5.0;
    /** Values are tabulated as logs; nothing is worth less than a hundredth of a cent. */
    private static final double USD_MIN = 1e-4;
    /** Nodes of a cubic. */
    private static final int WIDTH = 4;
    private static final double SCARCITY_WIDTH_MIN = 1e-3;
    private static final double MONTHS_PER_YEAR = 12.0;

    private final ResaleStrip strip;
    /** Log drop that buyers reckon with from the as-of date to each month's end, as far as a strip looks. */
    private final double[] reckonedDrop;
    private final double logRentLow;
    private final double logRentStep;
    private final double scarcityLow;
    private final double scarcityStep;
    private final ResaleStrip.Columns columns;
    /** By month and (X, ln rent), row after row; without months when values are worked out as they are read. */
    private final double[][] logUsd;
    private final double floorUsd;
    private final double[] basis;

    private ResaleTable(GpuGeneration gpu, RentTrend trend, Market market, Timeline timeline,
            boolean manyPaths) {
        ResaleModel model = market.model().resale();
        RentModel rents = market.model().rents();
        this.strip = ResaleStrip.of(gpu, market);
        this.reckonedDrop = reckonedDrop(trend, rents, timeline.months() + strip.terms());
        this.logRentLow = strip.logBreakevenRent() - LOG_RENT_MARGIN;
        double logRentHigh = Math.max(strip.logBreakevenRent(), trend.logBase) + LOG_RENT_MARGIN;
        this.logRentStep = (logRentHigh - logRentLow) / (RENT_NODES - 1);
        double vol = Math.max(rents.scarcityVolCalm(), rents.scarcityVolTight());
        double reach = SCARCITY_MARGIN * vol / Math.sqrt(2.0 * rents.scarcityReversion());
        double start = rents.scarcityStart();
        this.scarcityLow =
                Math.min(start, Math.min(rents.scarcityMeanCalm(), rents.scarcityMeanTight()) - reach);
        double high = Math.max(start, Math.max(rents.scarcityMeanCalm(), rents.scarcityMeanTight()) + reach);
        this.scarcityStep = Math.max(high - scarcityLow, SCARCITY_WIDTH_MIN) / (SCARCITY_NODES - 1);
        this.columns = columns(timeline.months());
        this.logUsd = manyPaths ? tabulate(timeline.months()) : new double[0][];

        double share = model.floorShare() * gpu.launchPriceUsd();
        Optional<Double> quoted = market.snapshot().resalePrice(gpu.id()).map(ResaleQuote::usedUsd);
        this.floorUsd = Math.min(share, quoted.orElse(share));
        double opening = Math.max(modelUsd(-1, trend.logBase, start), floorUsd);
        // Without a quote, nobody pays more for a used card than a new one costs.
        double implied = Math.min(opening, gpu.launchPriceUsd());
        double logBasis = Elementary.log(quoted.orElse(implied) / opening);
        this.basis = new double[timeline.months() + 1];
        for (int node = 0; node < basis.length; node++) {
            double left = model.basisHalfLifeMonths() == 0.0 ? (node == 0 ? 1.0 : 0.0)
                    : Elementary.pow(0.5, node / model.basisHalfLifeMonths());
            basis[node] = Elementary.exp(logBasis * left);
        }
    }

    /** Every value worked out. */
    static ResaleTable tabulated(GpuGeneration gpu, RentTrend trend, Market market, Timeline timeline) {
        return new ResaleTable(gpu, trend, market, timeline, true);
    }

    /** Values worked out as they are read. */
    static ResaleTable onDemand(GpuGeneration gpu, RentTrend trend, Market market, Timeline timeline) {
        return new ResaleTable(gpu, trend, market, timeline, false);
    }

    private static double[] reckonedDrop(RentTrend trend, RentModel rents, int months) {
        double decline = Math.min(Math.max(rents.declineMean(), rents.declineMin()), rents.declineMax());
        double logDecline = -Elementary.log1p(-decline);
        double[] drop = new double[months + 1];
        for (int node = 0; node <= months; node++) {
            drop[node] = trend.reckonedLogDrop(logDecline, node / MONTHS_PER_YEAR);
        }
        return drop;
    }

    private ResaleStrip.Columns columns(int months) {
        double least = 0.0;
        double largest = 0.0;
        for (int node = 0; node <= months; node++) {
            double[] drops = drops(node - 1);
            for (double drop : drops) {
                least = Math.min(least, drop);
                largest = Math.max(largest, drop);
            }
        }
        double scarcityHigh = scarcityLow + scarcityStep * (SCARCITY_NODES - 1);
        double scarcityReach = Math.max(Math.abs(scarcityLow), Math.abs(scarcityHigh));
        return strip.new Columns(logRentLow, logRentStep, RENT_NODES, scarcityReach, least, largest);
    }

    private double[][] tabulate(int months) {
        columns.tabulate();
        double[] usd = new double[RENT_NODES];
        double[][] nodes = new double[months + 1][RENT_NODES * SCARCITY_NODES];
        for (int node = 0; node <= months; node++) {
            double[] drops = drops(node - 1);
            for (int s = 0; s < SCARCITY_NODES; s++) {
                columns.values(scarcityLow + s * scarcityStep, drops, usd);
                for (int r = 0; r < RENT_NODES; r++) {
                    nodes[node][s * RENT_NODES + r] = logUsd(usd[r]);
                }
            }
        }
        return nodes;
    }

    private static double logUsd(double usd) {
        return Elementary.log(Math.max(usd, USD_MIN));
    }

    /** The four by four values about a row and a column. */
    private double[] near(int month, int row, int column) {
        double[] drops = drops(month);
        double[] logs = new double[WIDTH * WIDTH];
        for (int s = 0; s < WIDTH; s++) {
            for (int r = 0; r < WIDTH; r++) {
                logs[s * WIDTH + r] = logUsd(
                        columns.value(scarcityLow + (row - 1 + s) * scarcityStep, drops, column - 1 + r));
            }
        }
        return logs;
    }

    /** Log drops that a buyer at the end of a month reckons with, over the months of the strip. */
    double[] drops(int month) {
        double[] drops = new double[strip.terms()];
        for (int m = 0; m < drops.length; m++) {
            drops[m] = reckonedDrop[month + 2 + m] - reckonedDrop[month + 1];
        }
        return drops;
    }

    /** The value that the table approximates: {@link #modelUsd} by summing the strip. */
    public double stripUsd(int month, double logBaseRent, double scarcity) {
        return strip.usd(logBaseRent, scarcity, drops(month));
    }

    /** Market floor of the price, USD. */
    public double floorUsd() {
        return floorUsd;
    }

    /** Market price over model price at the end of a month; month -1 is the as-of date. */
    public double basis(int month) {
        return basis[month + 1];
    }

    /**
     * Model value without basis and floor, USD.
     *
     * @param month -1 for the as-of date, else a month of the timeline, at its end
     * @param logBaseRent ln of the rent at X = 0
     * @param scarcity X
     */
    public double modelUsd(int month, double logBaseRent, double scarcity) {
        return Elementary.exp(logModelUsd(month, logBaseRent, scarcity));
    }

    /**
     * Market prices on a column of paths, USD.
     *
     * @param month as for {@link #modelUsd}
     * @param n number of paths
     */
    public void usd(int month, double[] logBaseRent, double[] scarcity, double[] out, int n) {
        double factor = basis[month + 1];
        for (int i = 0; i < n; i++) {
            double value =
                    Math.max(Elementary.exp(logModelUsd(month, logBaseRent[i], scarcity[i])), floorUsd);
            out[i] = Math.max(value * factor, floorUsd);
        }
    }

    /**
     * Cubic through four nodes in each direction. Beyond the grid a value is that of its edge, save that above its
     * highest rent, where cost hardly matters any more, it grows with the rent.
     */
    private double logModelUsd(int month, double logBaseRent, double scarcity) {
        double beyond = (logBaseRent - logRentLow) / logRentStep;
        double r = Math.min(Math.max(beyond, 0.0), RENT_NODES - 1.0);
        double s = Math.min(Math.max((scarcity - scarcityLow) / scarcityStep, 0.0), SCARCITY_NODES - 1.0);
        int column = Math.min(Math.max((int) r, 1), RENT_NODES - 3);
        int row = Math.min(Math.max((int) s, 1), SCARCITY_NODES - 3);
        double u = r - column;
        double v = s - row;
        double inner = logUsd.length > 0
                ? cubic(logUsd[month + 1], row * RENT_NODES + column, RENT_NODES, u, v)
                : cubic(near(month, row, column), WIDTH + 1, WIDTH, u, v);
        return inner + Math.max(beyond - r, 0.0) * logRentStep;
    }

    private static double cubic(double[] logs, int at, int stride, double u, double v) {
        return -v * (v - 1.0) * (v - 2.0) / 6.0 * inRent(logs, at - stride, u)
                + (v + 1.0) * (v - 1.0) * (v - 2.0) / 2.0 * inRent(logs, at, u)
                - (v + 1.0) * v * (v - 2.0) / 2.0 * inRent(logs, at + stride, u)
                + (v + 1.0) * v * (v - 1.0) / 6.0 * inRent(logs, at + 2 * stride, u);
    }

    private static double inRent(double[] logs, int at, double u) {
        return -u * (u - 1.0) * (u - 2.0) / 6.0 * logs[at - 1]
                + (u + 1.0) * (u - 1.0) * (u - 2.0) / 2.0 * logs[at]
                - (u + 1.0) * u * (u - 2.0) / 2.0 * logs[at + 1]
                + (u + 1.0) * u * (u - 1.0) / 6.0 * logs[at + 2];
    }
}
