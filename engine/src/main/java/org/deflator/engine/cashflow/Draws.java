package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.engine.random.CounterRandom;

/** Where events of borrowers and customers get their uniforms: from a seed, or all at one half for the base case. */
public final class Draws {
    private final boolean median;
    private final CounterRandom.Scratch scratch;
    private long seed;
    private long firstPath;

    private Draws(boolean median, int size) {
        this.median = median;
        scratch = new CounterRandom.Scratch(size);
    }

    /** Random draws for blocks of at most {@code size} paths; call {@link #start} before each block. */
    public static Draws random(int size) {
        return new Draws(false, size);
    }

    /** All uniforms are one half: what is likelier than not happens. */
    public static Draws median() {
        return new Draws(true, 1);
    }

    /** The block whose paths begin at {@code newFirstPath}. */
    public void start(long newSeed, long newFirstPath) {
        seed = newSeed;
        firstPath = newFirstPath;
    }

    /** One uniform per path for a stream and month. */
    public void uniforms(long stream, int month, double[] out, int paths) {
        if (median) {
            Arrays.fill(out, 0, paths, 0.5);
        } else {
            CounterRandom.uniforms(seed, stream, month, firstPath, scratch, out, paths);
        }
    }

    /** Two independent uniforms per path. */
    public void uniformPairs(long stream, int month, double[] first, double[] second, int paths) {
        if (median) {
            Arrays.fill(first, 0, paths, 0.5);
            Arrays.fill(second, 0, paths, 0.5);
        } else {
            CounterRandom.uniformPairs(seed, stream, month, firstPath, scratch, first, second, paths);
        }
    }
}
