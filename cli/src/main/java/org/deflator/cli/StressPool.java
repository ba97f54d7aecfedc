package org.deflator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.StressSample;

/** Runs the blocks of samples on several threads, one sample after the other. */
final class StressPool implements AutoCloseable {
    private final ExecutorService threads;
    private final RunPlan plan;
    private final Bar bar;
    private int done;

    StressPool(int threads, RunPlan plan, Bar bar) {
        this.threads = Executors.newFixedThreadPool(threads,
                task -> Thread.ofPlatform().name("block").daemon().unstarted(task));
        this.plan = plan;
        this.bar = bar;
    }

    /** All blocks of a sample. */
    void run(StressSample sample) throws InterruptedException {
        List<Future<?>> blocks = new ArrayList<>();
        for (int block = 0; block < plan.blocks(); block++) {
            int next = block;
            blocks.add(threads.submit(() -> sample.run(next)));
        }
        for (int block = 0; block < blocks.size(); block++) {
            try {
                blocks.get(block).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a block failed", e.getCause());
            }
            done += plan.pathsIn(block);
            bar.pathsDone(done);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
