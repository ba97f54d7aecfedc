package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.market.Launch;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots and models: what good ones become, and what is said of bad ones. */
class MarketFileTest {
    private static final Path MODEL = Path.of("src/main/resources/org/deflator/data/market/model.yaml");
    private static final String SNAPSHOT = """
            as_of: 2026-06-30
            source: "https://example.org"
            generations:
              - {id: H100-SXM, launched: 2022-10, system_kw: 1.275, launch_price_usd: 40000, scarcity_beta: 1,
                 site_compatible_share: 0.5, depth_multiple: 1}
            rents:
              - {gpu: H100-SXM, usd_per_gpu_hour: 2.65, quoted: 2026-06-15}
            resale:
              - {gpu: H100-SXM, used_usd: 18000, quoted: 2026-06-04}
            bitcoin_usd: 58500
            network_hash_eh: 900
            fee_btc_per_block: 0.05
            sofr: 0.037
            high_yield_spread_bp: 350
            data_centre_rent_usd_per_kw_month: 150
            histories:
              - {gpu: H100-SXM, label: one-year rent, usd_per_gpu_hour: {2025-10: 1.70, 2026-03: 2.35}}
            """;

    @Test
    void aSnapshotFillsItsRecord() throws IOException {
        MarketSnapshot market = snapshot(SNAPSHOT);
        assertThat(market.generation("H100-SXM").orElseThrow().systemKw()).isEqualTo(1.275);
        assertThat(market.rent("H100-SXM").orElseThrow().usdPerGpuHour()).isEqualTo(2.65);
        assertThat(market.resalePrice("H100-SXM").orElseThrow().usedUsd()).isEqualTo(18000);
        assertThat(market.sofr()).isEqualTo(0.037);
        assertThat(market.histories().getFirst().usdPerGpuHour()).containsEntry(YearMonth.of(2025, 10), 1.70)
                .hasSize(2);
    }

    @Test
    void nothingLaterThanTheAsOfDateEntersASnapshot() throws IOException {
        assertThat(snapshotProblems(SNAPSHOT.replace("quoted: 2026-06-15", "quoted: 2026-07-01")))
                .containsExactly(
                        "snap.yaml:7:53: found a quote of 2026-07-01, expected one not after the as-of date "
                                + "2026-06-30; leave later quotes out");
        assertThat(snapshotProblems(SNAPSHOT.replace("2026-03: 2.35", "2026-07: 2.35")))
                .containsExactly(
                        "snap.yaml:17:61: found a rent of 2026-07, expected none after the as-of date "
                                + "2026-06-30; leave later rents out");
    }

    @Test
    void aQuoteIsOfAKnownGeneration() throws IOException {
        assertThat(snapshotProblems(SNAPSHOT.replace("gpu: H100-SXM, used", "gpu: H100-SMX, used")))
                .containsExactly(
                        "snap.yaml:9:11: found 'H100-SMX', expected a known generation; did you mean"
                                + " 'H100-SXM'?");
    }

    @Test
    void aRateInPercentIsOutOfRange() throws IOException {
        assertThat(snapshotProblems(SNAPSHOT.replace("sofr: 0.037", "sofr: 3.7"))).containsExactly(
                "snap.yaml:13:7: found '3.7', expected a number from -0.02 to 0.25; correct the value");
    }

    @Test
    void theDefaultModelHasTheValuesOfTheModelDocument() {
        MarketModel model = done(BundledUniverse.model()).value();
        assertThat(model.rents().declineMean()).isEqualTo(0.20);
        assertThat(model.rents().monthlyRepriceProbability()).isEqualTo(0.15);
        assertThat(model.launches().launches().getFirst())
                .isEqualTo(new Launch("Rubin", Launch.Kind.MAJOR, YearMonth.of(2026, 9)));
        assertThat(model.launches().meanDelayMonths()).isEqualTo(3);
        assertThat(model.dependence().tight().bitcoinScarcity()).isEqualTo(0.55);
        assertThat(model.depth().stress().unitsPerMonth()).isEqualTo(5000);
        assertThat(model.financing().minerEquity().bitcoin()).isEqualTo(1.2);
        assertThat(model.servicer().outageMonthsMax()).isEqualTo(4);
    }

    @Test
    void everyParameterOfTheDefaultModelHasEvidence() {
        assertThat(done(BundledUniverse.model()).provenance().figures().values())
                .noneMatch(entry -> entry.evidence().equals(ShapeReader.NO_EVIDENCE)).hasSizeGreaterThan(120);
    }

    @Test
    void weightsOfTheDeclineSumToOne() throws IOException {
        assertThat(modelProblems("weight_software: 0.25", "weight_software: 0.35")).singleElement().asString()
                .endsWith("found weights that sum to 1.1, expected the sum 1; "
                        + "correct weight_algorithms, weight_hardware or weight_software");
    }

    @Test
    void correlationsDoNotContradictEachOther() throws IOException {
        assertThat(modelProblems("bitcoin_scarcity: 0.55", "bitcoin_scarcity: -0.9")).singleElement()
                .asString()
                .endsWith(
                        "found correlations that contradict each other, expected a positive definite"
                                + " correlation matrix; bring them closer to 0");
    }

    @Test
    void boundsAreInOrder() throws IOException {
        assertThat(modelProblems("renew_months_min: 12", "renew_months_min: 36")).singleElement().asString()
                .endsWith(
                        "found renew_months_min 36, expected at most renew_months_max, 24; correct one of"
                                + " them");
    }

    @Test
    void degreesOfFreedomAreEven() throws IOException {
        assertThat(modelProblems("degrees_of_freedom: 8", "degrees_of_freedom: 7")).singleElement().asString()
                .contains("found '7', expected one of 0, 2, 4");
    }

    @Test
    void problemsOfBothFilesAreTold(@TempDir Path folder) throws IOException {
        Path snapshot = folder.resolve("snapshot.yaml");
        Files.writeString(snapshot, SNAPSHOT.replace("bitcoin_usd: 58500", "bitcoin_usd: -1"));
        Path model = folder.resolve("model.yaml");
        Files.writeString(model,
                Files.readString(MODEL).replace("weight_software: 0.25", "weight_software: x"));
        assertThat(GoodFile.problems(MarketFile.read(snapshot, model))).hasSize(2);
    }

    @Test
    void aMarketOfTwoGoodFilesKeepsBothEvidences(@TempDir Path folder) throws IOException {
        Path snapshot = folder.resolve("snapshot.yaml");
        Files.writeString(snapshot, SNAPSHOT);
        LoadedMarket market = done(MarketFile.read(snapshot, MODEL));
        assertThat(market.provenance().figures()).containsKeys("snapshot.rents.H100-SXM.usd_per_gpu_hour",
                "snapshot.histories.0.usd_per_gpu_hour.2025-10", "model.depth.stress.units_per_month");
    }

    @Test
    void aCardThatTheMarketDoesNotRentIsFoundInThePortfolio() throws IOException {
        LoadedPortfolio loaded = GoodFile.load(GoodFile.text());
        List<Problem> problems = PortfolioFile.problemsIn(loaded, snapshot(SNAPSHOT));
        assertThat(problems).extracting(Problem::toString)
                .containsExactly("book.yaml:99:25: found 'B200-SXM', expected a "
                        + "gpu with a rent in the market snapshot of 2026-06-30; there are H100-SXM");
    }

    @Test
    void aSnapshotOfTheFutureDoesNotFitAPortfolio() throws IOException {
        LoadedPortfolio loaded =
                GoodFile.load(Files.readString(Shipped.archetype("ig-spv")).replace("as_of: 2026-06-30",
                        "as_of: 2026-05-31"));
        assertThat(PortfolioFile.problemsIn(loaded, snapshot(SNAPSHOT))).extracting(Problem::toString)
                .containsExactly(
                        "book.yaml:4:8: found the as-of date 2026-05-31, expected one not before the market "
                                + "snapshot of 2026-06-30; take an earlier snapshot");
    }

    @Test
    void shippedFilesHaveNoProblems() throws IOException {
        for (Path file : Shipped.portfolios()) {
            assertThat(GoodFile.problems(PortfolioFile.read(file))).as(file.toString()).isEmpty();
        }
        for (Path file : Shipped.snapshots()) {
            assertThat(GoodFile.problems(MarketFile.read(file, MODEL))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void theBundledSnapshotIsTheLatestNotAfterTheDate() throws IOException {
        for (Path file : Shipped.snapshots()) {
            String date = file.getFileName().toString().substring("snapshot-".length()).replace(".yaml", "");
            LocalDate asOf = LocalDate.parse(date);
            assertThat(done(BundledUniverse.snapshot(asOf.plusDays(5))).value().asOf()).isEqualTo(asOf);
        }
        assertThat(GoodFile.problems(BundledUniverse.snapshot(LocalDate.of(2001, 1, 31)))).containsExactly(
                "org/deflator/data/market: found no bundled market snapshot at or before 2001-01-31,"
                        + " expected one; name a snapshot file of your own");
    }

    private static MarketSnapshot snapshot(String text) throws IOException {
        return done(MarketFile.readSnapshot("snap.yaml", stream(text))).value();
    }

    private static List<String> snapshotProblems(String text) throws IOException {
        return GoodFile.problems(MarketFile.readSnapshot("snap.yaml", stream(text)));
    }

    private static List<String> modelProblems(String good, String bad) throws IOException {
        String text = Files.readString(MODEL);
        assertThat(text).contains(good);
        return GoodFile.problems(MarketFile.readModel("model.yaml", stream(text.replace(good, bad))));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) -> throw new AssertionError(problems.toString());
        };
    }
}
