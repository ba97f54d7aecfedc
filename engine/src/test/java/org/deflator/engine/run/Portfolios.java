package org.deflator.engine.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DelayedDraw;
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
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Site;
import org.deflator.model.portfolio.Treasury;

/**
 * Random valid books from a seed: companies with SPVs, a landlord, every kind of instrument, every kind of covenant.
 */
public final class Portfolios {
    static final LocalDate AS_OF = MarketExample.TIMELINE.asOf();
    private static final YearMonth FIRST = YearMonth.from(AS_OF).plusMonths(1);
    private static final List<Integer> FREQUENCIES = List.of(1, 2, 4, 12);

    private final SplittableRandom random;
    private final String prefix;
    private final List<String> gpus;
    private final List<Borrower> borrowers = new ArrayList<>();
    private final List<Offtaker> offtakers = new ArrayList<>();
    private final Shells shells;

    private Portfolios(long seed, String prefix, List<String> gpus) {
        this.random = new SplittableRandom(seed);
        this.prefix = prefix;
        this.gpus = gpus;
        this.shells = new Shells(seed, prefix, AS_OF);
    }

    /** Two groups and a lone SPV. */
    public static Portfolio random(long seed) {
        return new Portfolios(seed, "", List.of(MarketExample.B200, MarketExample.H100)).groups(2);
    }

    /** One group whose every id begins with {@code prefix} and which owns cards of one generation. */
    static Portfolio group(long seed, String prefix, String gpu) {
        return new Portfolios(seed, prefix, List.of(gpu)).groups(1);
    }

    private Portfolio groups(int count) {
        for (int o = 0; o < 2; o++) {
            offtakers.add(new Offtaker(prefix + "customer-" + o, "Customer", "unrated",
                    random.nextDouble(0.3), flip()));
        }
        for (int g = 0; g < count; g++) {
            String parent = prefix + "company-" + g;
            boolean miner = g == 1;
            int vehicles = random.nextInt(1, 3);
            for (int v = 0; v < vehicles; v++) {
                vehicle(prefix + "spv-" + g + "-" + v, Optional.of(parent));
            }
            company(parent, miner);
        }
        if (count > 1) {
            vehicle(prefix + "alone", Optional.empty());
            borrowers.addAll(shells.landlord());
        }
        return new Portfolio("random", AS_OF, borrowers, offtakers, List.of());
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private void vehicle(String id, Optional<String> parent) {
        List<Fleet> fleets = fleets(id);
        double costUsdM = fleets.stream().mapToDouble(f -> f.units() * f.unitCostUsd()).sum() * 1e-6;
        List<Instrument> debt = new ArrayList<>();
        debt.add(termLoan(id + "-loan", costUsdM * random.nextDouble(0.4, 0.9), flip()));
        if (flip()) {
            debt.add(lease(id + "-lease", costUsdM * 0.1));
        }
        List<DataCentre> dataCentres = shells.some(id);
        dataCentres.forEach(d -> debt.add(shells.notes(id, d)));
        List<Guarantee> guarantees = parent.isPresent() && flip()
                ? List.of(new Guarantee(parent.get(), flip() ? Guarantee.Kind.FULL : Guarantee.Kind.BAD_ACTS))
                : List.of();
        borrowers.add(
                new Borrower(id, id, Borrower.Kind.SPV, parent, List.of(site()), fleets, contracts(fleets),
                        List.of(), dataCentres,
                        new Treasury(random.nextDouble(0.1) * costUsdM, random.nextDouble(0.05) * costUsdM,
                                0),
                        new OperatingCosts(0.002 * costUsdM, 0, 0), Optional.empty(), debt, guarantees,
                        Optional.empty()));
    }

    private void company(String id, boolean miner) {
        List<Fleet> fleets = fleets(id);
        double costUsdM = fleets.stream().mapToDouble(f -> f.units() * f.unitCostUsd()).sum() * 1e-6;
        List<Instrument> debt = new ArrayList<>();
        debt.add(bond(id + "-bond", costUsdM * random.nextDouble(0.1, 0.4)));
        debt.add(convertible(id + "-convertible", costUsdM * random.nextDouble(0.05, 0.2)));
        debt.add(revolver(id + "-revolver", costUsdM * random.nextDouble(0.05, 0.3)));
        List<MiningFleet> miners = List.of();
        double btc = 0;
        if (miner) {
            miners = List.of(new MiningFleet(id + "-b", random.nextDouble(1, 5), 20, 0.95, 0.05, 15),
                    new MiningFleet(id + "-a", random.nextDouble(1, 5), 25, 0.93, 0.06, 10));
            btc = random.nextDouble(10, 500);
            debt.add(bitcoinLoan(id + "-bitcoin", random.nextDouble(5, 50)));
            debt.add(new Instrument.TermLoan(terms(id + "-rigs", 20, new Security(List.of(), true)),
                    Optional.empty(), new Amortisation.Linear(20), AS_OF.plusMonths(3), Reserve.none(), 0,
                    List.of()));
        }
        borrowers.add(new Borrower(id, id, miner ? Borrower.Kind.MINER : Borrower.Kind.NEOCLOUD,
                Optional.empty(),
                List.of(site()), fleets, contracts(fleets), miners, List.of(),
                new Treasury(random.nextDouble(0.2) * costUsdM, random.nextDouble(0.1) * costUsdM, btc),
                new OperatingCosts(0.002 * costUsdM, 0.001 * costUsdM, 0.001 * costUsdM),
                Optional.of(random.nextDouble(0.5, 3) * costUsdM), debt, List.of(), Optional.empty()));
    }

    private static Site site() {
        return new Site("hall", 1.2, 0.06, 120);
    }

    private List<Fleet> fleets(String id) {
        List<Fleet> fleets = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int f = 0; f < count; f++) {
            String gpu = gpus.get(random.nextInt(gpus.size()));
            fleets.add(new Fleet(id + "-fleet-" + f, gpu, random.nextDouble(200, 3000), FIRST.plusMonths(
                    random.nextInt(-3, 7)), random.nextInt(0, 6), random.nextDouble(30_000, 60_000), "hall"));
        }
        return fleets;
    }

    private List<OfftakeContract> contracts(List<Fleet> fleets) {
        List<OfftakeContract> contracts = new ArrayList<>();
        for (Fleet fleet : fleets) {
            if (flip()) {
                double usd = fleet.gpu().equals(MarketExample.H100) ? 2.5 : 4.4;
                contracts.add(new OfftakeContract(fleet.id() + "-rent", offtakers.get(random.nextInt(2)).id(),
                        fleet.gpu(), fleet.units() * random.nextDouble(0.3, 1),
                        usd * random.nextDouble(0.8, 1.3),
                        fleet.inService(), fleet.rampMonths(),
                        fleet.inService().plusMonths(random.nextInt(12, 48)),
                        flip() ? OfftakeContract.Type.TAKE_OR_PAY : OfftakeContract.Type.USAGE,
                        flip() ? 0 : random.nextDouble(0.3)));
            }
        }
        return contracts;
    }

    private Instrument.Terms terms(String id, double usdM, Security security) {
        Rate rate = flip() ? new Rate.Floating(random.nextDouble(200, 700), 0)
                : new Rate.Fixed(random.nextDouble(5, 12));
        DayCount[] counts = DayCount.values();
        return new Instrument.Terms(id, id, security.equals(Security.none())
                ? Rank.SENIOR_UNSECURED
                : Rank.SENIOR_SECURED, security, usdM, rate, counts[random.nextInt(counts.length)],
                FREQUENCIES.get(random.nextInt(4)), AS_OF.plusMonths(random.nextInt(12, 84)),
                Optional.empty());
    }

    private static Security all() {
        return new Security(List.of(Security.ALL), false);
    }

    private Instrument termLoan(String id, double usdM, boolean draws) {
        Amortisation amortisation = switch (random.nextInt(5)) {
            case 0 -> new Amortisation.Level(random.nextDouble(40));
            case 1 -> new Amortisation.Linear(random.nextDouble(40));
            case 2 -> new Amortisation.Bullet();
            case 3 -> new Amortisation.Sculpted(1.4);
            default -> new Amortisation.Custom(List.of(new Amortisation.Step(AS_OF.plusMonths(12), 30)));
        };
        Optional<DelayedDraw> draw = draws
                ? Optional.of(new DelayedDraw(usdM, AS_OF.plusMonths(6), 50))
                : Optional.empty();
        return new Instrument.TermLoan(terms(id, draws ? 0.5 * usdM : usdM, all()), draw, amortisation,
                AS_OF.plusMonths(random.nextInt(1, 9)), flip() ? Reserve.none() : new Reserve(3, 0.03 * usdM),
                flip() ? 0 : 0.5, covenants());
    }

    private List<Covenant> covenants() {
        List<Covenant> covenants = new ArrayList<>();
        LocalDate first = AS_OF.plusMonths(random.nextInt(2, 7));
        covenants.add(new Covenant.MinDscr(1.2, 3, first, 3, new Remedy.Lockup()));
        covenants.add(new Covenant.MinDscr(1.1, 3, first, 3, new Remedy.Sweep(0.75)));
        covenants.add(new Covenant.MinDscr(1.05, 3, first, 3,
                new Remedy.EventOfDefault(random.nextInt(3), random.nextInt(3))));
        if (flip()) {
            covenants.add(new Covenant.MaxLtv(random.nextDouble(0.8, 1.5), first, 3,
                    new Remedy.EventOfDefault(0, 0)));
        }
        return covenants;
    }

    private Instrument lease(String id, double usdM) {
        return new Instrument.Lease(terms(id, usdM, Security.none()), 0.1 * usdM);
    }

    private Instrument bond(String id, double usdM) {
        return new Instrument.Bond(terms(id, usdM, Security.none()), List.of(new Covenant.MaxNetLeverage(7,
                AS_OF.plusMonths(12), 3, new Remedy.EventOfDefault(3, 0)),
                new Covenant.MinLiquidity(1, AS_OF.plusMonths(3), 3, new Remedy.Lockup())));
    }

    private Instrument convertible(String id, double usdM) {
        Instrument.Terms plain = terms(id, usdM, Security.none());
        Instrument.Terms junior = new Instrument.Terms(id, id, Rank.SUBORDINATED, plain.security(), usdM,
                new Rate.Fixed(random.nextDouble(2)), DayCount.THIRTY_360, 2, plain.maturity(),
                Optional.empty());
        return new Instrument.Convertible(junior, Optional.empty(), flip() ? 100 : 110,
                flip() ? List.of() : List.of(AS_OF.plusMonths(random.nextInt(6, 30))));
    }

    private Instrument revolver(String id, double commitmentUsdM) {
        Instrument.Terms terms = terms(id, commitmentUsdM * random.nextDouble(0.8), all());
        Optional<BorrowingBase> base = flip()
                ? Optional.empty()
                : Optional.of(new BorrowingBase(0.7, random.nextDouble(0.3, 1), 0.85, 0.5, 0, 3));
        return new Instrument.Revolver(terms, commitmentUsdM, 0.05 * commitmentUsdM, 50, base, List.of());
    }

    private Instrument bitcoinLoan(String id, double usdM) {
        double btc = usdM * 1e6 / (90_784 * random.nextDouble(0.4, 0.7));
        return new Instrument.BitcoinLoan(terms(id, usdM, Security.none()), btc, 0.72, 0.85, 0.5);
    }
}
