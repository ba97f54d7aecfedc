package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.deflator.engine.path.MarketPlan;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.PairedDifference;
import org.deflator.engine.study.StressResult;
import org.deflator.engine.study.StressSample;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.scenario.Lens;
import org.deflator.model.scenario.Mechanism;
import org.junit.jupiter.api.Test;

/** What the bundled switches and lenses do to the market, and to a book that hangs on the mechanism. */
class MechanismSwitchTest {
    private static final int FIVE_YEARS = 60;
    private static final double LAST_BITS = 1e-12;

    @Test
    void withoutDeflationTheBaseCaseRentStaysAtItsQuoteAndTheLensOfRealEstateLetsItRise() throws IOException {
        Market flat = market(Mechanism.DEFLATION.withoutId());
        Market rising = market(Lens.INFRASTRUCTURE.scenarioId());
        List<String> gpus = flat.snapshot().rents().stream().map(quote -> quote.gpu()).toList();
        assertThat(gpus).hasSizeGreaterThan(3);
        for (String gpu : gpus) {
            double quote = flat.snapshot().rent(gpu).orElseThrow().usdPerGpuHour();
            assertThat(medianRent(flat, gpu)).isCloseTo(quote, within(quote * LAST_BITS));
            assertThat(medianRent(rising, gpu))
                    .isCloseTo(quote * Math.pow(1.02, 5), within(quote * 1e-9));
        }
        assertThat(medianRent(market(Lens.FULL.scenarioId()), "H100-SXM"))
                .isLessThan(0.5 * flat.snapshot().rent("H100-SXM").orElseThrow().usdPerGpuHour());
    }

    @Test
    void withoutCorrelationTheRegimeStaysCalmAndBitcoinKnowsNothingOfCards() throws IOException {
        Market apart = market(Mechanism.CORRELATION.withoutId());
        PathBlock block =
                started(MarketPlan.of(apart, timeline(apart), new TreeSet<>(List.of("H100-SXM"))), 2048);
        double sum = 0;
        for (int month = 0; month < FIVE_YEARS; month++) {
            block.advance(month);
            for (int i = 0; i < 2048; i++) {
                assertThat(block.tight()[i]).isZero();
                sum += block.factorNormal(0)[i] * block.factorNormal(1)[i];
            }
        }
        double draws = 2048.0 * FIVE_YEARS;
        assertThat(sum / draws).isCloseTo(0, within(4 / Math.sqrt(draws)));
    }

    @Test
    void eachMechanismContributesToTheLossOfABookThatHangsOnIt() throws IOException {
        assertThat(fall("sub-ig-spv", Mechanism.DEFLATION).expectedLossUsdM())
                .satisfies(this::isClearlyLower);
        assertThat(fall("sub-ig-spv", Mechanism.OFFTAKER).expectedLossUsdM()).satisfies(this::isClearlyLower);
        assertThat(fall("sub-ig-spv", Mechanism.DEPTH).expectedLossUsdM()).satisfies(this::isClearlyLower);
        assertThat(fall("sub-ig-spv", Mechanism.CONTAGION).expectedLossUsdM())
                .satisfies(this::isClearlyLower);
        assertThat(fall("miner-pivot", Mechanism.CORRELATION).expectedLossUsdM())
                .satisfies(this::isClearlyLower);
    }

    @Test
    void debtThatIsAlwaysLentAnewDefaultsLessOften() throws IOException {
        assertThat(fall("miner-pivot", Mechanism.TENOR).defaultedShare()).satisfies(this::isClearlyLower);
    }

    @Test
    void thePremiumMovesNoPhysicalResult() throws IOException {
        PairedDifference same = fall("sub-ig-spv", Mechanism.PREMIUM).expectedLossUsdM();
        assertThat(same.difference()).isZero();
        assertThat(same.standardError()).isZero();
    }

    private void isClearlyLower(PairedDifference difference) {
        assertThat(difference.difference()).isLessThan(-3 * difference.standardError());
    }

    /** From the whole model to the one without the mechanism. */
    private static StressResult fall(String archetype, Mechanism mechanism) throws IOException {
        return StressResult.of(sample(archetype, Lens.FULL.scenarioId()),
                sample(archetype, mechanism.withoutId()));
    }

    private static StressSample sample(String archetype, String scenario) throws IOException {
        Scenarios scenarios = scenarios(scenario);
        Portfolio book =
                GoodFile.load(java.nio.file.Files.readString(Shipped.archetype(archetype))).portfolio();
        RunPlan plan = new RunPlan(512, 120, 1, 0);
        StressSample sample = StressSample.of(scenario, book, market(scenarios), plan);
        sample.run(0);
        sample.run(1);
        return sample;
    }

    private static double medianRent(Market market, String gpu) {
        MarketPlan plan = MarketPlan.of(market, timeline(market), new TreeSet<>(List.of(gpu))).median();
        PathBlock block = started(plan, 1);
        for (int month = 0; month < FIVE_YEARS; month++) {
            block.advance(month);
        }
        return block.rentUsdPerGpuHour(0)[0];
    }

    private static PathBlock started(MarketPlan plan, int paths) {
        PathBlock block = new PathBlock(plan, paths);
        block.start(1, 0, paths);
        return block;
    }

    private static Timeline timeline(Market market) {
        return new Timeline(market.snapshot().asOf(), FIVE_YEARS);
    }

    private static Market market(String scenario) throws IOException {
        return market(scenarios(scenario));
    }

    private static Market market(Scenarios scenarios) throws IOException {
        BundledUniverse.BundledFile model = BundledUniverse.modelFile();
        Portfolio book = done(BundledUniverse.portfolio(Perimeter.FROZEN)).portfolio();
        return scenarios.disturb(done(MarketFile.together(BundledUniverse.snapshot(book.asOf()),
                MarketFile.readModel(model.name(), new ByteArrayInputStream(model.bytes()), scenarios))))
                .market();
    }

    private static Scenarios scenarios(String... names) throws IOException {
        List<LoadedScenario> loaded = new ArrayList<>();
        for (String name : names) {
            loaded.add(done(BundledScenarios.read(name)));
        }
        return new Scenarios(loaded);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.problems().toString());
        };
    }
}
