package org.deflator.bench;

import java.util.concurrent.TimeUnit;
import org.deflator.engine.path.MarketPlan;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.run.RunPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The market alone: one block of 256 paths, drawn once per path and moved through 120 months. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MarketBenchmark {
    private final MarketPlan plan = Universe.read().marketPlan();
    private final PathBlock market = new PathBlock(plan, RunPlan.BLOCK_PATHS);
    private long firstPath;

    /** Rents, bitcoin, credit and funding. */
    @Benchmark
    public double[] paths() {
        start();
        for (int month = 0; month < Universe.MONTHS; month++) {
            market.advance(month);
        }
        return market.scarcity();
    }

    /** The same and the price of a used card of every generation every month. */
    @Benchmark
    public void pathsAndPrices(Blackhole sink) {
        start();
        for (int month = 0; month < Universe.MONTHS; month++) {
            market.advance(month);
            for (int g = 0; g < plan.generations(); g++) {
                sink.consume(market.resaleUsd(g));
            }
        }
    }

    private void start() {
        market.start(Universe.SEED, firstPath, RunPlan.BLOCK_PATHS);
        firstPath += RunPlan.BLOCK_PATHS;
    }
}
