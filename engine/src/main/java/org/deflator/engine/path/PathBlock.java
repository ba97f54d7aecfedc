package org.deflator.engine.path;

import org.deflator.model.base.Check;

/**
 * The market on a block of paths, month by month. One per thread, reused from block to block: {@link #start}, then
 * {@link #advance} through the months from 0. The columns that the methods give are this block's own and change with
 * the month; callers read the first {@code paths} numbers and write none.
 */
public final class PathBlock {
    private final MarketPlan plan;
    private final int size;
    private final PathShocks shocks;
    private final RegimePath regime;
    private final FactorPath factors;
    private final RentPath rents;
    private final CryptoPath crypto;
    private final CreditPath credit;
    private final CapacityRent capacity;
    private final double[][] resale;
    private final int[] resaleMonth;

    private int paths;
    private int month;

    /**
     * A block for at most {@code size} paths.
     */
    public PathBlock(MarketPlan plan, int size) {
        this.plan = plan;
        this.size = Check.between(size, 1, Integer.MAX_VALUE, "block size");
        this.shocks = new PathShocks(plan, size);
        this.regime = new RegimePath(plan.market().model().dependence(), !plan.isMedian(), size);
        this.factors = new FactorPath(plan.market().model().dependence(), !plan.isMedian(), size);
        this.rents = new RentPath(plan, shocks, size);
        this.crypto = new CryptoPath(plan, shocks, size);
        this.credit = new CreditPath(plan, shocks, size);
        this.capacity = new CapacityRent(plan, shocks, size);
        this.resale = new double[plan.generations()][size];
        this.resaleMonth = new int[plan.generations()];
    }

    /**
     * Draws what is drawn once per path and sets the columns to the as-of date, month -1.
     *
     * @param seed seed of the run
     * @param firstPath index of the block's first path in the run
     * @param paths number of paths, at most the block's size
     */
    public void start(long seed, long firstPath, int paths) {
        this.paths = Check.between(paths, 0, size, "paths in a block");
        shocks.start(paths);
        regime.start(seed, firstPath, paths);
        factors.start(seed, firstPath, paths);
        rents.start(seed, firstPath, paths);
        crypto.start(paths);
        credit.start(paths);
        capacity.start(seed, firstPath, paths);
        reach(-1);
    }

    /** Moves to a month, the one after the last. */
    public void advance(int month) {
        Check.that(month == this.month + 1 && month < plan.timeline().months(),
                "month " + month + " after month " + this.month + " of " + plan.timeline().months());
        shocks.openMonth(month);
        double[] tight = regime.tight();
        regime.advance(month);
        factors.advance(month, tight);
        crypto.advance(month, tight, factors.normal(0));
        rents.advance(month, tight, factors.normal(1));
        credit.advance(tight, factors.normal(2), factors.normal(3));
        capacity.advance(month, rents.scarcity());
        reach(month);
        shocks.closeMonth(month, this);
    }

    private void reach(int month) {
        this.month = month;
        for (int g = 0; g < resaleMonth.length; g++) {
            resaleMonth[g] = month - 1;
        }
    }

    /** Adds to scarcity what the month did to it; the next month starts from there. */
    public void shiftScarcity(double[] shift) {
        rents.shiftScarcity(shift);
    }

    /** Adds to the log of the bitcoin price what the month did to it; the next month starts from there. */
    public void shiftLogBitcoin(double[] shift) {
        crypto.shiftLogBitcoin(shift);
    }

    /** What a scenario adds to the market. */
    public PathShocks shocks() {
        return shocks;
    }

    /** 1 where the regime that drives the month is tight, else 0. */
    public double[] tight() {
        return regime.tight();
    }

    /** Scarcity factor X. */
    public double[] scarcity() {
        return rents.scarcity();
    }

    /** Utilisation of uncontracted cards. */
    public double[] utilisation() {
        return rents.utilisation();
    }

    /** Market rent of a generation, at least what makes the marginal owner stay. */
    public double[] rentUsdPerGpuHour(int g) {
        return rents.rentUsdPerGpuHour(g);
    }

    /** Price of a used card, market basis and floor included, without the impact of any sale. */
    public double[] resaleUsd(int g) {
        // Worked out when first asked for in a month: not every month needs every generation.
        if (resaleMonth[g] != month) {
            plan.resale(g).usd(month, rents.logBase(g), rents.scarcity(), resale[g], paths);
            resaleMonth[g] = month;
        }
        return resale[g];
    }

    /** Price of a bitcoin, USD. */
    public double[] bitcoinUsd() {
        return crypto.bitcoinUsd();
    }

    /** Mining revenue per PH/s and day, USD. */
    public double[] hashpriceUsdPerPhDay() {
        return crypto.hashpriceUsdPerPhDay();
    }

    /** Hash rate of the bitcoin network, EH/s. */
    public double[] networkHashEh() {
        return crypto.networkHashEh();
    }

    /** Price of mining rigs relative to the as-of date: in proportion to the hash price, see {@link CryptoPath}. */
    public double[] rigPriceIndex() {
        return crypto.rigPriceIndex();
    }

    /** Spread of the high-yield index, a fraction per year. */
    public double[] creditSpread() {
        return credit.spreadPerYear();
    }

    /** Market rent of a whole data-centre campus on critical IT load, USD per kW a month. */
    public double[] capacityRentUsdPerKwMonth() {
        return capacity.usdPerKwMonth();
    }

    /** Funding conditions: 0 is normal, below is tight; unit stationary variance. */
    public double[] funding() {
        return credit.funding();
    }

    /** The path's annual decline of rents, a fraction. */
    public double[] annualDecline() {
        return rents.decline();
    }

    /**
     * The month's standard normals of a systematic factor, signed so that up is good.
     *
     * @param f 0 bitcoin, 1 card scarcity, 2 minus credit spread, 3 funding ease
     */
    public double[] factorNormal(int f) {
        return factors.normal(f);
    }
}
