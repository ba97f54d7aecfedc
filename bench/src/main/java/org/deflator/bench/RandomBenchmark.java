package org.deflator.bench;

import java.util.concurrent.TimeUnit;
import org.deflator.engine.random.Correlator;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.Normal;
import org.deflator.engine.random.StudentT;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.Dependence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Random numbers on a column of 256 paths. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RandomBenchmark {
    /** Factors of the market: bitcoin, scarcity, credit, funding. */
    static final int FACTORS = 4;

    private static final int PATHS = RunPlan.BLOCK_PATHS;

    private final Dependence.Copula copula = Universe.read().market().model().dependence().tight();
    private final double[][] cholesky =
            Correlator.cholesky(Correlator.nearestCorrelation(copula.matrix(), 1e-8));
    private final double[][] normals = new double[FACTORS][PATHS];
    private final double[][] tail = new double[copula.degreesOfFreedom() / 2][PATHS];
    private final double[] uniforms = new double[PATHS];
    private final double[] scale = new double[PATHS];
    private final double[] scratch = new double[PATHS];
    private final CounterRandom.Scratch columns = new CounterRandom.Scratch(PATHS);
    private int month;

    private void fill(int stream, double[] out) {
        CounterRandom.uniforms(Universe.SEED, stream, month, 0, columns, out, PATHS);
    }

    private void nextMonth() {
        month = (month + 1) % Universe.MONTHS;
    }

    /** One column of uniforms. */
    @Benchmark
    public double[] uniform() {
        nextMonth();
        fill(0, uniforms);
        return uniforms;
    }

    /** One column of standard normals. */
    @Benchmark
    public double[] normal() {
        nextMonth();
        fill(0, uniforms);
        Normal.fromUniforms(uniforms, normals[0], PATHS);
        return normals[0];
    }

    /** The factor step of one month: four correlated normals with the joint tails of Student's t. */
    @Benchmark
    public double[][] factorStep() {
        nextMonth();
        for (int f = 0; f < FACTORS; f++) {
            fill(f, uniforms);
            Normal.fromUniforms(uniforms, normals[f], PATHS);
        }
        Correlator.apply(cholesky, normals, normals, PATHS);
        for (int j = 0; j < tail.length; j++) {
            fill(FACTORS + j, tail[j]);
        }
        StudentT.mixing(tail, copula.degreesOfFreedom(), scale, PATHS);
        for (double[] column : normals) {
            for (int i = 0; i < PATHS; i++) {
                column[i] *= scale[i];
            }
            StudentT.toNormal(column, copula.degreesOfFreedom(), uniforms, scratch, PATHS);
            System.arraycopy(scratch, 0, column, 0, PATHS);
        }
        return normals;
    }
}
