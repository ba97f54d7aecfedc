package org.deflator.data.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.BorrowerMeasure;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.Histogram;
import org.deflator.engine.run.InstrumentPaths;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.TestRow;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;
import org.deflator.model.portfolio.Rank;

/** A simulation of two made-up loans whose every figure is random but fixed by seed and path. */
final class FakeRun {
    static final RunPlan PLAN = new RunPlan(900, 6, 7, 2);

    private final AtomicInteger simulated = new AtomicInteger();
    private final IntConsumer before;
    private final List<BlockResult> merged = new ArrayList<>();
    private double lossUsd;

    FakeRun() {
        this(block -> {});
    }

    /** {@code before} is told of each block before it is simulated, and may throw. */
    FakeRun(IntConsumer before) {
        this.before = before;
    }

    int simulated() {
        return simulated.get();
    }

    List<BlockResult> merged() {
        return merged;
    }

    Simulation simulation() {
        return new Simulation(index -> {
            before.accept(index);
            simulated.incrementAndGet();
            return block(index);
        }, this::merge, this::summary, List.of("loan-a", "loan-b"),
                Map.of("loan-a", List.of("DSCR >= 1.35x"), "loan-b", List.of("LTV <= 80%")));
    }

    private void merge(BlockResult block) {
        merged.add(block);
        for (InstrumentPaths instrument : block.instruments()) {
            for (double usd : instrument.lossUsd()) {
                lossUsd += usd; // in floating point, so the order of blocks shows
            }
        }
    }

    static BlockResult block(int index) {
        SplittableRandom random = new SplittableRandom(PLAN.seed() * 1000 + index);
        int paths = PLAN.pathsIn(index);
        List<InstrumentPaths> instruments = List.of(instrument(paths, random), instrument(paths, random));
        Histogram[][][] measures = new Histogram[1][BorrowerMeasure.values().length][PLAN.months()];
        for (BorrowerMeasure measure : BorrowerMeasure.values()) {
            Histogram[] months = Arrays.stream(new int[PLAN.months()]).mapToObj(m -> measure.histogram())
                    .toArray(Histogram[]::new);
            measures[0][List.of(BorrowerMeasure.values()).indexOf(measure)] = months;
            Arrays.stream(months).forEach(h -> random.doubles(paths, -1, 9).forEach(h::add));
        }
        Histogram[][] rents = {{new Histogram(0.1, 0.7)}};
        rents[0][0].add(0.3);
        List<LedgerRow> ledger = index > 0
                ? List.of()
                : List.of(new LedgerRow(0, 0, "north", "contract revenue", 1e6 / 3),
                        new LedgerRow(1, 5, "north", "interest loan-a", -0.1));
        List<TestRow> tests = index > 0
                ? List.of()
                : List.of(new TestRow(0, 3, "loan-a", "DSCR >= 1.35x", Double.NaN, 1.35, 0.1, "kept"));
        return new BlockResult(index, paths, instruments, measures, rents, new Histogram[][]{{}},
                new int[][]{{1, 2}},
                ledger, tests, List.of(new CascadeRow(index, 2, 1, "north", "missed payment")));
    }

    private static InstrumentPaths instrument(int paths, SplittableRandom random) {
        InstrumentPaths instrument = InstrumentPaths.none(paths);
        for (int path = 0; path < paths; path++) {
            if (random.nextInt(10) == 0) {
                instrument.paymentMonth()[path] = (short) random.nextInt(6);
                instrument.covenantMonth()[path] = 1;
                instrument.cause()[path] = (byte) random.nextInt(6);
                instrument.firstBreach()[path] = 0;
                instrument.exposureUsd()[path] = random.nextDouble(1e9);
                instrument.recoveryUsd()[path] = random.nextDouble(1e8);
                instrument.lossUsd()[path] = instrument.exposureUsd()[path] - instrument.recoveryUsd()[path];
                instrument.minDscr()[path] = random.nextDouble();
            }
        }
        return instrument;
    }

    private RunSummary summary() {
        double[] fan = {0.1, Double.NaN, 1.0 / 3};
        var months = new RunSummary.Fan(fan, fan, fan, fan, fan, fan);
        var borrower = new RunSummary.BorrowerSummary("north", "North Compute", Optional.of("parent"), months,
                months,
                months, months, fan, fan, fan, fan,
                List.of(new RunSummary.CovenantLine("event of default", 1.15)),
                Optional.of(new RunSummary.LandlordSummary(months, months)));
        var instrument = new RunSummary.InstrumentSummary("loan-a", "Loan \"A\"", "north", "term loan",
                Rank.SENIOR_SECURED, 900, 0,
                List.of(new RunSummary.Pd(DefaultDefinition.PAYMENT, fan, fan)), OptionalDouble.of(0.4),
                lossUsd / 1e6,
                0.5, OptionalDouble.empty(), OptionalDouble.of(1.2), OptionalDouble.of(0.7),
                OptionalDouble.empty(), OptionalDouble.of(2.1), OptionalDouble.empty(),
                Optional.of(new RunSummary.FirstBreach("DSCR >= 1.35x", 0.2)), Optional.empty());
        return new RunSummary("made-up", LocalDate.of(2026, 6, 30), PLAN,
                new RunSummary.PortfolioTotals(900, 10, lossUsd / 1e6, 1, 2, 3, Double.NaN, fan),
                List.of(borrower),
                List.of(instrument), List.of(new RunSummary.GenerationSummary("H100-SXM", months, months)),
                List.of(new Unmodelled("north", "swap", "Swap", 5, "no terms published",
                        "https://example.com/10-Q")),
                List.of(new LeftOut("north", "next", "debt", 700, 0)));
    }
}
