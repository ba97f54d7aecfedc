package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.model.base.Check;
import org.deflator.model.base.Provenance;

/**
 * Simulates the blocks of a run on several threads, keeps each on disk as it is done, and merges them in
 * index order. Never more than twice as many blocks as threads are in memory. The number of threads, kills
 * and resumptions change no bit of the result.
 */
public final class SimulationRun {
    /** Told while the run goes on; called on the thread that runs. */
    public interface Observer {
        /** So many paths are merged. */
        void pathsDone(int paths);

        /** Something the user should know, a sentence. */
        void note(String sentence);
    }

    private final RunDirectory directory;
    private final RunPlan plan;
    private final Simulation simulation;
    private final int threads;

    /** A run on {@code threads} threads. */
    public SimulationRun(RunDirectory directory, Simulation simulation, int threads) {
        this.directory = directory;
        this.plan = directory.manifest().plan();
        this.simulation = simulation;
        this.threads = Check.between(threads, 1, 4096, "threads");
    }

    /**
     * Runs to the end and writes the results. Interrupted or failed, it leaves a folder that can be resumed.
     *
     * @param figures evidence of the inputs, kept with the results
     */
    public RunSummary execute(Provenance figures, Observer observer)
            throws IOException, InterruptedException {
        directory.sweep();
        try (ResultTables tables = ResultTables.create(directory.path(), simulation)) {
            merge(tables, observer);
            RunSummary summary = simulation.summary().get();
            tables.write(summary, figures);
            directory.finish(summary);
            return summary;
        }
    }

    private void merge(ResultTables tables, Observer observer) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads,
                task -> Thread.ofPlatform().name("block").daemon().unstarted(task));
        try {
            Queue<Future<Fetched>> window = new ArrayDeque<>();
            int started = 0;
            int done = 0;
            for (int block = 0; block < plan.blocks(); block++) {
                for (; started < plan.blocks() && window.size() < 2 * threads; started++) {
                    int next = started;
                    window.add(pool.submit(() -> fetch(next)));
                }
                Fetched fetched = outcome(window.remove());
                fetched.note().ifPresent(observer::note);
                simulation.merge().accept(fetched.result());
                tables.add(fetched.result());
                done += fetched.result().paths();
                observer.pathsDone(done);
            }
        } finally {
            pool.shutdownNow();
            // Waits: a block being written is whole or gone before anybody opens the folder again.
            pool.close();
        }
    }

    private record Fetched(BlockResult result, Optional<String> note) {}

    private Fetched fetch(int block) throws IOException {
        Path file = directory.blockFile(block);
        Optional<String> note = Optional.empty();
        if (Files.exists(file)) {
            Optional<BlockResult> kept = BlockFile.read(file, directory.manifest().runKey());
            if (kept.isPresent()) {
                return new Fetched(kept.get(), note);
            }
            note = Optional.of("block file " + file + " is damaged or of another run: computed again");
        }
        BlockResult result = simulation.simulate().apply(block);
        directory.keep(result);
        return new Fetched(result, note);
    }

    private static Fetched outcome(Future<Fetched> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
