package org.deflator.engine.path;

import java.util.Arrays;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.RegimeChain;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.Dependence;

/**
 * The macro regime, calm or tight: a Markov chain in months (MODEL 4.2). Month 0 runs in the regime of the as-of date;
 * each later month draws its regime from that of the month before.
 */
public final class RegimePath {
    private static final long STREAM = Stream.of("regime");

    private final Dependence dependence;
    private final boolean switches;
    private final double[] tight;
    private final double[] uniform;
    private final CounterRandom.Scratch scratch;

    private long seed;
    private long firstPath;
    private int paths;

    RegimePath(Dependence dependence, boolean switches, int size) {
        this.dependence = dependence;
        this.switches = switches;
        this.tight = new double[size];
        this.uniform = new double[size];
        this.scratch = new CounterRandom.Scratch(size);
    }

    /** Long-run share of months in the tight regime; the starting regime for ever if it never changes. */
    public static double stationaryTight(Dependence dependence) {
        if (dependence.toTight() + dependence.toCalm() == 0.0) {
            return dependence.startsTight() ? 1.0 : 0.0;
        }
        return RegimeChain.stationaryTight(dependence.toTight(), dependence.toCalm());
    }

    void start(long seed, long firstPath, int paths) {
        this.seed = seed;
        this.firstPath = firstPath;
        this.paths = paths;
        Arrays.fill(tight, 0, paths, dependence.startsTight() ? 1.0 : 0.0);
    }

    void advance(int month) {
        if (month == 0 || !switches) {
            return;
        }
        CounterRandom.uniforms(seed, STREAM, month, firstPath, scratch, uniform, paths);
        RegimeChain.step(uniform, dependence.toTight(), dependence.toCalm(), tight, paths);
    }

    double[] tight() {
        return tight;
    }
}
