package org.deflator.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Site;
import org.deflator.model.portfolio.Treasury;

/** A book of invented borrowers: two groups with vehicles, a miner and a spot operator. */
final class SampleBook {
    private SampleBook() {}

    static Portfolio portfolio(String nameOfFirst) {
        List<Offtaker> offtakers =
                List.of(new Offtaker("bluewater", "Bluewater Platforms", "A+", 0.0005, false),
                        new Offtaker("lumen", "Lumen Labs", "unrated", 0.05, true));
        List<Borrower> borrowers = List.of(
                borrower("north", nameOfFirst, Borrower.Kind.NEOCLOUD, "", 42_000, "H100-SXM", List.of(
                        contract("north-lumen", "lumen", "H100-SXM", 30_000, 2.60, YearMonth.of(2028, 12))),
                        List.of(
                                bond("north-9-2030", "9.25 % senior notes 2030", 2_000, 9.25, 2030),
                                revolver("north-rcf", "Revolving credit 2029", 350, 2029),
                                convertible("north-cv", "0.5 % convertible 2031", 1_200, 2031))),
                borrower("north-iv", "Northgate Compute Funding IV", Borrower.Kind.SPV, "north", 60_000,
                        "B200-SXM",
                        List.of(contract("iv-blue", "bluewater", "B200-SXM", 58_000, 3.70,
                                YearMonth.of(2031, 12))),
                        List.of(loan("ddtl-4", "Delayed-draw loan IV", 3_150, 225, 2032))),
                borrower("north-v", "Northgate Compute Funding V", Borrower.Kind.SPV, "north", 38_000,
                        "B200-SXM",
                        List.of(contract("v-lumen", "lumen", "B200-SXM", 36_000, 3.85,
                                YearMonth.of(2030, 6))),
                        List.of(loan("ddtl-5", "Delayed-draw loan V", 1_900, 450, 2031))),
                borrower("tundra", "Tundra Mining", Borrower.Kind.MINER, "", 8_000, "H100-SXM", List.of(),
                        List.of(
                                bond("tundra-775", "7.75 % secured notes 2030", 900, 7.75, 2030),
                                convertible("tundra-cv", "2.75 % convertible 2029", 500, 2029))),
                borrower("tundra-hpc", "Tundra Hardware 3", Borrower.Kind.SPV, "tundra", 21_000, "H100-SXM",
                        List.of(contract("hw3", "bluewater", "H100-SXM", 21_000, 2.45,
                                YearMonth.of(2030, 9))),
                        List.of(loan("hw-3", "Hardware loan 3", 620, 260, 2030))),
                borrower("spotlight", "Spotlight Cloud", Borrower.Kind.NEOCLOUD, "", 10_000, "H100-SXM",
                        List.of(),
                        List.of(loan("spot-tl", "Term loan 2030", 280, 900, 2030),
                                loan("spot-2l", "Second-lien loan 2031", 60, 1_200, 2031))),
                borrower("relic", "Relic Inference", Borrower.Kind.NEOCLOUD, "", 12_000, "A100-SXM",
                        List.of(),
                        List.of(loan("relic-tl", "Term loan 2028", 75, 750, 2028))));
        return new Portfolio("compute-debt-2026-06", SampleMarket.AS_OF, borrowers, offtakers, List.of(
                new Portfolio.Unmodelled("tundra", "tundra-ppa", "Power prepayment facility", 120,
                        "maturity and security are undisclosed",
                        "https://www.sec.gov/Archives/example/ex10-4.htm"),
                new Portfolio.Unmodelled("spotlight", "spot-vendor", "Vendor finance", 0,
                        "amount undisclosed", "press report, no filing")));
    }

    private static Borrower borrower(String id, String name, Borrower.Kind kind, String parent, double cards,
            String gpu,
            List<OfftakeContract> contracts, List<Instrument> debt) {
        List<MiningFleet> miners = kind == Borrower.Kind.MINER
                ? List.of(new MiningFleet(id + "-rigs", 13.5, 18.5, 0.97, 0.045, 12))
                : List.of();
        Treasury treasury =
                new Treasury(kind == Borrower.Kind.SPV ? 40 : 480, kind == Borrower.Kind.SPV ? 95 : 60,
                        kind == Borrower.Kind.MINER ? 3_400 : 0);
        List<Guarantee> guarantees = id.equals("north-v")
                ? List.of(new Guarantee("north", Guarantee.Kind.FULL))
                : List.of();
        Optional<Double> equity = kind == Borrower.Kind.SPV ? Optional.empty() : Optional.of(4_000.0);
        return new Borrower(id, name, kind, parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                List.of(new Site("tx", 1.25, 0.06, 140)),
                List.of(new Fleet(id + "-cards", gpu, cards, YearMonth.of(2025, 9), 6, 41_000, "tx")),
                contracts, miners, List.of(),
                treasury, new OperatingCosts(3, 2, 0), equity, debt, guarantees, Optional.empty());
    }

    private static OfftakeContract contract(String id, String offtaker, String gpu, double units,
            double price,
            YearMonth end) {
        return new OfftakeContract(id, offtaker, gpu, units, price, YearMonth.of(2025, 10), 6, end,
                OfftakeContract.Type.TAKE_OR_PAY, 0.1);
    }

    private static Instrument.Terms terms(String id, String name, Rank rank, double usdM, Rate rate,
            int year) {
        Security security =
                rank == Rank.SENIOR_SECURED ? new Security(List.of(Security.ALL), false) : Security.none();
        return new Instrument.Terms(id, name, rank, security, usdM, rate, DayCount.ACT_360, 4,
                LocalDate.of(year, 6, 30), Optional.empty());
    }

    private static Instrument loan(String id, String name, double usdM, double spreadBp, int year) {
        return new Instrument.TermLoan(
                terms(id, name, Rank.SENIOR_SECURED, usdM, new Rate.Floating(spreadBp, 0), year),
                Optional.empty(), new Amortisation.Level(0), LocalDate.of(2026, 9, 30), new Reserve(3, 20), 0,
                new ArrayList<>());
    }

    private static Instrument bond(String id, String name, double usdM, double couponPct, int year) {
        return new Instrument.Bond(
                terms(id, name, Rank.SENIOR_UNSECURED, usdM, new Rate.Fixed(couponPct), year),
                List.of());
    }

    private static Instrument revolver(String id, String name, double usdM, int year) {
        return new Instrument.Revolver(
                terms(id, name, Rank.SENIOR_SECURED, usdM, new Rate.Floating(350, 0), year), 800, 20,
                50, Optional.empty(), List.of());
    }

    private static Instrument convertible(String id, String name, double usdM, int year) {
        return new Instrument.Convertible(terms(id, name, Rank.SUBORDINATED, usdM, new Rate.Fixed(0.5), year),
                Optional.of(140.0), 100, List.of());
    }
}
