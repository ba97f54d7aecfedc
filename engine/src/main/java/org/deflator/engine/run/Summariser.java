package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.ContractTerms;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.LeaseTerms;
import org.deflator.engine.cashflow.OperatingAccount;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.random.TreeSum;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.CovenantLine;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.FirstBreach;
import org.deflator.engine.run.RunSummary.GenerationSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.LandlordSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.market.UsageModel;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Remedy;

/** Turns sums into what a reader wants to know. */
final class Summariser {
    private static final double USD_M = 1e-6;

    private final RunTotals totals;
    private final int paths;

    Summariser(RunTotals totals) {
        this.totals = totals;
        this.paths = totals.paths();
    }

    RunSummary summary() {
        List<BorrowerSummary> borrowers = totals.book.borrowers().stream()
                .sorted(Comparator.comparing(BorrowerTerms::id)).map(this::borrower).toList();
        List<InstrumentSummary> instruments = new ArrayList<>();
        totals.book.borrowers().stream().sorted(Comparator.comparing(BorrowerTerms::id))
                .forEach(b -> b.debts().forEach(d -> instruments.add(instrument(b, d))));
        List<GenerationSummary> generations = new ArrayList<>();
        for (int g = 0; g < totals.rents.length; g++) {
            generations.add(new GenerationSummary(totals.book.plan().gpuIds().get(g), fan(totals.rents[g]),
                    fan(totals.resale[g])));
        }
        return new RunSummary(totals.baseCase.portfolioId(), totals.baseCase.asOf(), totals.plan, portfolio(),
                borrowers,
                instruments, generations, totals.baseCase.unmodelled(), totals.baseCase.leftOut());
    }

    private PortfolioTotals portfolio() {
        double[] loss = Arrays.copyOf(totals.lossUsd, paths);
        double mean = TreeSum.sum(loss, paths) / paths;
        double[] squares = new double[paths];
        int any = 0;
        for (int i = 0; i < paths; i++) {
            squares[i] = (loss[i] - mean) * (loss[i] - mean);
            any += totals.defaultedWithin5Years[i] ? 1 : 0;
        }
        double se = paths < 2 ? Double.NaN : Math.sqrt(TreeSum.sum(squares, paths) / (paths - 1.0) / paths);
        Arrays.sort(loss);
        double[] quantiles = new double[101];
        for (int q = 0; q <= 100; q++) {
            quantiles[q] =
                    USD_M * loss[Math.min(paths - 1, Math.max(0, (int) (((long) q * paths + 99) / 100) - 1))];
        }
        double es = expectedShortfall(loss);
        double exposure = 0;
        double undrawn = 0;
        for (DebtTerms debt : totals.book.debts()) {
            exposure += debt.openingUsd();
            undrawn += debt.commitmentUsd() - debt.openingUsd();
        }
        return new PortfolioTotals(USD_M * exposure, USD_M * undrawn, USD_M * mean, USD_M * se, quantiles[99],
                USD_M * es, totals.plan.months() >= 60 ? (double) any / paths : Double.NaN, quantiles);
    }

    /** Mean of the worst hundredth of sorted losses, the last of them counted in part (PORT-15). */
    static double expectedShortfall(double[] sorted) {
        int n = sorted.length;
        double tail = Math.max(1, n / 100.0);
        int whole = (int) tail;
        double sum = TreeSum.sum(Arrays.copyOfRange(sorted, n - whole, n), whole);
        double part = whole < n ? (tail - whole) * sorted[n - whole - 1] : 0;
        return (sum + part) / tail;
    }

    private BorrowerSummary borrower(BorrowerTerms b) {
        int months = totals.plan.months();
        double[] maturities = new double[months];
        for (DebtTerms debt : b.debts()) {
            double balance = debt.openingUsd();
            for (int m = 0; m < months; m++) {
                balance += debt.drawUsd()[m];
                double due = m == debt.maturityMonth() ? balance : debt.principalUsd()[m];
                maturities[m] += USD_M * due;
                balance -= due;
            }
        }
        double[] revenue = new double[months];
        for (LedgerRow row : totals.baseCase.ledger()) {
            if (row.borrower().equals(b.id())
                    && OperatingAccount.of(row.account()).filter(OperatingAccount::income).isPresent()) {
                revenue[row.month()] += USD_M * row.usd();
            }
        }
        double[] defaults = new double[months];
        for (int m = 0; m < months; m++) {
            defaults[m] = (double) totals.defaults[b.index()][m] / paths;
        }
        Histogram[][] own = totals.measures[b.index()];
        Optional<String> parent = b.parent() < 0
                ? Optional.empty()
                : Optional.of(totals.book.borrowers().get(b.parent()).id());
        return new BorrowerSummary(b.id(), b.name(), parent, fan(own[BorrowerMeasure.DSCR.ordinal()]),
                fan(own[BorrowerMeasure.STATED_LTV.ordinal()]),
                fan(own[BorrowerMeasure.LIQUIDATION_LTV.ordinal()]),
                fan(own[BorrowerMeasure.LIQUIDITY.ordinal()]), defaults, maturities, contracted(b), revenue,
                lines(b),
                b.dataCentres().isEmpty() ? Optional.empty()
                        : Optional.of(new LandlordSummary(fan(own[BorrowerMeasure.INTEREST_COVER.ordinal()]),
                                fan(own[BorrowerMeasure.DEBT_YIELD.ordinal()]))));
    }

    /** Revenue of today's contracts and leases until they end, at full price and without delay. */
    private double[] contracted(BorrowerTerms b) {
        UsageModel usage = totals.book.plan().market().model().usage();
        double[] usd = new double[totals.plan.months()];
        for (ContractTerms c : b.contracts()) {
            for (int m = 0; m < usd.length && m < c.endMonth(); m++) {
                usd[m] += USD_M * c.units()[m] * c.priceUsdPerHour() * c.cashShare() * usage.availability()
                        * usage.hoursPerMonth();
            }
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            double[] rentUsd = dataCentre.lease().map(LeaseTerms::rentUsd).orElseGet(() -> new double[0]);
            for (int m = 0; m < Math.min(usd.length, rentUsd.length); m++) {
                usd[m] += USD_M * rentUsd[m] * dataCentre.handedOver(m, dataCentre.completion());
            }
        }
        return usd;
    }

    private static List<CovenantLine> lines(BorrowerTerms b) {
        List<CovenantLine> lines = new ArrayList<>();
        for (DebtTerms debt : b.debts()) {
            for (CovenantTerms test : debt.tests()) {
                if (test.agreed() instanceof Covenant.MinDscr) {
                    String remedy = switch (test.remedy()) {
                        case Remedy.Lockup _ -> "lock-up";
                        case Remedy.Sweep _ -> "sweep";
                        case Remedy.EventOfDefault _ -> "event of default";
                    };
                    lines.add(new CovenantLine(debt.agreed().terms().name() + " " + remedy + " "
                            + String.format(java.util.Locale.ROOT, "%.2fx", test.threshold()),
                            test.threshold()));
                }
            }
        }
        return lines;
    }

    private InstrumentSummary instrument(BorrowerTerms b, DebtTerms debt) {
        RunTotals.InstrumentTotal total = totals.instruments.get(debt.index());
        double mean = total.lossUsd / paths;
        double variance = Math.max(0, total.lossSquared / paths - mean * mean);
        double se = paths < 2 ? Double.NaN : Math.sqrt(variance / (paths - 1.0));
        List<Pd> pds = new ArrayList<>();
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            pds.add(pd(definition, total.defaultsByMonth[definition.ordinal()]));
        }
        return new InstrumentSummary(debt.id(), debt.agreed().terms().name(), b.id(), type(debt.agreed()),
                debt.rank(),
                USD_M * debt.openingUsd(), USD_M * (debt.commitmentUsd() - debt.openingUsd()), pds,
                total.exposureUsd > 0 ? OptionalDouble.of(total.claimLossUsd / total.exposureUsd)
                        : OptionalDouble.empty(),
                USD_M * mean, USD_M * se, finite(total.minDscr.quantile(0.5)),
                median(b, BorrowerMeasure.DSCR),
                finite(totals.baseCase.statedLtv()[debt.index()]),
                finite(totals.baseCase.liquidationLtv()[debt.index()]),
                median(b, BorrowerMeasure.INTEREST_COVER),
                debt.securedByDataCentre(b) ? median(b, BorrowerMeasure.DEBT_YIELD) : OptionalDouble.empty(),
                firstBreach(debt, total),
                dominantCause(total));
    }

    /** Median over paths and months. */
    private OptionalDouble median(BorrowerTerms b, BorrowerMeasure measure) {
        Histogram overTime = measure.histogram();
        for (Histogram month : totals.measures[b.index()][measure.ordinal()]) {
            overTime.add(month);
        }
        return finite(overTime.quantile(0.5));
    }

    private Pd pd(DefaultDefinition definition, int[] byMonth) {
        int n = RunSummary.PD_YEARS.size();
        double[] cumulative = new double[n];
        double[] se = new double[n];
        for (int k = 0; k < n; k++) {
            int months = 12 * RunSummary.PD_YEARS.get(k);
            int defaults = 0;
            for (int m = 0; m < Math.min(months, byMonth.length); m++) {
                defaults += byMonth[m];
            }
            double p = months <= byMonth.length ? (double) defaults / paths : Double.NaN;
            cumulative[k] = p;
            se[k] = Math.sqrt(p * (1 - p) / paths);
        }
        return new Pd(definition, cumulative, se);
    }

    private Optional<FirstBreach> firstBreach(DebtTerms debt, RunTotals.InstrumentTotal total) {
        int most = -1;
        for (int c = 0; c < debt.tests().size(); c++) {
            if (total.firstBreach[c] > 0 && (most < 0 || total.firstBreach[c] > total.firstBreach[most])) {
                most = c;
            }
        }
        return most < 0
                ? Optional.empty()
                : Optional.of(new FirstBreach(debt.tests().get(most).label(),
                        (double) total.firstBreach[most] / paths));
    }

    private static Optional<String> dominantCause(RunTotals.InstrumentTotal total) {
        int most = -1;
        for (int c = 0; c < total.causes.length; c++) {
            if (total.causes[c] > 0 && (most < 0 || total.causes[c] > total.causes[most])) {
                most = c;
            }
        }
        return most < 0 ? Optional.empty() : Optional.of(DefaultCause.values()[most].label());
    }

    /** How tables call a kind of instrument. */
    static String type(Instrument instrument) {
        return switch (instrument) {
            case Instrument.TermLoan _ -> "term loan";
            case Instrument.Revolver _ -> "revolver";
            case Instrument.Bond _ -> "bond";
            case Instrument.Convertible _ -> "convertible";
            case Instrument.Lease _ -> "lease";
            case Instrument.BitcoinLoan _ -> "bitcoin loan";
        };
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private Fan fan(Histogram[] months) {
        int n = months.length;
        double[][] q = new double[5][n];
        double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
        double[] share = new double[n];
        for (int m = 0; m < n; m++) {
            for (int k = 0; k < levels.length; k++) {
                q[k][m] = months[m].quantile(levels[k]);
            }
            share[m] = (double) months[m].total() / paths;
        }
        return new Fan(q[0], q[1], q[2], q[3], q[4], share);
    }
}
