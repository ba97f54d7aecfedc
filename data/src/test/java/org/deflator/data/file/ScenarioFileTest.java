package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Outcome;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Gauge;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.portfolio.Instrument;
import org.junit.jupiter.api.Test;

/** Scenario files: what good ones do to model, market and book, and what is said of bad ones, and where. */
class ScenarioFileTest {
    private static final Path MODEL = Path.of("src/main/resources/org/deflator/data/market/model.yaml");
    private static final Path FOLDER = Path.of("src/main/resources/org/deflator/data/scenario");
    private static final String HEAD = "scenario: trial\ndescription: A trial.\n";

    @Test
    void aLaterSettingReplacesAnEarlierOneAndShocksAddUp() throws IOException {
        Scenarios both = scenarios("""
                set: {rents.decline_mean: 0.30, rents.decline_sd: 0}
                shocks: [{type: bitcoin, at: 2027-01, multiply_by: 0.5}]
                """, """
                set: {rents.decline_mean: 0.40}
                shocks: [{type: depth, after_months: 3, multiply_by: 0.1}]
                """);
        MarketModel model = model(both);
        assertThat(model.rents().declineMean()).isEqualTo(0.40);
        assertThat(model.rents().declineSd()).isZero();
        assertThat(both.shocks()).containsExactly(
                new MarketShock(new Start.At(YearMonth.of(2027, 1)), new Effect.BitcoinTimes(0.5), 0,
                        OptionalInt.empty()),
                new MarketShock(new Start.After(3), new Effect.DepthTimes(0.1), 0, OptionalInt.empty()));
        Scenarios turned = new Scenarios(both.all().reversed());
        assertThat(model(turned).rents().declineMean()).isEqualTo(0.30);
    }

    @Test
    void everyKindOfShockIsRead() throws IOException {
        assertThat(scenarios("""
                shocks:
                  - {type: rent, gpu: H100-SXM, when: rent_usd_per_gpu_hour.H100-SXM < 1.5, multiply_by: 0.6,
                     ramp_months: 6, months: 12}
                  - {type: credit_spread, when: credit_spread_bp > 800 for 2 months, add_bp: 300}
                  - {type: credit_spread, at: 2027-01, multiply_by: 2}
                  - {type: data_centre_rent, at: 2027-01, multiply_by: 0.8}
                  - {type: offtaker_default, at: 2027-01, offtaker: openai}
                  - {type: refinancing_closed, at: 2027-01, months: 12}
                """).shocks()).extracting(MarketShock::effect).containsExactly(
                new Effect.RentTimes(Optional.of("H100-SXM"), 0.6), new Effect.SpreadPlus(0.03),
                new Effect.SpreadTimes(2), new Effect.DataCentreRentTimes(0.8),
                new Effect.OfftakerFails(Optional.of("openai")), new Effect.RefinancingCloses());
        assertThat(scenarios("shocks: [{type: credit_spread, when: credit_spread_bp > 800 for 2 months,"
                + " add_bp: 300}]\n").shocks().getFirst().start())
                .isEqualTo(new Start.When(new Gauge.CreditSpreadBp(), true, 800, 2));
    }

    @Test
    void settingsReachIntoListsOfTheBookAndOfTheCalendar() throws IOException {
        assertThat(model(scenarios("set: {launches.launches.Feynman.scheduled: 2030-01}\n")).launches()
                .launches())
                .anySatisfy(launch -> {
                    assertThat(launch.id()).isEqualTo("Feynman");
                    assertThat(launch.scheduled()).isEqualTo(YearMonth.of(2030, 1));
                });
        Scenarios long10 = scenarios("set_portfolio: {borrowers.*.debt.*:term_loan.maturity: 2036-06-30}\n");
        LoadedPortfolio book = done(PortfolioFile.read("book.yaml",
                stream(Files.readString(Shipped.archetype("ig-spv"))), PartSource.none(),
                org.deflator.model.portfolio.Perimeter.FROZEN, long10));
        List<Instrument> debt =
                book.portfolio().borrowers().stream().flatMap(b -> b.debt().stream()).toList();
        assertThat(debt).anyMatch(i -> i instanceof Instrument.TermLoan)
                .allMatch(i -> !(i instanceof Instrument.TermLoan)
                        || i.terms().maturity().equals(LocalDate.of(2036, 6, 30)));
    }

    @Test
    void aReplacedFigureTellsWhereItComesFrom() throws IOException {
        Scenarios trial = scenarios("assumed: true\nreason: a trial\nset: {rents.decline_mean: 0.30}\n");
        assertThat(evidence(loaded(trial)))
                .isEqualTo(new Evidence.Assumed("a trial"));
        Scenarios sourced = scenarios(
                "set:\n  rents.decline_mean: {value: 0.30, source: \"https://example.org\"}\n");
        assertThat(evidence(loaded(sourced)))
                .isEqualTo(new Evidence.Sourced("https://example.org"));
    }

    @Test
    void aWrongSettingIsToldAtItsPlaceInTheScenario() throws IOException {
        assertThat(modelProblems("set: {rents.decline_mean: 3}\n")).containsExactly(
                "trial.yaml:3:27: found '3', expected a number from -1 to 0.95; correct the value");
        assertThat(modelProblems("set: {rents.decline_meen: 0.3}\n")).singleElement().asString()
                .startsWith("trial.yaml:3:7: found unknown key 'decline_meen', expected a key of rents")
                .endsWith("did you mean 'decline_mean'?");
        assertThat(modelProblems("set: {rent.decline_mean: 0.3}\n")).containsExactly(
                "trial.yaml:3:7: found the path 'rent.decline_mean', expected a path into model.yaml; "
                        + "did you mean 'rents'?");
        assertThat(modelProblems("set: {launches.launches.Rubn.scheduled: 2026-08}\n")).containsExactly(
                "trial.yaml:3:7: found the path 'launches.launches.Rubn.scheduled', expected a path into"
                        + " model.yaml; did you mean 'Rubin'?");
        assertThat(modelProblems("set: {rents.decline_mean: 0.9}\n")).containsExactly(
                "trial.yaml:3:27: found decline_mean 0.9, expected at most decline_max, 0.6; correct one of them");
    }

    @Test
    void aPathThatNoItemHasIsToldWhileAnAsteriskMayStandForNothing() throws IOException {
        assertThat(bookProblems("set_portfolio: {borrowers.*.debtt.*.maturity: 2036-06-30}\n"))
                .singleElement()
                .asString().startsWith("trial.yaml:3:17: found the path 'borrowers.*.debtt.*.maturity'")
                .endsWith("did you mean 'debt'?");
        assertThat(bookProblems("set_portfolio: {borrowers.*.debt.*:bond.maturity: 2036-06-30}\n")).isEmpty();
        assertThat(bookProblems("set_portfolio: {borrower.*.name: x}\n")).singleElement().asString()
                .endsWith("did you mean 'borrowers'?");
    }

    private static List<String> bookProblems(String body) throws IOException {
        return GoodFile.problems(PortfolioFile.read("book.yaml",
                stream(Files.readString(Shipped.archetype("ig-spv"))), PartSource.none(),
                org.deflator.model.portfolio.Perimeter.FROZEN, scenarios(body)));
    }

    @Test
    void aWrongShockIsToldAtItsPlace() throws IOException {
        assertThat(problems("shocks: [{type: rents, at: 2027-01, multiply_by: 0.5}]\n")).singleElement()
                .asString().startsWith("trial.yaml:3:17: found 'rents', expected one of rent, bitcoin")
                .endsWith("did you mean 'rent'?");
        assertThat(problems("shocks: [{type: credit_spread, at: 2027-01, add_pct: 3}]\n")).anySatisfy(
                problem -> assertThat(problem).startsWith("trial.yaml:3:45: found unknown key 'add_pct'"));
        assertThat(problems("shocks: [{type: bitcoin, at: 2027-01, multiply_by: 50%}]\n")).containsExactly(
                "trial.yaml:3:52: found '50%', expected a number greater than 0; "
                        + "write a bare number; its unit is in the key");
        assertThat(problems("shocks: [{type: bitcoin, multiply_by: 0.5}]\n")).containsExactly(
                "trial.yaml:3:10: found a shock without a beginning, expected one of at, after_months, when; "
                        + "add at: 2027-01 or after_months: 6");
        assertThat(problems("shocks: [{type: bitcoin, at: 2027-01, when: scarcity < 0, multiply_by: 0.5}]\n"))
                .containsExactly(
                        "trial.yaml:3:10: found at and when, expected one of at, after_months, when; "
                                + "remove all but one");
    }

    @Test
    void aWrongConditionIsToldAtItsPlace() throws IOException {
        assertThat(problems("shocks: [{type: bitcoin, when: spread is wide, multiply_by: 0.5}]\n"))
                .containsExactly("trial.yaml:3:32: found 'spread is wide', expected a condition such as"
                        + " credit_spread_bp > 800 for 2 months; write GAUGE > NUMBER or GAUGE < NUMBER, and"
                        + " for N months if it must hold longer");
        assertThat(problems("shocks: [{type: bitcoin, when: credit_spread > 8, multiply_by: 0.5}]\n"))
                .singleElement().asString().startsWith("trial.yaml:3:32: found the gauge 'credit_spread'")
                .endsWith("did you mean 'credit_spread_bp'?");
        assertThat(problems("shocks: [{type: bitcoin, when: rent_usd_per_gpu_hour < 1, multiply_by: 0.5}]\n"))
                .singleElement().asString().endsWith("name the generation, as in"
                        + " rent_usd_per_gpu_hour.H100-SXM");
    }

    @Test
    void aShockMustFitTheBookAndTheMarketItBefalls() throws IOException {
        LoadedPortfolio book = GoodFile.load(Files.readString(Shipped.archetype("ig-spv")));
        LoadedMarket market = done(BundledUniverse.market(book.portfolio().asOf()));
        Scenarios wrong = scenarios("""
                shocks:
                  - {type: rent, gpu: H100, at: 2027-01, multiply_by: 0.6}
                  - {type: rent, at: 2020-01, multiply_by: 0.6}
                  - {type: offtaker_default, at: 2027-01, offtaker: nobody}
                """);
        assertThat(wrong.problemsIn(book.portfolio(), market.market().snapshot()))
                .extracting(Object::toString)
                .satisfiesExactly(
                        gpu -> assertThat(gpu).startsWith("trial.yaml:4:23: found 'H100'"),
                        month -> assertThat(month).startsWith("trial.yaml:5:22: found the month 2020-01"),
                        who -> assertThat(who).startsWith("trial.yaml:6:53: found 'nobody'"));
    }

    @Test
    void everyBundledScenarioIsListedAndFitsTheBundledModel() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(BundledScenarios.all());
        }
        for (String name : BundledScenarios.all()) {
            LoadedScenario scenario = done(BundledScenarios.read(name));
            assertThat(scenario.scenario().id()).isEqualTo(name);
            Scenarios alone = new Scenarios(List.of(scenario));
            assertThat(GoodFile.problems(read(alone))).as(name).isEmpty();
            assertThat(loaded(alone).provenance().figures().values())
                    .as(name).noneMatch(entry -> entry.evidence().equals(ShapeReader.NO_EVIDENCE));
        }
    }

    private static Scenarios scenarios(String... bodies) throws IOException {
        return new Scenarios(Arrays.stream(bodies).map(ScenarioFileTest::scenario).toList());
    }

    private static LoadedScenario scenario(String body) {
        try {
            return done(ScenarioFile.read("trial.yaml", stream(HEAD + body)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> problems(String body) throws IOException {
        return GoodFile.problems(ScenarioFile.read("trial.yaml", stream(HEAD + body)));
    }

    private static List<String> modelProblems(String body) throws IOException {
        return GoodFile.problems(read(scenarios(body)));
    }

    private static Outcome<MarketFile.Loaded<MarketModel>> read(Scenarios scenarios) throws IOException {
        return MarketFile.readModel("model.yaml", stream(Files.readString(MODEL)), scenarios);
    }

    private static MarketFile.Loaded<MarketModel> loaded(Scenarios scenarios) throws IOException {
        return done(read(scenarios));
    }

    private static Evidence evidence(MarketFile.Loaded<MarketModel> model) {
        return Objects.requireNonNull(model.provenance().figures().get("rents.decline_mean")).evidence();
    }

    private static MarketModel model(Scenarios scenarios) throws IOException {
        return loaded(scenarios).value();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.problems().toString());
        };
    }
}
