package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.Explanation;
import org.deflator.data.file.LoadedMarket;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.PartSource;
import org.deflator.data.file.Place;
import org.deflator.data.file.PortfolioFile;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunTotals;
import org.deflator.engine.run.SummaryFigure;
import org.deflator.engine.run.SummarySubject;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Perimeter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An input figure is changed where it stands in its file, and the book is simulated again: only those results may
 * change whose explanation names the figure.
 */
class ChangedFigureTest {
    private static final Path BOOK = Path.of("src/test/resources/books/five-groups.yaml");
    /** A landlord of data centres, who is added to them. */
    private static final Path LANDLORD = Path.of("../examples/archetypes/data-centre-landlord.yaml");
    /** Enough for every mechanism to act, and few enough to simulate once for each figure. */
    private static final RunPlan PLAN = new RunPlan(128, 60, 1, 0);

    private static Texts texts = new Texts("", "", "");
    private static Map<String, String> before = Map.of();
    private static Map<String, SortedSet<String>> explained = Map.of();

    /** The three files as text. */
    private record Texts(String book, String snapshot, String model) {
        Optional<LoadedPortfolio> portfolio() {
            return done(() -> PortfolioFile.read("book", stream(book), PartSource.none(),
                    Perimeter.FROZEN));
        }

        Optional<LoadedMarket> market() {
            return done(() -> MarketFile.together(MarketFile.readSnapshot("snapshot", stream(snapshot)),
                    MarketFile.readModel("model", stream(model))));
        }

        /** The same files with {@code value} where {@code old} stood. */
        Texts with(Place place, String old, String value) {
            return switch (place.file()) {
                case "book" -> new Texts(replaced(book, place, old, value), snapshot, model);
                case "snapshot" -> new Texts(book, replaced(snapshot, place, old, value), model);
                default -> new Texts(book, snapshot, replaced(model, place, old, value));
            };
        }

        private static String replaced(String text, Place place, String old, String value) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            String line = lines.get(place.line() - 1);
            int from = line.indexOf(old, place.column() - 1);
            assertThat(from).as("%s in %s", old, line).isNotNegative();
            lines.set(place.line() - 1,
                    line.substring(0, from) + value + line.substring(from + old.length()));
            return String.join("\n", lines) + "\n";
        }

        private static ByteArrayInputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private interface Reading<T> {
        Outcome<T> read() throws IOException;
    }

    private static <T> Optional<T> done(Reading<T> reading) {
        try {
            return reading.read() instanceof Outcome.Done<T>(T value) ? Optional.of(value) : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void simulateAsItIs() throws IOException {
        BundledUniverse.BundledFile snapshot =
                BadInput.require(BundledUniverse.snapshotFile(LocalDate.of(2026, 6, 30)));
        texts = new Texts(together(Files.readString(BOOK), Files.readString(LANDLORD)),
                new String(snapshot.bytes(), StandardCharsets.UTF_8),
                new String(BundledUniverse.modelFile().bytes(), StandardCharsets.UTF_8));
        RunSummary summary = summary(texts).orElseThrow();
        before = results(summary);
        LoadedPortfolio book = texts.portfolio().orElseThrow();
        LoadedMarket world = texts.market().orElseThrow();
        Map<String, SortedSet<String>> named = new TreeMap<>();
        figures(summary).forEach(figure -> named.put(name(figure),
                Explanation.of(book, world, figure).inputs().stream().map(Explanation.Input::figure)
                        .collect(Collectors.toCollection(TreeSet::new))));
        explained = named;
    }

    private static Stream<SummaryFigure> figures(RunSummary summary) {
        return SummarySubject.of(summary).stream().flatMap(subject -> subject.figures().stream());
    }

    private static String name(SummaryFigure figure) {
        return figure.subject().id() + " " + figure.metric().name();
    }

    /** The customers and borrowers of both books. */
    private static String together(String book, String other) {
        String list = "\nborrowers:\n";
        String customers = other.substring(other.indexOf("  - id:"), other.indexOf(list) + 1);
        String borrowers = other.substring(other.indexOf(list) + list.length());
        return book.replace(list, "\n" + customers + list.substring(1)) + borrowers;
    }

    /** Every figure of the summary as its bits. */
    private static SortedMap<String, String> results(RunSummary summary) {
        return figures(summary).collect(Collectors.toMap(ChangedFigureTest::name,
                figure -> figure.value() + " " + figure.standardError(), (one, _) -> one, TreeMap::new));
    }

    /** The results of the files; empty if they are refused. */
    private static Optional<RunSummary> summary(Texts files) {
        Optional<LoadedPortfolio> book = files.portfolio();
        Optional<LoadedMarket> world = files.market();
        if (book.isEmpty() || world.isEmpty()) {
            return Optional.empty();
        }
        Engine engine = Engine.of(book.get().portfolio(), world.get().market(), PLAN);
        RunTotals totals = engine.totals();
        for (int block = 0; block < PLAN.blocks(); block++) {
            totals.add(engine.run(block));
        }
        return Optional.of(totals.summary());
    }

    /** {@code subject metric} of all results that change when {@code figure} does. */
    private static SortedSet<String> changed(String figure, String to) {
        Provenance.Entry entry = Objects.requireNonNull(figures().get(figure), figure);
        Place place = Objects.requireNonNull(places().get(figure), figure);
        return difference(summary(texts.with(place, entry.value(), to)).orElseThrow());
    }

    private static SortedSet<String> difference(RunSummary summary) {
        SortedMap<String, String> after = results(summary);
        SortedSet<String> changed = new TreeSet<>();
        before.forEach((result, value) -> {
            if (!value.equals(after.get(result))) {
                changed.add(result);
            }
        });
        return changed;
    }

    private static SortedMap<String, Provenance.Entry> figures() {
        SortedMap<String, Provenance.Entry> figures = new TreeMap<>();
        texts.portfolio().orElseThrow().provenance().figures()
                .forEach((path, entry) -> figures.put("portfolio." + path, entry));
        texts.market().orElseThrow().provenance().figures()
                .forEach((path, entry) -> figures.put("market." + path, entry));
        return figures;
    }

    private static SortedMap<String, Place> places() {
        SortedMap<String, Place> places = new TreeMap<>();
        texts.portfolio().orElseThrow().places().forEach((path, at) -> places.put("portfolio." + path, at));
        texts.market().orElseThrow().places().forEach((path, at) -> places.put("market." + path, at));
        return places;
    }

    private static SortedSet<String> explainedBy(String figure) {
        SortedSet<String> results = new TreeSet<>();
        explained.forEach((result, figures) -> {
            if (figures.contains(figure)) {
                results.add(result);
            }
        });
        return results;
    }

    @Test
    void noFigureChangesAResultWhoseExplanationDoesNotNameIt() {
        SortedMap<String, Place> places = places();
        List<String> idle = Collections.synchronizedList(new ArrayList<>());
        List<String> unexplained = figures().entrySet().parallelStream().flatMap(each -> {
            String figure = each.getKey();
            SortedSet<String> named = explainedBy(figure);
            Place place = Objects.requireNonNull(places.get(figure), figure);
            Optional<RunSummary> after =
                    others(figure, each.getValue().value()).stream()
                            .map(to -> summary(texts.with(place, each.getValue().value(), to)))
                            .flatMap(Optional::stream).findFirst();
            SortedSet<String> changed = after.map(ChangedFigureTest::difference).orElseGet(TreeSet::new);
            if (after.isPresent() && changed.isEmpty() && !named.isEmpty()) {
                idle.add(figure);
            }
            changed.removeAll(named);
            return changed.stream().map(result -> figure + " changes " + result);
        }).toList();

        assertThat(unexplained).isEmpty();
        // An explanation that named everything would pass, too: most of what is named must matter.
        assertThat(idle).hasSizeLessThan(explainedFigures() / 5);
    }

    private static int explainedFigures() {
        return explained.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()).size();
    }

    /** Other values for a figure, of which the first that the files' reader takes is tried. */
    private static List<String> others(String figure, String value) {
        if (figure.contains(".histories.")) {
            return List.of(); // a hundred points of a chart
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            YearMonth month = YearMonth.from(LocalDate.parse(value));
            return List.of(month.plusMonths(3).atEndOfMonth().toString(),
                    month.minusMonths(3).atEndOfMonth().toString());
        }
        if (value.matches("\\d{4}-\\d{2}")) {
            return List.of(YearMonth.parse(value).plusMonths(3).toString(),
                    YearMonth.parse(value).minusMonths(3).toString());
        }
        if (!value.matches("[-+0-9.e]+")) {
            return List.of();
        }
        double number = Double.parseDouble(value);
        return List.of(String.valueOf(number == 0 ? 0.01 : number * 1.1), String.valueOf(number * 0.9),
                String.valueOf(Math.round(number) + 1), String.valueOf(Math.round(number) - 1), "4", "2");
    }

    @Test
    void theCouponOfABondOutsideEveryOtherGroupMovesItsOwnResults() {
        SortedSet<String> changed = changed("portfolio.borrowers.mill.debt.mill-bond.rate.coupon_pct", "9.5");

        assertThat(changed).contains("mill-bond dscr_min", "mill-bond dscr_median",
                "mill-bond expected_loss_usd_m").noneMatch(result -> result.startsWith("harbour"));
        assertThat(explainedBy("portfolio.borrowers.mill.debt.mill-bond.rate.coupon_pct"))
                .containsAll(changed).noneMatch(result -> result.startsWith("harbour"))
                .doesNotContain("mill-bond exposure_usd_m");
    }

    @Test
    void thePriceOfAContractMovesTheVehicleAndItsParentAndNotTheMiner() {
        String figure = "portfolio.borrowers.north-spv.contracts.acme-1.price_usd_per_gpu_hour";
        SortedSet<String> changed = changed(figure, "2.00");

        assertThat(changed).contains("north-loan pd_payment_5y", "north-loan pd_covenant_3y",
                "north-loan expected_loss_usd_m", "north-loan dscr_min", "north-bond pd_payment_5y",
                "north-bond expected_loss_usd_m");
        assertThat(explainedBy(figure)).containsAll(changed)
                .noneMatch(result -> result.startsWith("harbour") || result.startsWith("mill"));
    }

    @Test
    void theUsedPriceOfAGenerationMovesAllWhoPledgeIt() {
        String figure = "market.snapshot.resale.H100-SXM.used_usd";
        String half = String.valueOf(
                Double.parseDouble(Objects.requireNonNull(figures().get(figure)).value()) / 2);
        SortedSet<String> changed = changed(figure, half);

        assertThat(changed).contains("north-loan ltv_stated", "west-loan ltv_stated",
                "north-loan ltv_liquidation",
                "west-loan lgd", "north-loan lgd");
        assertThat(explainedBy(figure)).containsAll(changed)
                .noneMatch(result -> result.startsWith("harbour") || result.startsWith("mill"));
    }

    @Test
    void theParentsCashMovesTheVehicleThatItGuarantees() {
        SortedSet<String> changed = changed("portfolio.borrowers.north.treasury.cash_usd_m", "5");

        assertThat(changed).contains("north-bond pd_payment_5y", "north-loan pd_payment_5y",
                "north pd_payment_5y", "north-spv pd_payment_5y").doesNotContain("mill pd_payment_5y");
    }

    @Test
    void whatOneBondLosesIsInTheLossOfThePortfolio() {
        String coupon = "portfolio.borrowers.mill.debt.mill-bond.rate.coupon_pct";

        assertThat(changed(coupon, "9.5")).contains("portfolio expected_loss_usd_m")
                .doesNotContain("portfolio exposure_usd_m", "harbour pd_payment_5y");
        assertThat(explainedBy(coupon)).contains("portfolio expected_loss_usd_m", "portfolio var99_usd_m",
                "mill pd_payment_5y").doesNotContain("portfolio exposure_usd_m", "harbour pd_payment_5y");
    }

    @Test
    void aBalanceIsTheExposureOfItsOwnInstrumentAndOfThePortfolioOnly() {
        String figure = "portfolio.borrowers.south.debt.south-bond.outstanding_usd_m";

        assertThat(changed(figure, "70")).contains("south-bond exposure_usd_m", "portfolio exposure_usd_m");
        assertThat(explainedBy(figure)).filteredOn(result -> result.endsWith("exposure_usd_m"))
                .containsExactly("portfolio exposure_usd_m", "south-bond exposure_usd_m");
    }

    @Test
    void theBitcoinPriceMovesTheMiner() {
        String figure = "market.snapshot.bitcoin_usd";

        assertThat(changed(figure, "30000")).contains("harbour-loan pd_payment_3y", "harbour-loan lgd");
        assertThat(explainedBy(figure)).noneMatch(result -> result.startsWith("mill"));
    }

    @Test
    void theRentOfALeaseMovesTheLandlordAndNobodyWithoutCards() {
        String figure = "portfolio.borrowers.campus.data_centres.hall-1.lease.rent_usd_per_kw_month";
        SortedSet<String> changed = changed(figure, "100");

        assertThat(changed).contains("secured-notes dscr_min", "secured-notes expected_loss_usd_m");
        assertThat(explainedBy(figure)).containsAll(changed)
                .noneMatch(result -> result.startsWith("harbour") || result.startsWith("mill"));
    }
}
