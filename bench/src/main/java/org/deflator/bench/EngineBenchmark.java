package org.deflator.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One block of 256 paths of the universe over 120 months, from first random number to histograms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
    /** Blocks differ in how many borrowers default: the mean of several is measured. */
    private static final int BLOCKS = 16;

    private final Engine engine = Universe.read().engine(BLOCKS * RunPlan.BLOCK_PATHS);
    private final AtomicInteger next = new AtomicInteger();

    /** Simulates the next block. */
    @Benchmark
    public BlockResult block() {
        return engine.run(Math.floorMod(next.getAndIncrement(), BLOCKS));
    }
}
