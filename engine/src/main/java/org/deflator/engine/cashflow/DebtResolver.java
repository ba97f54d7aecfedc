package org.deflator.engine.cashflow;

import static org.deflator.engine.cashflow.Resolver.USD_PER_USD_M;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.deflator.engine.path.MarketPlan;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Instrument.BitcoinLoan;
import org.deflator.model.portfolio.Instrument.Bond;
import org.deflator.model.portfolio.Instrument.Convertible;
import org.deflator.model.portfolio.Instrument.Lease;
import org.deflator.model.portfolio.Instrument.Revolver;
import org.deflator.model.portfolio.Instrument.TermLoan;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Reserve;

/** Resolves instruments: each kind differs only in what it fills in. */
final class DebtResolver {
    private static final double BP = 1e-4;
    private static final double PERCENT = 1e-2;

    private final Timeline timeline;
    private final double sofr;
    private final List<CovenantTerms> covenants;

    /** New covenants are appended to {@code covenants}, whose size gives their index. */
    DebtResolver(MarketPlan plan, List<CovenantTerms> covenants) {
        this.timeline = plan.timeline();
        this.sofr = plan.market().snapshot().sofr();
        this.covenants = covenants;
    }

    DebtTerms resolve(int index, Instrument agreed, double[] pledged, IntToDoubleFunction cfadsUsd) {
        return switch (agreed) {
            case TermLoan loan -> debt(index, loan, pledged, cfadsUsd, new Kind(loan.amortisation(),
                    loan.amortisationStart(), loan.draw(), loan.reserve(), loan.sweepShare(),
                    loan.covenants(), true, 1));
            case Lease lease -> debt(index, lease, pledged, cfadsUsd,
                    Kind.plain(
                            new Amortisation.Level(
                                    100 * lease.residualUsdM() / lease.terms().outstandingUsdM()),
                            timeline.end(0), List.of(), 1));
            case Bond bond ->
                    debt(index, bond, pledged, cfadsUsd,
                            Kind.plain(new Amortisation.Bullet(), timeline.end(0),
                                    bond.covenants(), 1));
            case Convertible note ->
                    debt(index, note, pledged, cfadsUsd, Kind.plain(new Amortisation.Bullet(),
                            timeline.end(0), List.of(), note.redemptionPct() * PERCENT));
            case Revolver revolver -> debt(index, revolver, pledged, cfadsUsd,
                    Kind.plain(new Amortisation.Bullet(), timeline.end(0), revolver.covenants(), 1));
            case BitcoinLoan loan -> debt(index, loan, pledged, cfadsUsd,
                    Kind.plain(new Amortisation.Bullet(), timeline.end(0), List.of(), 1));
        };
    }

    /** What differs between kinds of instrument when their cash is scheduled. */
    private record Kind(Amortisation amortisation, LocalDate amortisationStart, Optional<DelayedDraw> draw,
            Reserve reserve, double sweepShare, List<Covenant> covenants, boolean amortisesAfterRefinancing,
            double redemption) {
        static Kind plain(Amortisation amortisation, LocalDate start, List<Covenant> covenants,
                double redemption) {
            return new Kind(amortisation, start, Optional.empty(), Reserve.none(), 0, covenants, false,
                    redemption);
        }
    }

    private DebtTerms debt(int index, Instrument agreed, double[] pledged, IntToDoubleFunction cfadsUsd,
            Kind kind) {
        Instrument.Terms terms = agreed.terms();
        double openingUsd = terms.outstandingUsdM() * USD_PER_USD_M;
        int maturity = timeline.indexOf(terms.maturity());
        boolean[] pays = paymentMonths(terms, maturity);
        boolean floating = terms.rate() instanceof Rate.Floating;
        double margin = switch (terms.rate()) {
            case Rate.Floating f -> f.spreadBp() * BP;
            case Rate.Fixed f -> f.couponPct() * PERCENT;
        };
        double floor = terms.rate() instanceof Rate.Floating f ? f.floorPct() * PERCENT : 0;
        double rate = floating ? Math.max(sofr, floor) + margin : margin;
        double[] draws = draws(kind.draw(), openingUsd);
        double[] principal = new RepaymentPlan(timeline, pays, rate / terms.paymentsPerYear(),
                timeline.indexOf(kind.amortisationStart()), maturity)
                .principal(kind.amortisation(), openingUsd, draws, terms.paymentsPerYear(), cfadsUsd);
        double drawn = openingUsd;
        for (double draw : draws) {
            drawn += draw;
        }
        Optional<Revolver> revolver = agreed instanceof Revolver r ? Optional.of(r) : Optional.empty();
        double commitmentUsd = revolver.map(r -> r.commitmentUsdM() * USD_PER_USD_M).orElse(drawn);
        double undrawnFee = revolver.map(Revolver::undrawnFeeBp)
                .or(() -> kind.draw().map(DelayedDraw::undrawnFeeBp)).orElse(0.0) * BP;
        return new DebtTerms(index, agreed.id(), agreed, terms.rank(), openingUsd, commitmentUsd,
                revolver.map(r -> r.lettersOfCreditUsdM() * USD_PER_USD_M).orElse(0.0), revolver.isPresent(),
                kind.amortisesAfterRefinancing(), floating, margin, floor, yearFractions(terms),
                accruedYears(terms, maturity),
                pays, undrawnFee, kind.draw().map(d -> availableFrom(timeline, d)).orElse(0), draws,
                principal, maturity, kind.redemption(), putMonths(agreed), agreed instanceof Convertible,
                reserveTargets(kind.reserve(), openingUsd, draws, principal, rate, maturity,
                        12 / terms.paymentsPerYear()),
                kind.reserve().openingUsdM() * USD_PER_USD_M, kind.sweepShare(), tests(kind, revolver),
                pledged,
                terms.security().miners(), revolver.flatMap(Revolver::borrowingBase).map(this::base),
                agreed instanceof BitcoinLoan b
                        ? Optional.of(new MarginTerms(b.pledgedBtc(), b.callLtv(), b.liquidationLtv(),
                                b.targetLtv()))
                        : Optional.empty());
    }

    /** Interest dates count back from maturity, as coupon dates do. */
    private boolean[] paymentMonths(Instrument.Terms terms, int maturity) {
        boolean[] pays = new boolean[timeline.months()];
        int step = 12 / terms.paymentsPerYear();
        for (int m = 0; m < pays.length; m++) {
            pays[m] = Math.floorMod(maturity - m, step) == 0;
        }
        return pays;
    }

    private double[] yearFractions(Instrument.Terms terms) {
        double[] fractions = new double[timeline.months()];
        for (int m = 0; m < fractions.length; m++) {
            fractions[m] = terms.dayCount().yearFraction(timeline.start(m), timeline.end(m));
        }
        return fractions;
    }

    /** The first coupon covers the days since the last one, some of them before the as-of date. */
    private double accruedYears(Instrument.Terms terms, int maturity) {
        int step = 12 / terms.paymentsPerYear();
        double years = 0;
        for (int m = -1; Math.floorMod(maturity - m, step) != 0; m--) {
            years += terms.dayCount().yearFraction(timeline.start(m), timeline.end(m));
        }
        return years;
    }

    private double[] draws(Optional<DelayedDraw> draw, double openingUsd) {
        double[] usd = draw.map(d -> draws(timeline, d, openingUsd / USD_PER_USD_M))
                .orElseGet(() -> new double[timeline.months()]);
        for (int m = 0; m < usd.length; m++) {
            usd[m] *= USD_PER_USD_M;
        }
        return usd;
    }

    /**
     * Equal monthly draws from the balance to the commitment while the loan is available, USD millions. A horizon that
     * ends before availability leaves the rest undrawn.
     */
    static double[] draws(Timeline timeline, DelayedDraw draw, double outstandingUsdM) {
        double[] usdM = new double[timeline.months()];
        int first = availableFrom(timeline, draw);
        int last = timeline.indexOf(draw.availabilityEnd());
        for (int m = first; m <= last && m < usdM.length; m++) {
            usdM[m] = (draw.commitmentUsdM() - outstandingUsdM) / (last - first + 1);
        }
        return usdM;
    }

    private static int availableFrom(Timeline timeline, DelayedDraw draw) {
        return Math.max(0, draw.availabilityStart().map(timeline::indexOf).orElse(0));
    }

    /**
     * Reserve target: scheduled debt service of the next months, as a sum. Beyond the horizon the last payment period
     * repeats until maturity, so that the horizon releases no reserve.
     */
    private double[] reserveTargets(Reserve reserve, double openingUsd, double[] draws, double[] principal,
            double rate, int maturity, int period) {
        int months = timeline.months();
        double[] service = new double[months];
        double balance = openingUsd;
        for (int m = 0; m < months; m++) {
            balance += draws[m];
            service[m] = balance * rate / 12 + principal[m];
            balance -= principal[m];
        }
        double[] target = new double[months];
        for (int m = 0; m < months; m++) {
            for (int k = m + 1; k <= m + reserve.months() && (k < months || k <= maturity); k++) {
                int known = k < months ? k : months - period + (k - months) % period;
                target[m] += service[Math.max(0, known)];
            }
        }
        return target;
    }

    private boolean[] putMonths(Instrument agreed) {
        boolean[] months = new boolean[timeline.months()];
        if (agreed instanceof Convertible note) {
            for (LocalDate date : note.putDates()) {
                int m = timeline.indexOf(date);
                if (m >= 0 && m < months.length) {
                    months[m] = true;
                }
            }
        }
        return months;
    }

    private List<CovenantTerms> tests(Kind kind, Optional<Revolver> revolver) {
        List<CovenantTerms> tests = new ArrayList<>();
        for (Covenant covenant : revolver.map(Revolver::covenants).orElse(kind.covenants())) {
            boolean[] tested = new boolean[timeline.months()];
            int first = timeline.indexOf(covenant.firstTest());
            for (int m = Math.max(0, first); m < tested.length; m++) {
                tested[m] = (m - first) % covenant.everyMonths() == 0;
            }
            CovenantTerms terms =
                    new CovenantTerms(covenants.size(), label(covenant), covenant, threshold(covenant),
                            tested, covenant.remedy());
            covenants.add(terms);
            tests.add(terms);
        }
        return tests;
    }

    private static String label(Covenant covenant) {
        return switch (covenant) {
            case Covenant.MinDscr c -> String.format(Locale.ROOT, "DSCR >= %.2fx", c.threshold());
            case Covenant.MinLiquidity c -> String.format(Locale.ROOT, "liquidity >= $%.0fm", c.usdM());
            case Covenant.MaxLtv c -> String.format(Locale.ROOT, "LTV <= %.0f%%", 100 * c.threshold());
            case Covenant.MaxNetLeverage c ->
                    String.format(Locale.ROOT, "net leverage <= %.2fx", c.threshold());
            case Covenant.MinInterestCover c ->
                    String.format(Locale.ROOT, "interest cover >= %.2fx", c.threshold());
            case Covenant.MinDebtYield c ->
                    String.format(Locale.ROOT, "debt yield >= %.1f%%", 100 * c.threshold());
        };
    }

    private static double threshold(Covenant covenant) {
        return switch (covenant) {
            case Covenant.MinDscr c -> c.threshold();
            case Covenant.MinLiquidity c -> c.usdM() * USD_PER_USD_M;
            case Covenant.MaxLtv c -> c.threshold();
            case Covenant.MaxNetLeverage c -> c.threshold();
            case Covenant.MinInterestCover c -> c.threshold();
            case Covenant.MinDebtYield c -> c.threshold();
        };
    }

    private BaseTerms base(BorrowingBase agreed) {
        boolean[] redetermined = new boolean[timeline.months()];
        for (int m = 0; m < redetermined.length; m++) {
            redetermined[m] = (m + 1) % agreed.redetermineMonths() == 0;
        }
        return new BaseTerms(agreed.gpuAdvance() * agreed.orderlyFactor(), agreed.receivablesAdvance(),
                agreed.btcAdvance(), agreed.reservesUsdM() * USD_PER_USD_M, redetermined);
    }
}
