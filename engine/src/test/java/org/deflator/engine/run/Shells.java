package org.deflator.engine.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Treasury;

/** Random data centres of {@link Portfolios}: let or not, backed or not, complete or being built, and debts on them. */
final class Shells {
    private final SplittableRandom random;
    private final String prefix;
    private final LocalDate asOf;

    Shells(long seed, String prefix, LocalDate asOf) {
        this.random = new SplittableRandom(seed ^ 0x5ca1ab1eL);
        this.prefix = prefix;
        this.asOf = asOf;
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    /** None to two data centres of one owner. */
    List<DataCentre> some(String owner) {
        List<DataCentre> some = new ArrayList<>();
        int count = random.nextInt(3);
        for (int k = 0; k < count; k++) {
            some.add(one(owner + "-hall-" + k));
        }
        return some;
    }

    private DataCentre one(String id) {
        double mw = random.nextDouble(5, 50);
        double costUsdM = mw * random.nextDouble(7, 13);
        YearMonth completion = YearMonth.from(asOf).plusMonths(random.nextInt(-10, 15));
        boolean building = completion.isAfter(YearMonth.from(asOf));
        DataCentreLease.Backstop backstop =
                new DataCentreLease.Backstop(prefix + "customer-1", costUsdM * random.nextDouble(0.05, 1));
        DataCentreLease lease = new DataCentreLease(prefix + "customer-0", random.nextDouble(90, 180),
                random.nextDouble(4), random.nextDouble(0.7, 0.95),
                completion.plusMonths(random.nextInt(24, 150)),
                flip() ? Optional.of(backstop) : Optional.empty());
        return new DataCentre(id, mw, costUsdM, building ? costUsdM * random.nextDouble(0.6) : 0, completion,
                random.nextInt(6), random.nextInt(4) > 0 ? Optional.of(lease) : Optional.empty());
    }

    /** Notes on one data centre, some of them drawn while it is built. */
    Instrument notes(String owner, DataCentre dataCentre) {
        double usdM = dataCentre.costUsdM() * random.nextDouble(0.3, 1);
        Security security = new Security(List.of(), false,
                List.of(flip() ? dataCentre.id() : Security.ALL));
        Instrument.Terms terms = new Instrument.Terms(dataCentre.id() + "-notes", "Notes of " + owner,
                Rank.SENIOR_SECURED, security, 0.6 * usdM, new Rate.Fixed(random.nextDouble(5, 11)),
                DayCount.THIRTY_360, flip() ? 2 : 4, asOf.plusMonths(random.nextInt(12, 84)),
                Optional.empty());
        LocalDate first = asOf.plusMonths(random.nextInt(2, 24));
        Remedy remedy = flip() ? new Remedy.Lockup() : new Remedy.EventOfDefault(random.nextInt(3), 0);
        List<Covenant> covenants = List.of(
                new Covenant.MinInterestCover(random.nextDouble(0.8, 2), random.nextInt(1, 13), first, 3,
                        remedy),
                new Covenant.MinDebtYield(random.nextDouble(0.05, 0.15), first, 3, remedy),
                new Covenant.MaxLtv(random.nextDouble(0.6, 1.4), first, 3, new Remedy.EventOfDefault(0, 0)));
        if (flip()) {
            return new Instrument.Bond(terms, covenants);
        }
        return new Instrument.TermLoan(terms,
                Optional.of(new DelayedDraw(usdM, asOf.plusMonths(random.nextInt(3, 12)), 50)),
                new Amortisation.Linear(70), asOf.plusMonths(random.nextInt(6, 24)),
                flip() ? Reserve.none() : new Reserve(6, 0.04 * usdM), 0, covenants);
    }

    /** A listed landlord and the SPV that owns its campus, which it may guarantee to complete. */
    List<Borrower> landlord() {
        String parent = prefix + "landlord";
        String vehicle = prefix + "landlord-campus";
        List<DataCentre> own = List.of(one(parent + "-hall"));
        List<DataCentre> campus = List.of(one(vehicle + "-b"), one(vehicle + "-a"));
        double costUsdM = campus.stream().mapToDouble(DataCentre::costUsdM).sum();
        List<Guarantee> guarantees = List.of(new Guarantee(parent,
                flip() ? Guarantee.Kind.COMPLETION : Guarantee.Kind.FULL));
        return List.of(
                borrower(parent, Borrower.Kind.DATA_CENTRE, Optional.empty(), own, 0.1 * costUsdM,
                        Optional.of(costUsdM), List.of()),
                borrower(vehicle, Borrower.Kind.SPV, Optional.of(parent), campus, 0.02 * costUsdM,
                        Optional.empty(), guarantees));
    }

    private Borrower borrower(String id, Borrower.Kind kind, Optional<String> parent, List<DataCentre> own,
            double cashUsdM, Optional<Double> equityUsdM, List<Guarantee> guarantees) {
        double toSpendUsdM = own.stream().mapToDouble(DataCentre::costToCompleteUsdM).sum();
        return new Borrower(id, id, kind, parent, List.of(), List.of(), List.of(), List.of(), own,
                new Treasury(cashUsdM, toSpendUsdM * random.nextDouble(0.5, 1.2), 0),
                new OperatingCosts(0.002 * cashUsdM, 0, 0), equityUsdM,
                own.stream().map(d -> notes(id, d)).toList(), guarantees, Optional.empty());
    }
}
