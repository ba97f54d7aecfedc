package org.deflator.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.CovenantLine;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.FirstBreach;
import org.deflator.engine.run.RunSummary.GenerationSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;

/**
 * Results as a run of the sample book might give them: smooth curves, gaps where a measure does not exist.
 */
final class SampleRun {
    static final int MONTHS = 120;

    private SampleRun() {}

    static ReportInput input() {
        return input("Northgate Compute");
    }

    static ReportInput input(String nameOfFirst) {
        Portfolio portfolio = SampleBook.portfolio(nameOfFirst);
        return new ReportInput(summary(portfolio), portfolio, SampleMarket.market(), sources(portfolio),
                marketSources(),
                tests(), ledger(), List.of(), "Deflator 0.1.0");
    }

    private static RunSummary summary(Portfolio portfolio) {
        List<BorrowerSummary> borrowers = new ArrayList<>();
        List<InstrumentSummary> instruments = new ArrayList<>();
        double exposure = 0;
        double loss = 0;
        for (Borrower borrower : portfolio.borrowers()) {
            double hazard = hazard(borrower);
            borrowers.add(borrower(borrower, hazard));
            for (Instrument debt : borrower.debt()) {
                instruments.add(instrument(borrower, debt, hazard));
                exposure += debt.terms().outstandingUsdM();
                loss += instruments.getLast().expectedLossUsdM();
            }
        }
        double[] quantiles = new double[101];
        for (int i = 0; i <= 100; i++) {
            quantiles[i] = Math.max(0, loss * 0.098 * (Math.exp(0.0425 * (i - 12)) - 1));
        }
        PortfolioTotals totals = new PortfolioTotals(exposure, 1_130, loss, loss * 0.011, quantiles[99],
                quantiles[99] * 1.18, 0.9637, quantiles);
        return new RunSummary(portfolio.id(), portfolio.asOf(), new RunPlan(10_000, MONTHS, 42, 4), totals,
                borrowers,
                instruments,
                List.of(generation("A100-SXM", 1.10, 6_500, 0.30), generation("H100-SXM", 2.35, 18_000, 0.20),
                        generation("B200-SXM", 3.90, 36_000, 0.18)),
                portfolio.unmodelled(), List.of());
    }

    private static double hazard(Borrower borrower) {
        return switch (borrower.id()) {
            case "north" -> 0.05;
            case "north-iv", "tundra-hpc" -> 0.004;
            case "north-v" -> 0.03;
            case "tundra" -> 0.07;
            case "spotlight" -> 0.35;
            default -> 0.55;
        };
    }

    private static BorrowerSummary borrower(Borrower borrower, double hazard) {
        int last = borrower.debt().stream().mapToInt(d -> 12 * (d.terms().maturity().getYear() - 2026)).max()
                .orElse(0);
        double[] alive = new double[MONTHS];
        double[] defaults = new double[MONTHS];
        double survivors = 1;
        for (int m = 0; m < MONTHS; m++) {
            defaults[m] = m < 2 || m >= last ? 0 : survivors * hazard / 12 * (1 + Math.sin(m / 9.0) * 0.6);
            survivors -= defaults[m];
            alive[m] = survivors;
        }
        double level = hazard > 0.3 ? 1.15 : hazard > 0.02 ? 1.6 : 1.5;
        Fan dscr = fan(level, hazard > 0.02 ? -0.09 : -0.01, 0.25, 3, last, alive);
        boolean secured = borrower.debt().stream().anyMatch(d -> d.terms().rank() == Rank.SENIOR_SECURED);
        Fan stated = secured ? fan(0.72, -0.03, 0.18, 0, last, alive) : none();
        Fan sale = secured ? fan(1.28, -0.02, 0.32, 0, last, alive) : none();
        double[] due = new double[MONTHS];
        double[] contracted = new double[MONTHS];
        double[] revenue = new double[MONTHS];
        for (Instrument debt : borrower.debt()) {
            int months = 12 * (debt.terms().maturity().getYear() - 2026);
            for (int m = 2; m < months; m += 3) {
                boolean level3 = debt instanceof Instrument.TermLoan;
                due[m] += level3
                        ? debt.terms().outstandingUsdM() * 3 / months
                        : m + 3 >= months ? debt.terms().outstandingUsdM() : 0;
            }
        }
        for (int m = 0; m < MONTHS; m++) {
            for (OfftakeContract contract : borrower.contracts()) {
                if (!SampleMarket.AS_OF.plusMonths(m + 1L).isAfter(contract.end().atEndOfMonth())) {
                    contracted[m] += contract.units() * contract.priceUsdPerGpuHour() * 730 * 0.985 / 1e6;
                }
            }
            revenue[m] = contracted[m]
                    + borrower.fleets().getFirst().units() * 0.0013 * Math.exp(-0.018 * m) * 0.4;
        }
        List<CovenantLine> lines = borrower.debt().stream().filter(d -> d instanceof Instrument.TermLoan)
                .flatMap(d -> List.of(new CovenantLine(d.terms().name() + " event of default 1.10x", 1.10),
                        new CovenantLine(d.terms().name() + " lock-up 1.20x", 1.20)).stream())
                .toList();
        return new BorrowerSummary(borrower.id(), borrower.name(), borrower.parent(), dscr, stated, sale,
                fan(0.22, -0.05, 0.6, 0, MONTHS, alive), defaults, due, contracted, revenue, lines,
                Optional.empty());
    }

    /**
     * Lognormal percentiles around {@code start exp(drift t)}, existing from month {@code from} up to
     * {@code to}.
     */
    private static Fan fan(double start, double drift, double vol, int from, int to, double[] alive) {
        double[] z = {-1.645, -0.674, 0, 0.674, 1.645};
        double[][] values = new double[5][MONTHS];
        double[] share = new double[MONTHS];
        for (int m = 0; m < MONTHS; m++) {
            double years = (m + 1) / 12.0;
            for (int i = 0; i < 5; i++) {
                values[i][m] = m < from || m >= to
                        ? Double.NaN
                        : start * Math.exp(drift * years + z[i] * vol * Math.sqrt(years) / (1 + 0.15 * years)
                                + 0.02 * Math.sin(m / 4.0));
            }
            share[m] = m < from || m >= to ? 0 : alive[m];
        }
        return new Fan(values[0], values[1], values[2], values[3], values[4], share);
    }

    private static Fan none() {
        double[] nan = new double[MONTHS];
        Arrays.fill(nan, Double.NaN);
        return new Fan(nan, nan, nan, nan, nan, new double[MONTHS]);
    }

    private static GenerationSummary generation(String gpu, double rent, double price, double decline) {
        double[] all = new double[MONTHS];
        Arrays.fill(all, 1);
        double drift = Math.log(1 - decline);
        return new GenerationSummary(gpu, fan(rent, drift, 0.34, 0, MONTHS, all),
                fan(price, drift * 1.2, 0.4, 0, MONTHS, all));
    }

    private static InstrumentSummary instrument(Borrower borrower, Instrument debt, double hazard) {
        boolean secured = debt.terms().rank() == Rank.SENIOR_SECURED;
        double usdM = debt.terms().outstandingUsdM();
        List<Pd> pd = new ArrayList<>();
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            double[] cumulative = new double[3];
            double[] error = new double[3];
            for (int i = 0; i < 3; i++) {
                int years = RunSummary.PD_YEARS.get(i);
                boolean matured = 2026 + years > debt.terms().maturity().getYear() + 2;
                cumulative[i] = matured
                        ? Double.NaN
                        : 1 - Math.exp(-hazard * harder(definition) * years * 0.9);
                error[i] = Math.sqrt(cumulative[i] * (1 - cumulative[i]) / 10_000);
            }
            pd.add(new Pd(definition, cumulative, error));
        }
        double lgd = secured ? 0.34 : 0.71;
        double loss = usdM * lgd * (1 - Math.exp(-hazard * 4)) * 0.85;
        return new InstrumentSummary(debt.id(), debt.terms().name(), borrower.id(), type(debt),
                debt.terms().rank(), usdM,
                debt.id().equals("ddtl-5") ? 680 : debt.id().equals("north-rcf") ? 450 : 0, pd,
                OptionalDouble.of(lgd),
                loss, loss * 0.021, secured ? OptionalDouble.of(1.62 - hazard * 1.7) : OptionalDouble.empty(),
                secured ? OptionalDouble.of(1.78 - hazard) : OptionalDouble.empty(),
                secured ? OptionalDouble.of(0.66 + hazard * 0.3) : OptionalDouble.empty(),
                secured ? OptionalDouble.of(0.98 + hazard * 2) : OptionalDouble.empty(),
                OptionalDouble.empty(), OptionalDouble.empty(),
                debt instanceof Instrument.TermLoan
                        ? Optional.of(new FirstBreach("DSCR >= 1.20x", 1 - Math.exp(-hazard * 9)))
                        : Optional.empty(),
                Optional.of(
                        secured ? DefaultCause.COVENANT.label() : DefaultCause.MATURITY.label()));
    }

    private static double harder(DefaultDefinition definition) {
        return switch (definition) {
            case PAYMENT -> 1;
            case AGENCY -> 1.6;
            case COVENANT -> 2.6;
        };
    }

    private static String type(Instrument debt) {
        return switch (debt) {
            case Instrument.TermLoan loan -> "term loan";
            case Instrument.Revolver revolver -> "revolver";
            case Instrument.Bond bond -> "bond";
            case Instrument.Convertible convertible -> "convertible";
            case Instrument.Lease lease -> "lease";
            case Instrument.BitcoinLoan loan -> "bitcoin loan";
        };
    }

    private static Provenance sources(Portfolio portfolio) {
        TreeMap<String, Provenance.Entry> figures = new TreeMap<>();
        for (Borrower borrower : portfolio.borrowers()) {
            String path = "borrowers." + borrower.id() + ".";
            figures.put(path + "treasury.cash_usd_m", new Provenance.Entry("480",
                    new Evidence.Sourced(
                            "https://www.sec.gov/Archives/edgar/data/000/" + borrower.id() + "-10q.htm")));
            figures.put(path + "costs.overhead_usd_m_per_month", new Provenance.Entry("3",
                    new Evidence.Assumed("middle of the range of the segment; not disclosed")));
            for (Instrument debt : borrower.debt()) {
                figures.put(path + "debt." + debt.id() + ".outstanding_usd_m",
                        new Provenance.Entry(String.valueOf(debt.terms().outstandingUsdM()),
                                new Evidence.Sourced("https://www.sec.gov/Archives/edgar/data/000/"
                                        + debt.id() + ".htm")));
            }
        }
        return new Provenance(figures);
    }

    private static Provenance marketSources() {
        TreeMap<String, Provenance.Entry> figures = new TreeMap<>();
        figures.put("rents.h100.usd_per_gpu_hour",
                new Provenance.Entry("2.35", new Evidence.Sourced("https://example.org/rent-index")));
        figures.put("depth.normal.units_per_month",
                new Provenance.Entry("20000",
                        new Evidence.Assumed("no data found; swept from a third to three times")));
        figures.put("depth.crisis.units_per_month",
                new Provenance.Entry("2000",
                        new Evidence.Assumed("no data found; swept from a third to three times")));
        return new Provenance(figures);
    }

    private static List<TestRow> tests() {
        List<TestRow> tests = new ArrayList<>();
        for (int m = 5; m < 60; m += 3) {
            tests.add(new TestRow(m % 4, m, "ddtl-5", "DSCR >= 1.20x", 1.3, 1.2, 0.1,
                    m < 48 ? "kept" : "lock-up"));
        }
        return tests;
    }

    private static List<LedgerRow> ledger() {
        List<LedgerRow> ledger = new ArrayList<>();
        for (int m = 0; m < 60; m++) {
            ledger.add(new LedgerRow(0, m, "north-v", "contract revenue", 98e6));
            ledger.add(new LedgerRow(0, m, "north-v", "power and operations", -21e6));
            ledger.add(new LedgerRow(0, m, "north-v", "interest ddtl-5", -13e6 + m * 0.2e6));
            ledger.add(new LedgerRow(0, m, "north-v", "principal ddtl-5", -31e6));
        }
        return ledger;
    }
}
