package org.deflator.bench;

import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One benchmark's figures per unit of work.
 *
 * @param label what is measured
 * @param unit one unit of work
 * @param units units of work in one call
 * @param threads threads that called at the same time
 * @param nanoseconds time of one call
 * @param error half the 99.9 % confidence interval of that time; NaN with fewer than three iterations
 * @param bytes allocated in one call
 */
record Measure(String label, String unit, double units, int threads, double nanoseconds,
        double error, double bytes) {
    /** Name that JMH's gc profiler gives to bytes allocated in one call. */
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Reads what JMH measured in mean time. */
    static Measure of(RunResult run, String label, String unit, double units) {
        Result<?> time = run.getPrimaryResult();
        double scale = switch (time.getScoreUnit()) {
            case "ns/op" -> 1;
            case "ms/op" -> 1e6;
            case String other -> throw new IllegalStateException("unexpected unit " + other);
        };
        double bytes = Optional.<Result<?>>ofNullable(run.getSecondaryResults().get(ALLOCATION))
                .map(r -> r.getScore()).orElse(Double.NaN);
        return new Measure(label, unit, units, run.getParams().getThreads(),
                scale * time.getScore(), scale * time.getScoreError(), bytes);
    }

    double nanosecondsPerUnit() {
        return nanoseconds / units;
    }

    /** Half the confidence interval over the time, a fraction. */
    double relativeError() {
        return error / nanoseconds;
    }
}
