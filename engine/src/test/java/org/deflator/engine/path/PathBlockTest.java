package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deflator.engine.random.StudentT;
import org.deflator.model.market.Dependence;
import org.junit.jupiter.api.Test;

class PathBlockTest {
    private static final double QUOTE = 2.35;

    @Test
    void withoutNoiseAndLaunchesTheRentFallsExponentially() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.20, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.4, 0.0, 0.9);
        example.launches = MarketExample.noLaunches();
        PathBlock block = started(example, 8);
        for (int month = 0; month < 36; month++) {
            block.advance(month);
            double expected = QUOTE * Math.pow(0.8, (month + 1) / 12.0);
            assertThat(block.rentUsdPerGpuHour(0)[7]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void theRentStartsAtTheQuoteWhateverTheScarcity() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.20, 0.1, 0.4, 0.55, -0.3, 0.4, 1.0, 0.4, 0.05, 0.9);
        PathBlock block = started(example, 8);
        assertThat(block.rentUsdPerGpuHour(0)[5]).isCloseTo(QUOTE, within(1e-12));
        assertThat(block.resaleUsd(0)[5]).isCloseTo(14_000, within(1e-6));
    }

    @Test
    void meanRentIsTheClosedFormOfALognormal() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.20, 0.0, 0.4, 0.4, 0.0, 0.2, 1.0, 0.4, 0.0, 0.9);
        example.launches = MarketExample.noLaunches();
        double median = QUOTE * Math.exp(-0.2) * Math.pow(0.8, 2);
        double expected = RentPath.expectedUsd(median, 1.0, 0.2, 0.0, 0.9, 0.4, 2.0);
        double[] rents = new double[40 * 256];
        run(example, 24, rents, block -> block.rentUsdPerGpuHour(0));
        assertWithinFourErrors(rents, expected);
    }

    @Test
    void meanBitcoinIsTheProductOfTheRegimeMatrices() {
        double[] prices = new double[80 * 256];
        run(new MarketExample(), 12, prices, PathBlock::bitcoinUsd);
        double growth = CryptoPath.expectedGrowth(0.03, 0.10, false, 0.30, -0.40, 12);
        // CRYPTO-08 of oracles/model_oracles.csv.
        assertThat(growth).isCloseTo(1.2624879464270045, within(1e-12));
        assertWithinFourErrors(prices, 90_784 * growth);
    }

    @Test
    void jointTailOfBitcoinAndScarcityInTheTightRegimeIsThatOfTheCopula() {
        MarketExample example = new MarketExample();
        Dependence.Copula tight = example.dependence.tight();
        example.dependence = new Dependence(0.0, 0.0, true, example.dependence.calm(), tight);
        PathBlock block = started(example, 256);
        double q = 0.05;
        double threshold = -1.6448536269514722;
        int joint = 0;
        int single = 0;
        int draws = 0;
        for (int first = 0; first < 40 * 256; first += 256) {
            block.start(3, first, 256);
            for (int month = 0; month < 12; month++) {
                block.advance(month);
                for (int i = 0; i < 256; i++) {
                    boolean bitcoinLow = block.factorNormal(0)[i] < threshold;
                    joint += bitcoinLow && block.factorNormal(1)[i] < threshold ? 1 : 0;
                    single += bitcoinLow ? 1 : 0;
                    draws++;
                }
            }
        }
        double expected = StudentT.jointLowerTail(q, 0.55, 4);
        // CORR-12 of oracles/model_oracles.csv.
        assertThat(expected).isCloseTo(0.018445509359962312, within(1e-5));
        assertShare(joint, draws, expected);
        assertShare(single, draws, q);
    }

    @Test
    void theShareOfTightMonthsTendsToTheStationaryOne() {
        double[] tight = new double[80 * 256];
        run(new MarketExample(), 96, tight, PathBlock::tight);
        assertWithinFourErrors(tight, 3.0 / 13.0);
    }

    @Test
    void monthZeroRunsInTheRegimeOfTheAsOfDate() {
        MarketExample example = new MarketExample();
        example.dependence =
                new Dependence(1.0, 1.0, false, example.dependence.calm(), example.dependence.tight());
        PathBlock block = started(example, 2);
        block.advance(0);
        assertThat(block.tight()).containsOnly(0.0);
        block.advance(1);
        assertThat(block.tight()).containsOnly(1.0);
    }

    @Test
    void aPathIsTheSameInEveryBlock() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100, MarketExample.B200);
        PathBlock whole = new PathBlock(plan, 256);
        PathBlock half = new PathBlock(plan, 128);
        whole.start(11, 0, 256);
        half.start(11, 128, 128);
        for (int month = 0; month < 60; month++) {
            whole.advance(month);
            half.advance(month);
        }
        assertSecondHalf(whole.rentUsdPerGpuHour(1), half.rentUsdPerGpuHour(1));
        assertSecondHalf(whole.resaleUsd(0), half.resaleUsd(0));
        assertSecondHalf(whole.bitcoinUsd(), half.bitcoinUsd());
        assertSecondHalf(whole.networkHashEh(), half.networkHashEh());
        assertSecondHalf(whole.creditSpread(), half.creditSpread());
        assertSecondHalf(whole.funding(), half.funding());
        assertSecondHalf(whole.tight(), half.tight());
        assertSecondHalf(whole.annualDecline(), half.annualDecline());
        assertSecondHalf(whole.factorNormal(3), half.factorNormal(3));
    }

    @Test
    void addingAGenerationLeavesTheOthersUntouched() {
        PathBlock one = new PathBlock(new MarketExample().plan(MarketExample.H100), 16);
        PathBlock two = new PathBlock(new MarketExample().plan(MarketExample.H100, MarketExample.B200), 16);
        one.start(11, 0, 16);
        two.start(11, 0, 16);
        for (int month = 0; month < 30; month++) {
            one.advance(month);
            two.advance(month);
        }
        assertThat(two.rentUsdPerGpuHour(1)).containsExactly(one.rentUsdPerGpuHour(0));
    }

    @Test
    void aBlockUsedAgainForgetsItsPast() {
        PathBlock block = new PathBlock(new MarketExample().plan(MarketExample.H100), 16);
        block.start(1, 0, 16);
        block.advance(0);
        double[] first = block.rentUsdPerGpuHour(0).clone();
        double[] firstPrice = block.resaleUsd(0).clone();
        block.start(2, 512, 16);
        block.advance(0);
        assertThat(block.rentUsdPerGpuHour(0)).isNotEqualTo(first);
        block.start(1, 0, 16);
        block.advance(0);
        assertThat(block.rentUsdPerGpuHour(0)).isEqualTo(first);
        assertThat(block.resaleUsd(0)).isEqualTo(firstPrice);
    }

    @Test
    void fastReversionMakesScarcityVanish() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.20, 0.0, 0.4, 0.55, 0.0, 0.4, 1.0, 0.4, 0.0, 1e9);
        PathBlock block = started(example, 64);
        block.advance(0);
        for (double x : block.scarcity()) {
            assertThat(x).isCloseTo(0.0, within(1e-3));
        }
    }

    @Test
    void withoutARampALaunchIsAJump() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.20, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.9);
        PathBlock block = new PathBlock(example.plan(MarketExample.H100).median(), 1);
        block.start(1, 0, 1);
        double continuous = Math.exp(Math.log(0.8) * 0.65 / 12.0);
        double before = block.rentUsdPerGpuHour(0)[0];
        int jumps = 0;
        for (int month = 0; month < 36; month++) {
            block.advance(month);
            double step = block.rentUsdPerGpuHour(0)[0] / before / continuous;
            before = block.rentUsdPerGpuHour(0)[0];
            if (Math.abs(step - 1) > 1e-12) {
                assertThat(step).isBetween(0.5, 0.99);
                jumps++;
            }
        }
        // Rubin, Trainium4, Rubin Ultra, Feynman: three months of mean delay leave all four inside three years.
        assertThat(jumps).isEqualTo(4);
    }

    @Test
    void launchesBringNothingWhereRentsRise() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(-0.05, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.4, 0.0, 0.9);
        PathBlock block = started(example, 4);
        for (int month = 0; month < 36; month++) {
            block.advance(month);
        }
        assertThat(block.rentUsdPerGpuHour(0)[2]).isCloseTo(QUOTE * Math.pow(1.05, 3), within(1e-12));
    }

    @Test
    void theRentNeverFallsBelowWhatMakesTheMarginalOwnerLeave() {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(0.49, 0.0, 0.4, 0.55, -0.3, 0.0, 1.0, 0.4, 0.05, 0.9);
        double[] rents = new double[256];
        run(example, 120, rents, block -> block.rentUsdPerGpuHour(0));
        double exit = 1.275 * (1.25 * 0.08 + 0.5 * 150 / 730);
        assertThat(Arrays.stream(rents).min().orElseThrow()).isEqualTo(exit, within(1e-12));
    }

    @Test
    void declinesAreDrawnWithinTheirBoundsAroundTheirMean() {
        double[] declines = new double[80 * 256];
        run(new MarketExample(), 1, declines, PathBlock::annualDecline);
        assertThat(Arrays.stream(declines).min().orElseThrow()).isGreaterThanOrEqualTo(-0.10);
        assertThat(Arrays.stream(declines).max().orElseThrow()).isLessThanOrEqualTo(0.50);
        assertWithinFourErrors(declines, 0.20);
    }

    @Test
    void monthsCannotBeSkipped() {
        PathBlock block = started(new MarketExample(), 2);
        assertThatThrownBy(() -> block.advance(1)).hasMessageContaining("month 1 after month -1");
    }

    @Test
    void creditIsWiderAndFundingTighterInTheTightRegime() {
        MarketExample example = new MarketExample();
        example.dependence =
                new Dependence(0.0, 0.0, true, example.dependence.calm(), example.dependence.tight());
        double[] spreads = new double[40 * 256];
        run(example, 120, spreads, block -> logs(block.creditSpread()));
        assertWithinFourErrors(spreads, Math.log(0.075));
        double[] funding = new double[40 * 256];
        run(example, 120, funding, PathBlock::funding);
        assertWithinFourErrors(funding, -1.5);
    }

    private interface Column {
        double[] of(PathBlock block);
    }

    private static double[] logs(double[] column) {
        return Arrays.stream(column).map(Math::log).toArray();
    }

    private static PathBlock started(MarketExample example, int paths) {
        PathBlock block = new PathBlock(example.plan(MarketExample.H100), paths);
        block.start(3, 0, paths);
        return block;
    }

    /** Fills {@code out} with a column at the end of {@code months}, 256 paths at a time. */
    private static void run(MarketExample example, int months, double[] out, Column column) {
        PathBlock block = new PathBlock(example.plan(MarketExample.H100), 256);
        for (int first = 0; first < out.length; first += 256) {
            block.start(7, first, 256);
            for (int month = 0; month < months; month++) {
                block.advance(month);
            }
            System.arraycopy(column.of(block), 0, out, first, 256);
        }
    }

    private static void assertWithinFourErrors(double[] sample, double expected) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / (sample.length - 1);
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / sample.length)));
    }

    private static void assertShare(int hits, int draws, double expected) {
        double error = Math.sqrt(expected * (1 - expected) / draws);
        assertThat(hits / (double) draws).isCloseTo(expected, within(4 * error));
    }

    private static void assertSecondHalf(double[] whole, double[] half) {
        assertThat(Arrays.copyOfRange(whole, 128, 256)).containsExactly(half);
    }
}
