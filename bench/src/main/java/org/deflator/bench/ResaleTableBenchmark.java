package org.deflator.bench;

import java.util.concurrent.TimeUnit;
import org.deflator.engine.path.MarketPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What has to be worked out once before the first path: a table of used prices per generation owned. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResaleTableBenchmark {
    private final Universe book = Universe.read();

    /** Builds the tables of all generations of the book over 120 months. */
    @Benchmark
    public void build(Blackhole sink) {
        MarketPlan plan = book.marketPlan();
        for (int g = 0; g < plan.generations(); g++) {
            sink.consume(plan.resale(g));
        }
    }
}
