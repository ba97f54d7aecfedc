package org.deflator.engine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Market;
import org.deflator.model.market.RentQuote;

/**
 * A market made ready for simulation: the owned card generations by index, launch dates, trends and resale tables.
 * Compiled once, immutable, shared by threads; the resale tables are built when first asked for.
 */
public final class MarketPlan {
    private final Market market;
    private final Timeline timeline;
    private final List<String> gpuIds;
    private final List<GpuGeneration> generations;
    private final LaunchDates dates;
    private final List<RentTrend> trends;
    private final List<LazyTable> tables;
    private final boolean isMedian;

    private MarketPlan(Market market, Timeline timeline, List<String> gpuIds, List<GpuGeneration> generations,
            LaunchDates dates, List<RentTrend> trends, List<LazyTable> tables, boolean isMedian) {
        this.market = market;
        this.timeline = timeline;
        this.gpuIds = gpuIds;
        this.generations = generations;
        this.dates = dates;
        this.trends = trends;
        this.tables = tables;
        this.isMedian = isMedian;
    }

    /**
     * The plan of a market.
     *
     * @param ownedGpus generations that somebody owns
     * @throws IllegalArgumentException naming an owned generation that the snapshot does not describe or quote a rent
     *         for
     */
    public static MarketPlan of(Market market, Timeline timeline, SortedSet<String> ownedGpus) {
        LaunchDates dates = LaunchDates.of(market.model().launches(), timeline,
                Math.max(timeline.months(), RentTrend.SPAN_MONTHS) + market.model().resale().months());
        List<GpuGeneration> generations = new ArrayList<>();
        List<RentTrend> trends = new ArrayList<>();
        List<LazyTable> tables = new ArrayList<>();
        for (String id : ownedGpus) {
            GpuGeneration gpu = market.snapshot().generation(id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "gpu " + id + " is owned, but the market of " + market.snapshot().asOf()
                                    + " does not describe it"));
            RentQuote quote = market.snapshot().rent(id).orElseThrow(() -> new IllegalArgumentException(
                    "gpu " + id + " is owned, but the market of " + market.snapshot().asOf()
                            + " quotes no rent for it"));
            RentTrend trend = new RentTrend(gpu, quote.usdPerGpuHour(), market, timeline, dates);
            generations.add(gpu);
            trends.add(trend);
            tables.add(new LazyTable(() -> ResaleTable.tabulated(gpu, trend, market, timeline),
                    () -> ResaleTable.onDemand(gpu, trend, market, timeline)));
        }
        return new MarketPlan(market, timeline, List.copyOf(ownedGpus), List.copyOf(generations), dates,
                List.copyOf(trends), List.copyOf(tables), false);
    }

    /**
     * The base case: the same market without chance. Factors and noise stay at their medians, the regime never
     * switches, the decline is the middle of its distribution, launches have their mean size and mean delay. Buyers of
     * used cards still price the chance they see, so that resale prices are the same to the bit; where no table has
     * been built, they are worked out as they are read, and the base case is one thread's.
     */
    public MarketPlan median() {
        return new MarketPlan(market, timeline, gpuIds, generations, dates, trends, tables, true);
    }

    /** Owned generations, sorted; the position is the generation's index everywhere. */
    public List<String> gpuIds() {
        return gpuIds;
    }

    /** Number of owned generations. */
    public int generations() {
        return generations.size();
    }

    /** Index of an owned generation. */
    public int indexOf(String gpu) {
        int index = gpuIds.indexOf(gpu);
        if (index < 0) {
            throw new IllegalArgumentException("gpu " + gpu + " is not among the owned " + gpuIds);
        }
        return index;
    }

    /** The generation with this index. */
    public GpuGeneration generation(int g) {
        return generations.get(g);
    }

    /** The market that this plan was made of. */
    public Market market() {
        return market;
    }

    /** The months simulated. */
    public Timeline timeline() {
        return timeline;
    }

    /** Whether this is the base case without chance. */
    public boolean isMedian() {
        return isMedian;
    }

    /** Resale prices of a generation. */
    public ResaleTable resale(int g) {
        return isMedian ? tables.get(g).forOnePath() : tables.get(g).get();
    }

    /** Builds all resale tables now, several at once; whoever builds one, it has the same bits. */
    public void tabulate() {
        tables.parallelStream().forEach(LazyTable::get);
    }

    LaunchDates dates() {
        return dates;
    }

    RentTrend trend(int g) {
        return trends.get(g);
    }

    /** A table built by the first thread that asks, while others wait; shared by a plan and its base case. */
    private static final class LazyTable {
        private final Supplier<ResaleTable> build;
        private final Supplier<ResaleTable> onDemand;
        private volatile Optional<ResaleTable> table = Optional.empty();
        private Optional<ResaleTable> ofOnePath = Optional.empty();

        LazyTable(Supplier<ResaleTable> build, Supplier<ResaleTable> onDemand) {
            this.build = build;
            this.onDemand = onDemand;
        }

        ResaleTable get() {
            Optional<ResaleTable> built = table;
            return built.isPresent() ? built.get() : buildOnce();
        }

        private synchronized ResaleTable buildOnce() {
            if (table.isEmpty()) {
                table = Optional.of(build.get());
            }
            return table.orElseThrow();
        }

        /** The table if there is one, else one that works out what is read. */
        synchronized ResaleTable forOnePath() {
            if (table.isEmpty() && ofOnePath.isEmpty()) {
                ofOnePath = Optional.of(onDemand.get());
            }
            return table.or(() -> ofOnePath).orElseThrow();
        }
    }
}
