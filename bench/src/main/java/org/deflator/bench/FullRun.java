package org.deflator.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunTotals;

/**
 * A whole run of the universe, from the bundled files to the summary, and what it took.
 *
 * @param paths paths simulated
 * @param threads threads that simulated them
 * @param seconds wall time
 * @param processorSeconds time of all processors, which others' work lengthens less
 * @param heapBytes most heap in use at once, garbage not yet collected included
 * @param summary what the run says
 */
record FullRun(int paths, int threads, double seconds, double processorSeconds, long heapBytes,
        RunSummary summary) {
    /** Blocks under way or waiting to be added, per thread. */
    private static final int BLOCKS_AHEAD = 2;

    static FullRun of(int paths, int threads) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long processorStart = processorNanoseconds();
        Engine engine = Universe.read().engine(paths);
        RunTotals totals = engine.totals();
        int blocks = new RunPlan(paths, Universe.MONTHS, Universe.SEED, 0).blocks();
        Queue<Future<BlockResult>> underWay = new ArrayDeque<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int block = 0; block < blocks; block++) {
                if (underWay.size() == BLOCKS_AHEAD * threads) {
                    totals.add(result(underWay.remove()));
                }
                int own = block;
                underWay.add(pool.submit(() -> engine.run(own)));
            }
            while (!underWay.isEmpty()) {
                totals.add(result(underWay.remove()));
            }
        }
        RunSummary summary = totals.summary();
        return new FullRun(paths, threads, (System.nanoTime() - start) * 1e-9,
                (processorNanoseconds() - processorStart) * 1e-9, peakHeapBytes(), summary);
    }

    private static BlockResult result(Future<BlockResult> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a block was simulated", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be simulated", e.getCause());
        }
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Sum of the peaks of the heap's parts: at least the peak of their sum. */
    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }
}
