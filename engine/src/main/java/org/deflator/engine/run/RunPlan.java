package org.deflator.engine.run;

import org.deflator.model.base.Check;
import org.deflator.model.base.Timeline;

/**
 * How to simulate. Together with portfolio and market it fixes every bit of the result; the number of threads does not
 * enter.
 *
 * @param paths number of paths
 * @param months horizon, months
 * @param seed seed of all random numbers
 * @param sampledPaths the first so many paths keep their full cash ledger and every covenant test
 */
public record RunPlan(int paths, int months, long seed, int sampledPaths) {
    /** Paths that are simulated together; the unit of threads and of checkpoints. */
    public static final int BLOCK_PATHS = 256;

    public RunPlan {
        Check.between(paths, 1, 100_000_000, "paths");
        Check.between(months, 1, Timeline.MAX_MONTHS, "horizon");
        Check.between(sampledPaths, 0, 256, "sampled paths");
    }

    /** Number of blocks. */
    public int blocks() {
        return (paths + BLOCK_PATHS - 1) / BLOCK_PATHS;
    }

    /** Number of paths in block {@code block}: full, except perhaps the last. */
    public int pathsIn(int block) {
        return Math.min(BLOCK_PATHS, paths - block * BLOCK_PATHS);
    }
}
