package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.Depth;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portfolio, market and plan fix every bit of a result; nothing else does. */
class DeterminismTest {
    private static final Market MARKET = withEveryChannel();

    private static Market withEveryChannel() {
        MarketExample example = new MarketExample();
        example.contagion = MarketExample.contagion(true, true, true, true, true);
        return example.market();
    }

    private static void same(Object actual, Object expected) {
        assertThat(actual).usingRecursiveComparison().withEqualsForType(
                (a, b) -> Double.doubleToLongBits(a) == Double.doubleToLongBits(b), Double.class)
                .isEqualTo(expected);
    }

    @Test
    void theSamePlanTwiceGivesTheSameBits() {
        RunPlan plan = new RunPlan(300, 36, 7, 4);
        same(Simulation.summary(Portfolios.random(1), MARKET, plan),
                Simulation.summary(Portfolios.random(1), MARKET, plan));
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        double one = Simulation.summary(Portfolios.random(1), MARKET, new RunPlan(256, 36, 7, 0)).portfolio()
                .expectedLossUsdM();
        double other =
                Simulation.summary(Portfolios.random(1), MARKET, new RunPlan(256, 36, 8, 0)).portfolio()
                        .expectedLossUsdM();
        assertThat(one).isPositive().isNotEqualTo(other);
    }

    @Test
    void blocksMayRunInAnyOrderOnAnyThread() throws Exception {
        RunPlan plan = new RunPlan(700, 30, 7, 4);
        RunSummary inOrder = Simulation.summary(Portfolios.random(2), MARKET, plan);
        Engine engine = Engine.of(Portfolios.random(2), MARKET, plan);
        List<Future<BlockResult>> blocks = new ArrayList<>(Collections.nCopies(plan.blocks(), null));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int block = plan.blocks() - 1; block >= 0; block--) {
                int mine = block;
                blocks.set(block, threads.submit(() -> engine.run(mine)));
            }
        }
        RunTotals totals = engine.totals();
        for (Future<BlockResult> block : blocks) {
            totals.add(block.get());
        }
        same(totals.summary(), inOrder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theOrderOfTheFileChangesNoBit(int seed) {
        RunPlan plan = new RunPlan(64, 48, 7, 4);
        same(Simulation.summary(shuffled(Portfolios.random(seed), seed), MARKET, plan),
                Simulation.summary(Portfolios.random(seed), MARKET, plan));
    }

    private static Portfolio shuffled(Portfolio book, long seed) {
        Random random = new Random(seed);
        List<Borrower> borrowers = book.borrowers().stream()
                .map(b -> new Borrower(b.id(), b.name(), b.kind(), b.parent(), shuffled(b.sites(), random),
                        shuffled(b.fleets(), random), shuffled(b.contracts(), random),
                        shuffled(b.miners(), random), shuffled(b.dataCentres(), random),
                        b.treasury(), b.costs(), b.equityUsdM(), shuffled(b.debt(), random), b.guarantees(),
                        b.reported()))
                .toList();
        return new Portfolio(book.id(), book.asOf(), shuffled(borrowers, random),
                shuffled(book.offtakers(), random),
                book.unmodelled());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void aPathDoesNotDependOnHowManyPathsRunWithIt() {
        Engine few = Engine.of(Portfolios.random(3), MARKET, new RunPlan(100, 48, 7, 0));
        Engine many = Engine.of(Portfolios.random(3), MARKET, new RunPlan(512, 48, 7, 0));
        many.run(1);
        List<InstrumentPaths> first = few.run(0).instruments();
        List<InstrumentPaths> second = many.run(0).instruments();
        for (int d = 0; d < first.size(); d++) {
            InstrumentPaths all = second.get(d);
            assertThat(first.get(d).lossUsd()).containsExactly(Arrays.copyOf(all.lossUsd(), 100));
            assertThat(first.get(d).exposureUsd()).containsExactly(Arrays.copyOf(all.exposureUsd(), 100));
            assertThat(first.get(d).minDscr()).containsExactly(Arrays.copyOf(all.minDscr(), 100));
            assertThat(first.get(d).cause()).containsExactly(Arrays.copyOf(all.cause(), 100));
            assertThat(first.get(d).covenantMonth()).containsExactly(Arrays.copyOf(all.covenantMonth(), 100));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void inABottomlessMarketAStrangerChangesNothing(int seed) {
        MarketExample example = new MarketExample();
        Depth.State bottomless = new Depth.State(1e30, 0.6, 0.2);
        example.depth = new Depth(bottomless, bottomless, bottomless, 3, 12);
        strangerChangesNothing(seed, example, MarketExample.B200);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16})
    void withoutContagionAStrangerWithTheSameCardsChangesNothing(int seed) {
        MarketExample example = new MarketExample();
        example.contagion = MarketExample.contagion(false, false, false, false, false);
        strangerChangesNothing(seed, example, MarketExample.H100);
    }

    private static void strangerChangesNothing(int seed, MarketExample example, String strangersGpu) {
        RunPlan plan = new RunPlan(128, 48, 7, 0);
        Portfolio alone = Portfolios.group(seed, "m-", MarketExample.H100);
        Portfolio stranger = Portfolios.group(seed + 100, "a-", strangersGpu);
        List<Borrower> all = new ArrayList<>(alone.borrowers());
        all.addAll(stranger.borrowers());
        List<Offtaker> customers = new ArrayList<>(alone.offtakers());
        customers.addAll(stranger.offtakers());
        RunSummary with = Simulation.summary(new Portfolio("random", alone.asOf(), all, customers, List.of()),
                example.market(), plan);
        RunSummary without = Simulation.summary(alone, example.market(), plan);
        Predicate<String> own = id -> id.startsWith("m-");
        same(with.borrowers().stream().filter(b -> own.test(b.id())).toList(), without.borrowers());
        same(with.instruments().stream().filter(i -> own.test(i.borrower())).toList(), without.instruments());
    }
}
