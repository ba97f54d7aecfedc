package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Gauge;
import org.deflator.model.market.MarketShock.Start;
import org.junit.jupiter.api.Test;

/** A shock moves the middle of what chance brings, by what is written, from the month that is written. */
class PathShocksTest {
    private static final int PATHS = 64;
    private static final int MONTHS = 24;
    /** The tenth month of the timeline, which begins with July 2026. */
    private static final YearMonth APRIL_2027 = YearMonth.of(2027, 4);
    private static final int APRIL = 9;
    private static final double LAST_BITS = 1e-12;

    private final MarketExample example = new MarketExample();

    @Test
    void aShockAtADateMultipliesEveryPathsRentFromThatMonthOn() {
        double[][] plain = run(List.of(), PathShocksTest::h100);
        double[][] shocked = run(List.of(at(new Effect.RentTimes(Optional.empty(), 0.6), 0)),
                PathShocksTest::h100);
        for (int month = 0; month < MONTHS; month++) {
            for (int i = 0; i < PATHS; i++) {
                double expected = plain[month][i] * (month < APRIL ? 1 : 0.6);
                double floor = exitUsd();
                assertThat(shocked[month][i]).isCloseTo(Math.max(expected, floor), within(LAST_BITS));
            }
        }
    }

    @Test
    void aRampComesInEqualLogStepsAndAnEndingTakesItAllBack() {
        MarketShock shock = new MarketShock(new Start.At(APRIL_2027), new Effect.BitcoinTimes(0.5), 4,
                OptionalInt.of(6));
        double[][] plain = run(List.of(), PathBlock::bitcoinUsd);
        double[][] shocked = run(List.of(shock), PathBlock::bitcoinUsd);
        double[] shares = {Math.pow(0.5, 0.25), Math.pow(0.5, 0.5), Math.pow(0.5, 0.75), 0.5, 0.5, 0.5, 1};
        for (int k = 0; k < shares.length; k++) {
            assertThat(shocked[APRIL + k][7] / plain[APRIL + k][7]).isCloseTo(shares[k], within(1e-9));
        }
        assertThat(shocked[APRIL - 1][7]).isEqualTo(plain[APRIL - 1][7]);
    }

    @Test
    void factorsCompoundAndAddedBasisPointsComeOnTop() {
        double[][] plain = run(List.of(), PathBlock::creditSpread);
        double[][] shocked = run(List.of(at(new Effect.SpreadTimes(2), 0), at(new Effect.SpreadTimes(1.5), 0),
                at(new Effect.SpreadPlus(0.03), 0)), PathBlock::creditSpread);
        assertThat(shocked[APRIL][3]).isCloseTo(3 * plain[APRIL][3] + 0.03, within(LAST_BITS));
    }

    @Test
    void aShockOnOneGenerationLeavesTheOthersTheirBits() {
        MarketShock shock = at(new Effect.RentTimes(Optional.of(MarketExample.B200), 0.5), 0);
        assertThat(run(List.of(shock), PathShocksTest::h100))
                .isDeepEqualTo(run(List.of(), PathShocksTest::h100));
        assertThat(run(List.of(shock), PathBlock::bitcoinUsd))
                .isDeepEqualTo(run(List.of(), PathBlock::bitcoinUsd));
    }

    @Test
    void whatAConditionSetsOffBeginsTheMonthAfterItHeldLongEnoughAndOnlyThere() {
        Start.When wide = new Start.When(new Gauge.CreditSpreadBp(), true, 400, 3);
        MarketShock shock =
                new MarketShock(wide, new Effect.BitcoinTimes(0.5), 0, OptionalInt.empty());
        double[][] spread = run(List.of(), PathBlock::creditSpread);
        double[][] plain = run(List.of(), PathBlock::bitcoinUsd);
        double[][] shocked = run(List.of(shock), PathBlock::bitcoinUsd);
        int fired = 0;
        for (int i = 0; i < PATHS; i++) {
            int begins = MONTHS;
            for (int month = 2; month < MONTHS && begins == MONTHS; month++) {
                boolean held = Math.min(spread[month][i],
                        Math.min(spread[month - 1][i], spread[month - 2][i])) > 0.04;
                begins = held ? month + 1 : MONTHS;
            }
            fired += begins < MONTHS ? 1 : 0;
            for (int month = 0; month < MONTHS; month++) {
                assertThat(shocked[month][i] / plain[month][i])
                        .isCloseTo(month < begins ? 1 : 0.5, within(1e-9));
            }
        }
        assertThat(fired).isStrictlyBetween(PATHS / 10, PATHS);
    }

    @Test
    void depthAndRefinancingAreTouchedOnlyWhileTheirShocksLast() {
        MarketShock thin = new MarketShock(new Start.At(APRIL_2027), new Effect.DepthTimes(0.25), 2,
                OptionalInt.of(3));
        MarketShock closed = new MarketShock(new Start.At(APRIL_2027), new Effect.RefinancingCloses(), 0,
                OptionalInt.of(2));
        double[][] depth = run(List.of(thin, closed), block -> block.shocks().depthFactor());
        double[][] closure = run(List.of(thin, closed), block -> block.shocks().refinancingClosed());
        assertThat(column(depth, APRIL - 1, APRIL + 4)).containsExactly(new double[]{1, 0.5, 0.25, 0.25, 1},
                within(LAST_BITS));
        assertThat(column(closure, APRIL - 1, APRIL + 4)).containsExactly(0, 1, 1, 0, 0);
    }

    private static double[] column(double[][] months, int from, int to) {
        return Arrays.stream(months, from, to).mapToDouble(month -> month[PATHS - 1]).toArray();
    }

    private static double[] h100(PathBlock block) {
        return block.rentUsdPerGpuHour(1);
    }

    private double exitUsd() {
        return example.usage.exitUsdPerGpuHour(example.market().snapshot().generations().getFirst());
    }

    private static MarketShock at(Effect effect, int rampMonths) {
        return new MarketShock(new Start.At(APRIL_2027), effect, rampMonths, OptionalInt.empty());
    }

    private double[][] run(List<MarketShock> shocks, Function<PathBlock, double[]> column) {
        MarketPlan plan = MarketPlan.of(example.market().with(shocks), MarketExample.TIMELINE,
                MarketExample.owned(MarketExample.H100, MarketExample.B200));
        assertThat(plan.gpuIds().get(1)).isEqualTo(MarketExample.H100);
        PathBlock block = new PathBlock(plan, PATHS);
        block.start(5, 0, PATHS);
        double[][] months = new double[MONTHS][];
        for (int month = 0; month < MONTHS; month++) {
            block.advance(month);
            months[month] = column.apply(block).clone();
        }
        return months;
    }
}
