package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.Dependence;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Market;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.ResaleModel;

/**
 * Value of a used card as a strip of monthly options to switch off (MODEL 2.1), as a merchant power plant is valued:
 *
 * <pre>
 *   V = sum_{m=1}^{M} e^(-r m/12) H E[(u R(t+m) - c)+] + scrap e^(-r M/12)
 *   ln R(t+m) = ln R0(t) - drop_m + beta X(t+m)
 * </pre>
 *
 * <p>Buyers know the rent and its scarcity today; a card's own noise they take as lasting. For scarcity they reckon
 * with its long-run mean and variance over the regimes. This class is immutable.
 */
public final class ResaleStrip {
    private static final double MONTHS_PER_YEAR = 12.0;
    /** Cash cost below which a card counts as free to run, USD per hour: it keeps ln(rent/cost) finite. */
    private static final double CASH_USD_MIN = 1e-6;

    private final double utilisation;
    private final double cashUsd;
    private final double beta;
    private final double longRunScarcity;
    private final double scrapUsd;
    private final double[] discountedHours;
    private final double[] memory;
    private final double[] logSd;

    /**
     * A strip from its parameters.
     *
     * @param model discount rate, months, utilisation and scrap
     * @param hoursPerMonth H
     * @param cashUsdPerGpuHour c
     * @param beta loading of the log rent on scarcity
     * @param reversionPerYear kappa
     * @param longRunScarcity mean to which scarcity reverts
     * @param vol sigma of scarcity
     */
    public ResaleStrip(ResaleModel model, double hoursPerMonth, double cashUsdPerGpuHour, double beta,
            double reversionPerYear, double longRunScarcity, double vol) {
        this.utilisation = model.utilisation();
        this.cashUsd = Math.max(cashUsdPerGpuHour, CASH_USD_MIN);
        this.beta = beta;
        this.longRunScarcity = longRunScarcity;
        int terms = model.months();
        this.discountedHours = new double[terms];
        this.memory = new double[terms];
        this.logSd = new double[terms];
        for (int m = 0; m < terms; m++) {
            double years = (m + 1) / MONTHS_PER_YEAR;
            discountedHours[m] = hoursPerMonth * Elementary.exp(-model.discountRate() * years);
            memory[m] = Elementary.exp(-reversionPerYear * years);
            logSd[m] = Math.abs(beta) * Math.sqrt(OrnsteinUhlenbeck.variance(vol, reversionPerYear, years));
        }
        this.scrapUsd = model.scrapUsd() * Elementary.exp(-model.discountRate() * terms / MONTHS_PER_YEAR);
    }

    static ResaleStrip of(GpuGeneration gpu, Market market) {
        RentModel rents = market.model().rents();
        Dependence dependence = market.model().dependence();
        double tight = RegimePath.stationaryTight(dependence);
        double mean = (1.0 - tight) * rents.scarcityMeanCalm() + tight * rents.scarcityMeanTight();
        double variance = (1.0 - tight) * rents.scarcityVolCalm() * rents.scarcityVolCalm()
                + tight * rents.scarcityVolTight() * rents.scarcityVolTight();
        return new ResaleStrip(market.model().resale(), market.model().usage().hoursPerMonth(),
                market.model().usage().cashUsdPerGpuHour(gpu), gpu.scarcityBeta(), rents.scarcityReversion(),
                mean,
                Math.sqrt(variance));
    }

    /** Months of rent that a buyer counts. */
    public int terms() {
        return discountedHours.length;
    }

    /** ln of the rent that just pays the cash cost. */
    double logBreakevenRent() {
        return Elementary.log(cashUsd / utilisation);
    }

    /**
     * Value by summing the strip.
     *
     * @param logBaseRent ln of the rent at X = 0
     * @param scarcity X
     * @param drops log drop of the rent from now to each month of the strip
     */
    public double usd(double logBaseRent, double scarcity, double[] drops) {
        double sum = scrapUsd;
        for (int m = 0; m < terms(); m++) {
            double log = logBaseRent + shift(m, scarcity, drops[m]) + logBreakevenRent();
            double mean = Elementary.exp(log + 0.5 * logSd[m] * logSd[m]) * utilisation;
            sum += discountedHours[m] * BlackOption.expectedExcess(mean, cashUsd, logSd[m]);
        }
        return sum;
    }

    /** ln(median of u R(t+m) / c) less ln of the rent today at X = 0. */
    private double shift(int m, double scarcity, double drop) {
        double expected = longRunScarcity + (scarcity - longRunScarcity) * memory[m];
        return beta * expected - drop - logBreakevenRent();
    }

    /**
     * The same strip for many rents. Each term is a function of ln(u R / c) alone; tabulated at the spacing
     * of the rents, it is read at one and the same offset for all of them, so that a value costs four
     * products a term. A term is worked out when it is first read or all at once; its bits are the same. With
     * terms left to work out, not for several threads.
     */
    final class Columns {
        private final int nodes;
        private final double rentLow;
        private final double spacing;
        private final double low;
        private final double[][] term;

        /**
         * Columns on equally spaced logs of rent, no term worked out.
         *
         * @param rentLow first ln rent
         * @param spacing of ln rent
         * @param nodes number of rents
         * @param scarcityReach largest size of X asked for
         * @param dropLow least log drop asked for
         * @param dropHigh largest log drop asked for
         */
        Columns(double rentLow, double spacing, int nodes, double scarcityReach, double dropLow,
                double dropHigh) {
            this.nodes = nodes;
            this.rentLow = rentLow;
            this.spacing = spacing;
            double reach = Math.abs(beta) * Math.max(scarcityReach, Math.abs(longRunScarcity));
            double from = rentLow - logBreakevenRent() - reach - dropHigh;
            double to = rentLow + spacing * nodes - logBreakevenRent() + reach - dropLow;
            // Two nodes of room on each side for the cubic.
            int count = (int) Math.ceil((to - from) / spacing) + 5;
            this.low = from - 2.0 * spacing;
            this.term = new double[terms()][count];
            for (double[] column : term) {
                Arrays.fill(column, Double.NaN);
            }
        }

        /** Works out all terms; from then on threads may share. */
        void tabulate() {
            for (int m = 0; m < terms(); m++) {
                for (int j = 0; j < term[m].length; j++) {
                    term[m][j] = term(m, j);
                }
            }
        }

        private double term(int m, int j) {
            double mean = Elementary.exp(low + j * spacing + 0.5 * logSd[m] * logSd[m]);
            return discountedHours[m] * cashUsd * BlackOption.expectedExcess(mean, 1.0, logSd[m]);
        }

        private double known(int m, int j) {
            double value = term[m][j];
            if (Double.isNaN(value)) {
                value = term(m, j);
                term[m][j] = value;
            }
            return value;
        }

        /** Values at all rents for one X, by cubic interpolation of each term. */
        void values(double scarcity, double[] drops, double[] usd) {
            Arrays.fill(usd, 0, nodes, scrapUsd);
            for (int m = 0; m < terms(); m++) {
                double at = (rentLow + shift(m, scarcity, drops[m]) - low) / spacing;
                int first = (int) at;
                double x = at - first;
                addTerm(term[m], first, usd, nodes, before(x), left(x), right(x), after(x));
            }
        }

        /** Value at one of the rents: the same bits. */
        double value(double scarcity, double[] drops, int node) {
            double usd = scrapUsd;
            for (int m = 0; m < terms(); m++) {
                double at = (rentLow + shift(m, scarcity, drops[m]) - low) / spacing;
                int first = (int) at;
                double x = at - first;
                int j = first + node;
                usd += before(x) * known(m, j - 1) + left(x) * known(m, j) + right(x) * known(m, j + 1)
                        + after(x) * known(m, j + 2);
            }
            return usd;
        }
    }

    /** Weights of four nodes in the cubic through them, {@code x} from the second. */
    private static double before(double x) {
        return -x * (x - 1.0) * (x - 2.0) / 6.0;
    }

    private static double left(double x) {
        return (x + 1.0) * (x - 1.0) * (x - 2.0) / 2.0;
    }

    private static double right(double x) {
        return -(x + 1.0) * x * (x - 2.0) / 2.0;
    }

    private static double after(double x) {
        return (x + 1.0) * x * (x - 1.0) / 6.0;
    }

    private static void addTerm(double[] term, int first, double[] usd, int n, double before, double left,
            double right, double after) {
        for (int i = 0; i < n; i++) {
            int j = first + i;
            usd[i] += before * term[j - 1] + left * term[j] + right * term[j + 1] + after * term[j + 2];
        }
    }
}
