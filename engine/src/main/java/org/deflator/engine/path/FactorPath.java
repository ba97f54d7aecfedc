package org.deflator.engine.path;

import static org.deflator.model.market.Dependence.FACTORS;

import java.util.Arrays;
import org.deflator.engine.random.Correlator;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.Normal;
import org.deflator.engine.random.Stream;
import org.deflator.engine.random.StudentT;
import org.deflator.model.market.Dependence;

/**
 * The month's standard normals of the four systematic factors, joined by the t copula of the month's regime (MODEL
 * 4.2): {@code Y = sqrt(nu/W) L eps} with one W for all factors, {@code z = Phi^-1(t_nu(Y))}.
 *
 * <p>A correlation matrix that is not positive definite is replaced by the nearest one that is (Higham 2002).
 */
public final class FactorPath {
    private static final double EIGENVALUE_MIN = 1e-6;
    private static final long[] STREAMS = {Stream.of("factor", "bitcoin"), Stream.of("factor", "scarcity"),
            Stream.of("factor", "spread"), Stream.of("factor", "funding")};

    private final boolean moves;
    private final double[][] calmFactor;
    private final double[][] tightFactor;
    private final int calmDegrees;
    private final int tightDegrees;
    private final long[] tailStreams;

    private final double[][] normal;
    private final double[][] tailUniform;
    private final double[][] lanes;
    private final double[][] laneTail;
    private final double[] laneNormal;
    private final double[] scale;
    private final double[] uniform;
    private final CounterRandom.Scratch scratch;
    private final int[] laneOf;

    private long seed;
    private long firstPath;
    private int paths;

    FactorPath(Dependence dependence, boolean moves, int size) {
        this.moves = moves;
        this.calmFactor = factor(dependence.calm());
        this.tightFactor = factor(dependence.tight());
        this.calmDegrees = dependence.calm().degreesOfFreedom();
        this.tightDegrees = dependence.tight().degreesOfFreedom();
        this.tailStreams = new long[Math.max(calmDegrees, tightDegrees) / 2];
        for (int j = 0; j < tailStreams.length; j++) {
            tailStreams[j] = Stream.of("factor-tail", "common", j);
        }
        this.normal = new double[FACTORS][size];
        this.tailUniform = new double[tailStreams.length][size];
        this.lanes = new double[FACTORS][size];
        this.laneTail = new double[tailStreams.length][size];
        this.laneNormal = new double[size];
        this.scale = new double[size];
        this.uniform = new double[size];
        this.scratch = new CounterRandom.Scratch(size);
        this.laneOf = new int[size];
    }

    private static double[][] factor(Dependence.Copula copula) {
        return Correlator.cholesky(Correlator.nearestCorrelation(copula.matrix(), EIGENVALUE_MIN));
    }

    void start(long seed, long firstPath, int paths) {
        this.seed = seed;
        this.firstPath = firstPath;
        this.paths = paths;
        for (double[] column : normal) {
            Arrays.fill(column, 0, paths, 0.0);
        }
    }

    void advance(int month, double[] tight) {
        if (!moves) {
            return;
        }
        for (int f = 0; f < FACTORS; f++) {
            CounterRandom.uniforms(seed, STREAMS[f], month, firstPath, scratch, uniform, paths);
            Normal.fromUniforms(uniform, normal[f], paths);
        }
        for (int j = 0; j < tailStreams.length; j++) {
            CounterRandom.uniforms(seed, tailStreams[j], month, firstPath, scratch, tailUniform[j], paths);
        }
        join(lanesWith(tight, 0.0), calmFactor, calmDegrees);
        join(lanesWith(tight, 1.0), tightFactor, tightDegrees);
    }

    /** Collects the paths of a regime, so that each path goes through its own copula only; returns their count. */
    private int lanesWith(double[] tight, double regime) {
        int count = 0;
        for (int i = 0; i < paths; i++) {
            if (tight[i] == regime) {
                laneOf[count++] = i;
            }
        }
        return count;
    }

    private void join(int count, double[][] cholesky, int degrees) {
        for (int f = 0; f < FACTORS; f++) {
            gather(normal[f], lanes[f], count);
        }
        Correlator.apply(cholesky, lanes, lanes, count);
        boolean tailed = degrees > 0 && count > 0;
        if (tailed) {
            for (int j = 0; j < degrees / 2; j++) {
                gather(tailUniform[j], laneTail[j], count);
            }
            StudentT.mixing(laneTail, degrees, scale, count);
        }
        for (int f = 0; f < FACTORS; f++) {
            double[] joined = lanes[f];
            if (tailed) {
                for (int i = 0; i < count; i++) {
                    joined[i] *= scale[i];
                }
                StudentT.toNormal(joined, degrees, uniform, laneNormal, count);
                joined = laneNormal;
            }
            for (int i = 0; i < count; i++) {
                normal[f][laneOf[i]] = joined[i];
            }
        }
    }

    private void gather(double[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[laneOf[i]];
        }
    }

    double[] normal(int f) {
        return normal[f];
    }
}
