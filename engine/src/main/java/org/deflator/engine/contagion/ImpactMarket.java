package org.deflator.engine.contagion;

import java.util.Arrays;
import org.deflator.engine.distress.PriceImpact;
import org.deflator.engine.distress.UsedCardMarket;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;
import org.deflator.model.market.Depth;

/**
 * The one market in which all estates sell used cards, by generation, on a block of paths (MODEL 6.2, 6.3,
 * 7.3).
 *
 * <p>A month: {@link #openMonth} fixes depth; {@link #announce} and {@link #mark} are repeated by the
 * cascade; {@link #order} collects what is sold this month; {@link #clear} sells all of it at once, so that
 * every seller of a generation gets the same average price in whatever order they came; {@link #closeMonth}
 * lets the impact fade.
 *
 * <p>Factors multiply the undisturbed resale price. Sellers get {@link #averageFactor}; collateral that is
 * not for sale is worth {@link #standingMark}, which already includes all stock announced and not yet sold: a
 * legal lag delays cash, not marks. Columns that methods return are live: read them, do not keep or change
 * them.
 */
public final class ImpactMarket implements UsedCardMarket {
    private final Depth depth;
    private final double[] depthMultiple;
    private final int saleMonths;
    private final double forgetting;

    private final double[] rememberedLoss;
    private final double[] depthUnits;
    private final double[] depthFactor;
    private final double[] resilience;
    private final double[] fade;
    private final double[] floor;
    private final double[] effectiveMultiple;
    private final double[][] impact;
    private final double[][] unsoldUnits;
    private final double[][] orderedUnits;
    private final double[][] soldUnits;
    private final double[][] averageFactor;
    private final double[][] standingMark;
    private final double[][] openingMark;
    private int paths;

    /**
     * @param depthMultiple for each generation its monthly depth in cards, relative to that stated in
     *            {@code depth}
     * @param size most paths in a block
     * @param depth the market's depth in the three states, normal the deepest and crisis the shallowest
     * @param saleMonths months over which the market expects announced stock to be sold
     */
    public ImpactMarket(double[] depthMultiple, int size, Depth depth, int saleMonths) {
        Check.that(depth.crisis().unitsPerMonth() <= depth.stress().unitsPerMonth()
                && depth.stress().unitsPerMonth() <= depth.normal().unitsPerMonth(),
                "depth must not rise from normal to stress to crisis");
        this.depth = depth;
        this.depthMultiple = depthMultiple.clone();
        for (double multiple : depthMultiple) {
            Check.positive(multiple, "depth_multiple");
        }
        this.saleMonths = Check.between(saleMonths, 1, Integer.MAX_VALUE, "sale_months");
        double halfLife = Check.positive(depth.recoveryHalfLifeMonths(), "recovery_half_life_months");
        forgetting = Elementary.exp(-Elementary.log(2.0) / halfLife);
        int generations = depthMultiple.length;
        rememberedLoss = new double[size];
        depthUnits = new double[size];
        depthFactor = new double[size];
        resilience = new double[size];
        fade = new double[size];
        floor = new double[size];
        effectiveMultiple = new double[size];
        impact = new double[generations][size];
        unsoldUnits = new double[generations][size];
        orderedUnits = new double[generations][size];
        soldUnits = new double[generations][size];
        averageFactor = new double[generations][size];
        standingMark = new double[generations][size];
        openingMark = new double[generations][size];
    }

    /** Forgets everything and takes the next block, of {@code paths} paths. */
    public void start(int paths) {
        this.paths = Check.between(paths, 1, depthUnits.length, "paths");
        Arrays.fill(rememberedLoss, 0.0);
        Arrays.fill(depthFactor, 1.0);
        for (int g = 0; g < depthMultiple.length; g++) {
            Arrays.fill(impact[g], 0.0);
            Arrays.fill(unsoldUnits[g], 0.0);
            Arrays.fill(orderedUnits[g], 0.0);
            Arrays.fill(averageFactor[g], 1.0);
            Arrays.fill(standingMark[g], 1.0);
        }
    }

    /** Multiplies depth by these factors from the next {@link #openMonth} on. */
    public void scaleDepth(double[] factors) {
        System.arraycopy(factors, 0, depthFactor, 0, paths);
    }

    /**
     * Fixes depth N, resilience k and floor B for the month, then marks.
     *
     * <p>The regime gives a state, normal or stress. Losses of the sector take N from there towards the
     * crisis state, {@code N = max(N_crisis, N_S exp(-sensitivity x loss))}, where loss sums the shares of
     * sector debt that ever defaulted, each forgotten with the half-life in {@link Depth}. k and B go along
     * in a straight line in ln N: at the crisis depth they are those of the crisis state (assumed).
     *
     * @param tight 1 on paths in the tight regime, 0 on others
     * @param newlyDefaultedShare debt that defaulted since the last call over all debt of the sector, 0 to 1
     */
    public void openMonth(double[] tight, double[] newlyDefaultedShare) {
        Depth.State crisis = depth.crisis();
        double normalFall = Elementary.log(depth.normal().unitsPerMonth() / crisis.unitsPerMonth());
        double stressFall = Elementary.log(depth.stress().unitsPerMonth() / crisis.unitsPerMonth());
        for (int p = 0; p < paths; p++) {
            double loss = Math.min(1.0, rememberedLoss[p] * forgetting + newlyDefaultedShare[p]);
            rememberedLoss[p] = loss;
            boolean isTight = tight[p] > 0.5;
            Depth.State state = isTight ? depth.stress() : depth.normal();
            double deepestFall = isTight ? stressFall : normalFall;
            double fall = Math.min(depth.lossSensitivity() * loss, deepestFall);
            double way = deepestFall > 0 ? fall / deepestFall : 0.0;
            depthUnits[p] = state.unitsPerMonth() * Elementary.exp(-fall) * depthFactor[p];
            resilience[p] = blend(state.resiliencePerMonth(), crisis.resiliencePerMonth(), way);
            fade[p] = Elementary.exp(-resilience[p]);
            floor[p] = blend(state.priceFloor(), crisis.priceFloor(), way);
            effectiveMultiple[p] = effectiveMultiple(saleMonths, fade[p]);
        }
        mark();
        for (int g = 0; g < depthMultiple.length; g++) {
            System.arraycopy(standingMark[g], 0, openingMark[g], 0, paths);
        }
    }

    private static double blend(double from, double to, double way) {
        return from + way * (to - from);
    }

    /**
     * Depth for stock sold over m months, relative to that of one month: {@code m (1 - exp(-k))} (MODEL 7.3),
     * but not less than 1, because even a market that never recovers takes the stock of one month at one
     * month's depth.
     */
    private static double effectiveMultiple(int months, double fade) {
        return Math.max(1.0, months * (1.0 - fade));
    }

    /**
     * Puts {@code units[p]} cards of generation {@code g} up for sale on each path; shows at the next mark.
     */
    public void announce(int g, double[] units) {
        add(units, unsoldUnits[g]);
    }

    /** Puts cards of generation {@code g} up for sale on one path; shows at the next mark. */
    @Override
    public void announce(int g, int path, double units) {
        assert units >= 0 : units;
        unsoldUnits[g][path] += units;
    }

    /** Orders {@code units[p]} announced cards of generation {@code g} to be sold this month on each path. */
    public void order(int g, double[] units) {
        add(units, orderedUnits[g]);
    }

    /** Orders announced cards of generation {@code g} to be sold this month on one path. */
    @Override
    public void order(int g, int path, double units) {
        assert units >= 0 : units;
        orderedUnits[g][path] += units;
    }

    private void add(double[] units, double[] column) {
        for (int p = 0; p < paths; p++) {
            assert units[p] >= 0 : units[p];
            column[p] += units[p];
        }
    }

    /** Recomputes the standing mark of every generation on every path. */
    public void mark() {
        for (int g = 0; g < depthMultiple.length; g++) {
            for (int p = 0; p < paths; p++) {
                standingMark[g][p] = markOf(g, p);
            }
        }
    }

    /** Recomputes the standing marks on the first {@code count} of {@code lanes}. */
    public void mark(int[] lanes, int count) {
        for (int g = 0; g < depthMultiple.length; g++) {
            for (int i = 0; i < count; i++) {
                standingMark[g][lanes[i]] = markOf(g, lanes[i]);
            }
        }
    }

    private double markOf(int g, int p) {
        double effectiveUnits = depthUnits[p] * depthMultiple[g] * effectiveMultiple[p];
        return PriceImpact.marginalFactor(impact[g][p] + unsoldUnits[g][p] / effectiveUnits, floor[p]);
    }

    /** Sells all orders of the month together, then marks. */
    public void clear() {
        for (int g = 0; g < depthMultiple.length; g++) {
            for (int p = 0; p < paths; p++) {
                double sold = orderedUnits[g][p];
                double unsold = unsoldUnits[g][p];
                // Equal parts of a lot do not add up to it to the last bit.
                assert sold <= unsold * (1 + 1e-9) + 1e-9 : "sold " + sold + " of " + unsold;
                double overDepth = sold / (depthUnits[p] * depthMultiple[g]);
                averageFactor[g][p] = PriceImpact.averageFactor(impact[g][p], overDepth, floor[p]);
                impact[g][p] += overDepth;
                unsoldUnits[g][p] = Math.max(0.0, unsold - sold);
                soldUnits[g][p] = sold;
                orderedUnits[g][p] = 0.0;
            }
        }
        mark();
    }

    /** Lets the impact fade by the month's resilience: {@code I exp(-k)}. */
    public void closeMonth() {
        for (double[] column : impact) {
            for (int p = 0; p < paths; p++) {
                column[p] *= fade[p];
            }
        }
    }

    /** After {@link #clear}: the average factor that every seller of {@code g} gets this month. */
    @Override
    public double[] averageFactor(int g) {
        return averageFactor[g];
    }

    @Override
    public double settlementFactor(int g, int path) {
        double effectiveUnits = depthUnits[path] * depthMultiple[g] * effectiveMultiple[path];
        return PriceImpact.averageFactor(impact[g][path], unsoldUnits[g][path] / effectiveUnits, floor[path]);
    }

    @Override
    public double[] openingMark(int g) {
        return openingMark[g];
    }

    /** Factor on the resale price of collateral that is not for sale, as last marked. */
    @Override
    public double[] standingMark(int g) {
        return standingMark[g];
    }

    /** Standing marks by generation and path, as last marked. */
    public double[][] standingMarks() {
        return standingMark;
    }

    /** Log impact of past sales by path. */
    @Override
    public double[] impact(int g) {
        return impact[g];
    }

    /** After {@link #clear}: cards sold this month by path. */
    public double[] soldUnits(int g) {
        return soldUnits[g];
    }

    /** Cards announced and not yet sold by path. */
    public double[] unsoldUnits(int g) {
        return unsoldUnits[g];
    }

    /** N of the month for a generation of depth multiple 1, cards. */
    public double[] depthUnits() {
        return depthUnits;
    }

    /** B of the month. */
    public double[] priceFloor() {
        return floor;
    }

    /** The month's depth of one path for generation {@code g}, as terms of a sale want it. */
    @Override
    public Depth.State depthOf(int g, int path) {
        return new Depth.State(depthUnits[path] * depthMultiple[g], resilience[path], floor[path]);
    }
}
