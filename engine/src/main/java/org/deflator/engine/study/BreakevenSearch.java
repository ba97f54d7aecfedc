package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.run.BaseCase;
import org.deflator.engine.study.Breakeven.Outcome;
import org.deflator.engine.study.Breakeven.Target;

/** Finds breakevens of one borrower by bisection over shocked base cases; targets share the cases they try. */
final class BreakevenSearch {
    /** Each step halves the interval: what is left is a 4,096th of the range searched. */
    private static final int BISECTIONS = 12;
    /** Unpaid par below this share of the claim is rounding. */
    private static final double ROUNDING = 1e-6;

    private final GroupCase group;
    private final GroupCase alone;
    private final String borrower;
    private final CardRents rents;
    private final CapacityRents capacity;
    private final BitcoinExposure bitcoin;
    private final Map<Double, BaseCase> groupCases = new HashMap<>();
    private final Map<Double, BaseCase> aloneCases = new HashMap<>();

    /**
     * @param group the borrower's whole group
     * @param alone the borrower with what it owns
     */
    BreakevenSearch(GroupCase group, GroupCase alone, String borrower) {
        this.group = group;
        this.alone = new GroupCase(alone.unshocked().noNewMoney(), alone.run());
        this.borrower = borrower;
        rents = CardRents.of(group, borrower);
        capacity = CapacityRents.of(group, borrower);
        bitcoin = BitcoinExposure.of(group, borrower);
    }

    /** All breakevens that exist: drivers that the borrower and its subsidiaries do not depend on are left out. */
    List<Breakeven> all() {
        List<Breakeven> found = new ArrayList<>();
        for (Driver driver : Driver.values()) {
            Scale scale = scale(driver);
            if (!Double.isFinite(scale.baseLevel()) || scale.unit() == 0) {
                continue;
            }
            groupCases.clear();
            aloneCases.clear();
            for (Target target : targets()) {
                found.add(new Breakeven(driver, target, scale.baseLevel(), search(driver, scale, target)));
            }
        }
        return found;
    }

    /**
     * How a driver is searched.
     *
     * @param base its setting in the base case
     * @param worst the setting that hurts most
     * @param best the setting that helps most
     * @param unit level of one unit of setting
     */
    private record Scale(double base, double worst, double best, double unit) {
        double baseLevel() {
            return base * unit;
        }
    }

    private Scale scale(Driver driver) {
        var model = group.unshocked().market().model();
        return switch (driver) {
            case RENT_LEVEL -> new Scale(1, 0.02, 3, rents.averageUsdPerGpuHour());
            case RELEASE_RATE -> new Scale(1, 0.02, 3, rents.marketUsdPerGpuHour());
            case DECLINE -> new Scale(model.rents().declineMean(), 0.90, -0.25,
                    rents.cards() > 0 ? 1 : Double.NaN);
            case POWER_PRICE -> new Scale(1, 10, 0, rents.powerUsdPerKwh());
            case UTILISATION -> new Scale(rents.utilisation(), 0, 1, rents.cards() > 0 ? 1 : Double.NaN);
            case LEASE_RENT -> new Scale(1, 0.02, 3, capacity.averageUsdPerKwMonth());
            case HASH_PRICE -> new Scale(1, 0.02, 3, bitcoin.hashpriceUsdPerPhDay());
            case BITCOIN_PRICE -> new Scale(1, 0.02, 3, bitcoin.priceUsd());
        };
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (DebtTerms debt : group.terms(borrower).debts()) {
            if (GroupCase.fullyDrawnUsd(debt) <= 0) {
                continue;
            }
            for (CovenantTerms covenant : debt.tests()) {
                Target target = new Target(Target.Kind.COVENANT, debt.id(), covenant.label());
                if (!targets.contains(target)) {
                    targets.add(target);
                }
            }
            targets.add(new Target(Target.Kind.PAR, debt.id(), "par"));
        }
        return targets;
    }

    private Outcome search(Driver driver, Scale scale, Target target) {
        boolean brokenNow = broken(driver, scale.base(), scale, target);
        double kept = brokenNow ? scale.best() : scale.base();
        double lost = brokenNow ? scale.base() : scale.worst();
        if (brokenNow && broken(driver, kept, scale, target)) {
            return new Outcome.Broken(kept * scale.unit());
        }
        if (!brokenNow && !broken(driver, lost, scale, target)) {
            return new Outcome.Kept(lost * scale.unit());
        }
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = 0.5 * (kept + lost);
            if (broken(driver, middle, scale, target)) {
                lost = middle;
            } else {
                kept = middle;
            }
        }
        return new Outcome.At(0.5 * (kept + lost) * scale.unit());
    }

    private boolean broken(Driver driver, double setting, Scale scale, Target target) {
        boolean par = target.kind() == Target.Kind.PAR;
        GroupCase of = par ? alone : group;
        Map<Double, BaseCase> cases = par ? aloneCases : groupCases;
        // The base case itself is run once, unshocked: a driver set to where it stands need not be a bit the same.
        BaseCase run = cases.computeIfAbsent(setting,
                x -> of.shocked(x == scale.base() ? of.unshocked() : set(of.unshocked(), driver, x)));
        return par ? loses(run, target) : breached(run, target);
    }

    private static Shock set(Shock shock, Driver driver, double setting) {
        return switch (driver) {
            case RENT_LEVEL -> shock.allRents(setting);
            case RELEASE_RATE -> shock.marketRents(setting);
            case DECLINE -> shock.decline(setting);
            case POWER_PRICE -> shock.power(setting);
            case UTILISATION -> shock.utilisation(setting);
            case LEASE_RENT -> shock.leaseRents(setting);
            case HASH_PRICE -> shock.hashPrice(setting);
            case BITCOIN_PRICE -> shock.bitcoinPrice(setting);
        };
    }

    /** A test failed, or the borrower ran out of money while the debt was still to be served. */
    private boolean breached(BaseCase run, Target target) {
        boolean failed = run.tests().stream().anyMatch(t -> t.instrument().equals(target.instrument())
                && t.covenant().equals(target.label()) && t.headroom() < 0);
        Optional<BaseCase.Fall> fall = run.borrower(borrower).fall();
        return failed
                || fall.filter(f -> ownDoing(f.cause()) && f.month() < maturity(run, target)).isPresent();
    }

    /** Whether a default says that cash flow or collateral fell short, rather than that others fell or did not lend. */
    private static boolean ownDoing(DefaultCause cause) {
        return switch (cause) {
            case PAYMENT, COVENANT, MARGIN, BALANCE_SHEET, LIQUIDITY -> true;
            case MATURITY, GUARANTEE, PARENT, SCENARIO -> false;
        };
    }

    private static int maturity(BaseCase run, Target target) {
        return run.book().debts().stream().filter(d -> d.id().equals(target.instrument()))
                .mapToInt(DebtTerms::maturityMonth).findFirst().orElse(0);
    }

    private static boolean loses(BaseCase run, Target target) {
        return run.debts().stream().anyMatch(d -> d.id().equals(target.instrument())
                && d.unpaidUsd() > 1 + ROUNDING * d.claimUsd());
    }
}
