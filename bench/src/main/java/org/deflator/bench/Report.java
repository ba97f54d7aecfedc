package org.deflator.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One table of what the engine costs, all of it measured in one run so that ratios hold on a busy machine too, and
 * one real run against the target: {@value #TARGET_PATHS} paths of the universe over ten years in less than
 * {@value #TARGET_SECONDS} seconds and {@value #TARGET_MIB} MiB on two cores. Nothing here passes or fails:
 * times depend on the machine.
 */
final class Report {
    static final int TARGET_PATHS = 20_000;
    static final int TARGET_SECONDS = 60;
    static final int TARGET_MIB = 2048;

    private static final int THREADS = 2;
    private static final int WARMUPS = 3;
    private static final int ITERATIONS = 5;
    /** A block takes a fifth of a second and more: an iteration should hold several. */
    private static final int BLOCK_ITERATION_SECONDS = 3;
    private static final double MIB = 1 << 20;

    private Report() {}

    /** Measures and prints. */
    public static void main(String[] args) throws RunnerException, IOException {
        FullRun full = FullRun.of(TARGET_PATHS, THREADS);
        long residentKib = peakResidentKib();
        print(System.out, measures(), full, residentKib);
    }

    private static List<Measure> measures() throws RunnerException {
        Engine engine = Universe.read().engine(RunPlan.BLOCK_PATHS);
        double columns = (double) Universe.MONTHS * RunPlan.BLOCK_PATHS;
        double instruments = engine.instrumentIds().size() * columns;
        double generations = engine.gpuIds().size() * columns;
        double normals = (double) RandomBenchmark.FACTORS * RunPlan.BLOCK_PATHS;
        double tables = (Universe.MONTHS + 1.0) * engine.gpuIds().size();
        String instrument = "instrument, month, path";
        List<Measure> all = new ArrayList<>();
        all.add(Measure.of(jmh("RandomBenchmark.factorStep", 1, 1), "factor step", "factor, path", normals));
        all.add(Measure.of(jmh("RandomBenchmark.uniform", 1, 1), "uniforms", "number", RunPlan.BLOCK_PATHS));
        all.add(Measure.of(jmh("RandomBenchmark.normal", 1, 1), "normals", "number", RunPlan.BLOCK_PATHS));
        all.add(Measure.of(jmh("MarketBenchmark.paths", 1, 1), "market", "generation, month, path",
                generations));
        all.add(Measure.of(jmh("MarketBenchmark.pathsAndPrices", 1, 1), "market and used prices",
                "generation, month, path", generations));
        all.add(Measure.of(jmh("EngineBenchmark.block", 1, BLOCK_ITERATION_SECONDS), "block, 1 thread",
                instrument, instruments));
        all.add(Measure.of(jmh("EngineBenchmark.block", THREADS, BLOCK_ITERATION_SECONDS),
                "block, " + THREADS + " threads", instrument,
                instruments));
        all.add(Measure.of(jmh("ResaleTableBenchmark.build", 1, 1), "resale tables", "generation, month",
                tables));
        return all;
    }

    private static RunResult jmh(String benchmark, int threads, int seconds) throws RunnerException {
        System.err.println("measuring " + benchmark + (threads > 1 ? " on " + threads + " threads" : ""));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote("org.deflator.bench." + benchmark) + "$").threads(threads).forks(1)
                .warmupIterations(WARMUPS).warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(seconds)).addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        return new Runner(options.build()).runSingle();
    }

    private static void print(PrintStream out, List<Measure> measures, FullRun full, long residentKib) {
        double reference = measures.getFirst().nanosecondsPerUnit();
        out.println("| measure | ns | per | error | ratio | ms a call | KiB allocated a call |");
        out.println("|---|---:|---|---:|---:|---:|---:|");
        for (Measure m : measures) {
            out.printf(Locale.ROOT, "| %s | %.1f | %s | %.0f %% | %.2f | %.3f | %.1f |%n", m.label(),
                    m.nanosecondsPerUnit(), m.unit(), 100 * m.relativeError(),
                    m.nanosecondsPerUnit() / reference,
                    1e-6 * m.nanoseconds(), m.bytes() / 1024);
        }
        out.println();
        int blocks = Math.ceilDiv(TARGET_PATHS, RunPlan.BLOCK_PATHS);
        for (Measure m : measures) {
            if (m.label().startsWith("block")) {
                out.printf(Locale.ROOT, "%,d paths by the time of a block, threads: %d: %.1f s%n",
                        TARGET_PATHS,
                        m.threads(), 1e-9 * m.nanoseconds() * blocks / m.threads());
            }
        }
        out.printf(Locale.ROOT,
                "%,d paths of the universe, %d months, %d threads, cold, from file to summary: "
                        + "%.1f s, %.1f s of processor time (target: under %d s on two cores)%n",
                full.paths(), Universe.MONTHS, full.threads(), full.seconds(), full.processorSeconds(),
                TARGET_SECONDS);
        String resident =
                residentKib > 0 ? Math.round(residentKib / 1024.0) + " MiB" : "not told by this system";
        out.printf(Locale.ROOT, "most heap in use, garbage included: %.0f MiB; most memory resident: %s "
                + "(target: under %d MiB)%n", full.heapBytes() / MIB, resident, TARGET_MIB);
        out.printf(Locale.ROOT, "mean loss of the book on these paths: %.1f USD m; %d processors; Java %s%n",
                full.summary().portfolio().expectedLossUsdM(), Runtime.getRuntime().availableProcessors(),
                Runtime.version());
    }

    /** This process's most resident memory so far, from Linux; 0 elsewhere. */
    private static long peakResidentKib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElse(0);
    }
}
