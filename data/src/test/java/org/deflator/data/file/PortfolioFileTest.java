package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deflator.model.base.DayCount;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Quote;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reported;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Site;
import org.deflator.model.portfolio.Treasury;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a good file becomes, and what is said of one that is no portfolio at all. */
class PortfolioFileTest {
    private final LoadedPortfolio loaded = GoodFile.load(GoodFile.text());
    private final Borrower top = loaded.portfolio().borrower("top").orElseThrow();
    private final Borrower vehicle = loaded.portfolio().borrower("spv").orElseThrow();

    @Test
    void everyKeyOfABorrowerFillsItsRecord() {
        assertThat(loaded.portfolio().id()).isEqualTo("good");
        assertThat(loaded.portfolio().asOf()).isEqualTo("2026-06-30");
        assertThat(loaded.portfolio().offtakers())
                .containsExactly(new Offtaker("ig", "Good Customer", "A", 0.005, false));
        assertThat(loaded.portfolio().unmodelled())
                .containsExactly(new Portfolio.Unmodelled("top", "shells", "Shells", 30,
                        "no fleet", "https://example.org/8-k"));
        assertThat(top.kind()).isEqualTo(Borrower.Kind.NEOCLOUD);
        assertThat(top.sites()).containsExactly(new Site("tx", 1.25, 0.08, 150));
        assertThat(top.fleets())
                .containsExactly(new Fleet("h100", "H100-SXM", 1000, YearMonth.of(2025, 6), 3, 40000, "tx"));
        assertThat(top.contracts()).containsExactly(new OfftakeContract("let", "ig", "H100-SXM", 900, 2.35,
                YearMonth.of(2025, 8), 0, YearMonth.of(2030, 6), OfftakeContract.Type.TAKE_OR_PAY, 0.1));
        assertThat(top.miners()).containsExactly(new MiningFleet("rigs", 10, 17.5, 0.95, 0.05, 8));
        assertThat(top.treasury()).isEqualTo(new Treasury(40, 5, 100));
        assertThat(top.costs()).isEqualTo(new OperatingCosts(1, 0.5, 0.25));
        assertThat(top.equityUsdM()).hasValue(200.0);
        assertThat(top.reported()).hasValue(new Reported(Optional.of(5.0), Optional.of(3.0),
                Optional.of(1.0), Optional.of(100.0), Optional.of(45.0), Optional.empty(),
                List.of(new Reported.EarlierBalance("convert", Optional.of(LocalDate.of(2026, 5, 15)), 20),
                        new Reported.EarlierBalance("coin-loan", Optional.empty(), 6)),
                List.of(new Reported.Explained(Reported.Figure.EBITDA, "a one-off"))));
    }

    @Test
    void anSpvMayLeaveOutTreasuryAndCosts() {
        assertThat(vehicle.parent()).hasValue("top");
        assertThat(vehicle.treasury()).isEqualTo(new Treasury(0, 0, 0));
        assertThat(vehicle.costs()).isEqualTo(new OperatingCosts(0, 0, 0));
        assertThat(vehicle.guarantees()).containsExactly(new Guarantee("top", Guarantee.Kind.FULL));
        assertThat(vehicle.equityUsdM()).isEmpty();
    }

    @Test
    void everyKeyOfADebtFillsItsRecord() {
        assertThat(top.debt().get(0)).isEqualTo(new Instrument.Revolver(
                new Instrument.Terms("rcf", "Revolver", Rank.SENIOR_SECURED,
                        new Security(List.of("all"), true), 10,
                        new Rate.Floating(225, 1), DayCount.ACT_360, 4, LocalDate.of(2029, 6, 30),
                        Optional.empty()),
                50, 5, 50, Optional.of(new BorrowingBase(0.7, 0.85, 0.85, 0.5, 1, 3)),
                List.of(new Covenant.MinLiquidity(10, LocalDate.of(2026, 9, 30), 3, new Remedy.Lockup()),
                        new Covenant.MaxNetLeverage(6, LocalDate.of(2026, 9, 30), 3, new Remedy.Lockup()))));
        assertThat(top.debt().get(1)).isEqualTo(new Instrument.Bond(
                new Instrument.Terms("notes", "Notes", Rank.SENIOR_UNSECURED, Security.none(), 20,
                        new Rate.Fixed(9.25),
                        DayCount.THIRTY_360, 2, LocalDate.of(2030, 6, 30),
                        Optional.of(new Quote(OptionalDouble.of(450),
                                OptionalDouble.of(99.5), LocalDate.of(2026, 5, 15)))),
                List.of()));
        assertThat(top.debt().get(2)).isEqualTo(new Instrument.Convertible(
                new Instrument.Terms("convert", "Convertible", Rank.SUBORDINATED, Security.none(), 20,
                        new Rate.Fixed(1),
                        DayCount.ACT_365F, 2, LocalDate.of(2031, 6, 30), Optional.empty()),
                Optional.of(20.0), 104, List.of(LocalDate.of(2029, 6, 30))));
        assertThat(top.debt().get(3)).isEqualTo(new Instrument.Lease(new Instrument.Terms("lease", "Lease",
                Rank.SENIOR_SECURED, Security.none(), 5, new Rate.Fixed(9), DayCount.THIRTY_360, 12,
                LocalDate.of(2029, 6, 30), Optional.empty()), 1));
        assertThat(top.debt().get(4)).isEqualTo(new Instrument.BitcoinLoan(
                new Instrument.Terms("coin-loan", "Loan on bitcoin", Rank.SENIOR_SECURED, Security.none(), 10,
                        new Rate.Fixed(10), DayCount.ACT_365F, 12, LocalDate.of(2027, 6, 30),
                        Optional.empty()),
                500, 0.7, 0.8, 0.55));
    }

    @Test
    void everyKeyOfATermLoanFillsItsRecord() {
        assertThat(vehicle.debt()).containsExactly(new Instrument.TermLoan(
                new Instrument.Terms("ddtl", "Delayed-draw loan", Rank.SENIOR_SECURED,
                        new Security(List.of("b200"), false),
                        12, new Rate.Floating(400, 0), DayCount.ACT_360, 4, LocalDate.of(2031, 6, 30),
                        Optional.empty()),
                Optional.of(new DelayedDraw(20, LocalDate.of(2027, 6, 30), 50)),
                new Amortisation.Custom(List.of(new Amortisation.Step(LocalDate.of(2028, 6, 30), 40),
                        new Amortisation.Step(LocalDate.of(2027, 12, 31), 10))),
                LocalDate.of(2027, 12, 31), new Reserve(3, 1), 0.5,
                List.of(new Covenant.MinDscr(1.2, 3, LocalDate.of(2027, 3, 31), 1, new Remedy.Sweep(1)),
                        new Covenant.MaxLtv(0.8, LocalDate.of(2027, 3, 31), 3,
                                new Remedy.EventOfDefault(1, 4)))));
    }

    @Test
    void theNearestEvidenceHolds() {
        assertThat(loaded.provenance().figures()).containsEntry("borrowers.top.contracts.let.units",
                new Provenance.Entry("900", new Evidence.Assumed("nine tenths")));
        assertThat(loaded.provenance().figures()).containsEntry("borrowers.top.debt.rcf.rate.spread_bp",
                new Provenance.Entry("225", new Evidence.Sourced("https://example.org/10-q")));
        assertThat(loaded.provenance().figures()).containsEntry("borrowers.spv.fleets.b200.in_service",
                new Provenance.Entry("2026-09", new Evidence.Assumed("no source given")));
        assertThat(loaded.provenance().figures()).containsEntry("unmodelled.shells.amount_usd_m",
                new Provenance.Entry("30", new Evidence.Sourced("https://example.org/8-k")));
        assertThat(loaded.provenance().figures()).doesNotContainKeys("as_of", "borrowers.top.name");
    }

    @Test
    void everyFigureIsCountedOnce() {
        String text = """
                portfolio: tiny
                as_of: 2026-06-30
                borrowers:
                  - id: one
                    name: One
                    kind: neocloud
                    treasury: {cash_usd_m: {value: 4, source: "https://example.org"}, btc: 3}
                    costs: {assumed: true, reason: guess, overhead_usd_m_per_month: 1}
                """;
        LoadedPortfolio tiny = GoodFile.load(text);
        assertThat(tiny.provenance().figures()).hasSize(3);
        assertThat(tiny.provenance().sourcedCount()).isEqualTo(1);
        assertThat(tiny.provenance().assumedCount()).isEqualTo(2);
        assertThat(tiny.withoutEvidenceCount()).isEqualTo(1);
    }

    @Test
    void allProblemsAreToldAtOnceInFileOrder() {
        String spoilt = GoodFile.text().replace("pue: 1.25", "pue: 12")
                .replace("offtaker: ig", "offtaker: if")
                .replace("rank: subordinated", "rank: junior").replace("guarantor: top", "guarantor: nobody");
        assertThat(GoodFile.problems(GoodFile.read(spoilt))).extracting(problem -> problem.split(":")[1])
                .containsExactly("11", "16", "62", "97", "120");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(GoodFile.problems(PortfolioFile.read(Path.of("nowhere.yaml"))))
                .containsExactly("nowhere.yaml: found no such file, expected a YAML file; check the path");
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        assertThat(GoodFile.problems(PortfolioFile.read(folder))).containsExactly(
                folder + ": found a directory, expected a YAML file; name the file inside it");
    }

    @Test
    void aFileIsReadByItsPath(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("good.yaml");
        Files.writeString(file, "\uFEFF" + GoodFile.text().replace("\n", "\r\n"));
        assertThat(GoodFile.problems(PortfolioFile.read(file))).isEmpty();
    }

    @Test
    void anEmptyFileIsNoPortfolio() {
        assertThat(GoodFile.problems(GoodFile.read("# nothing\n")))
                .containsExactly("book.yaml: found an empty file, "
                        + "expected a mapping of keys to values; see docs/portfolio-format.md");
    }

    @Test
    void aListIsNoPortfolio() {
        assertThat(GoodFile.problems(GoodFile.read("- 1\n"))).containsExactly(
                "book.yaml:1:1: found a list, expected a mapping, the portfolio; see"
                        + " docs/portfolio-format.md");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAtTheirPlace() {
        byte[] latin = "portfolio: a\nname: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(GoodFile.problems(GoodFile.read(latin)))
                .containsExactly("book.yaml:2:10: found byte 0xE9, which is "
                        + "not UTF-8, expected UTF-8 text; save the file as UTF-8");
    }

    @Test
    void aFileCutInsideACharacterIsRefused() {
        assertThat(GoodFile.problems(GoodFile.read(new byte[]{'a', (byte) 0xC3}))).containsExactly(
                "book.yaml:1:2: found byte 0xC3, which is not UTF-8, expected UTF-8 text; save the file as"
                        + " UTF-8");
    }

    @Test
    void endlessNestingIsRefusedBeforeItCostsTheStack() {
        assertThat(GoodFile.problems(GoodFile.read("a: " + "[".repeat(100_000)))).containsExactly(
                "book.yaml:1:43: found more than 40 levels of nesting, expected fewer; see"
                        + " docs/portfolio-format.md");
    }

    @Test
    void aBombOfAliasesIsRefusedWithALineForEachAlias() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        assertThat(GoodFile.problems(GoodFile.read(bomb))).containsExactly(
                "book.yaml:2:8: found the alias *a, expected the values themselves; write them out",
                "book.yaml:3:8: found the alias *b, expected the values themselves; write them out");
    }

    @Test
    void everyPlaceIsKnown() {
        assertThat(loaded.places()).containsEntry("borrowers.top.debt.notes.maturity",
                new Place("book.yaml", 57, 19));
    }
}
