package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;

/**
 * A kind of figure that the summary has of each of its subjects, and what it means.
 *
 * @param <S> what has it: an instrument, a borrower, or the portfolio
 * @param name short name, with the unit where it needs one
 * @param alias name in {@code summary.json}, the short one if it has no other
 * @param unit what it counts
 * @param definition what it is, one sentence without the full stop
 * @param computation how it comes about, in words
 * @param source what it is read from
 * @param value its value; empty where it does not exist
 * @param standardError error of the simulation; empty where none is computed
 */
public record SummaryMetric<S>(String name, String alias, Unit unit, String definition, String computation,
        Source source, Function<S, OptionalDouble> value, Function<S, OptionalDouble> standardError) {
    private static final int MONTHS_PER_YEAR = 12;

    /** What a figure counts. */
    public enum Unit {
        /** A fraction, told in per cent. */
        SHARE,
        /** A multiple. */
        MULTIPLE,
        /** USD millions. */
        USD_M
    }

    /** What a figure is read from. */
    public enum Source {
        /** What is owed on the as-of date, as the file states it. */
        TERMS,
        /** The first month of the path on which every random driver is at its median. */
        BASE_CASE,
        /** All paths, by when an instrument defaulted. */
        DEFAULT_DATES,
        /** All paths, by what a default cost. */
        LOSSES,
        /** All paths, by cover while debt was owed. */
        COVER
    }

    /** The figures of an instrument, in the order in which the summary has them. */
    public static List<SummaryMetric<InstrumentSummary>> ofInstruments() {
        List<SummaryMetric<InstrumentSummary>> all = new ArrayList<>();
        all.add(of("exposure_usd_m", Unit.USD_M, "balance outstanding on the as-of date",
                "read from the portfolio", Source.TERMS,
                each -> OptionalDouble.of(each.exposureUsdM())));
        all.add(of("undrawn_usd_m", Unit.USD_M, "what is committed and not drawn on the as-of date",
                "commitment less balance outstanding", Source.TERMS,
                each -> OptionalDouble.of(each.undrawnUsdM())));
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            for (int year = 0; year < RunSummary.PD_YEARS.size(); year++) {
                all.add(pd(definition, year));
            }
        }
        all.add(of("lgd", Unit.SHARE, "loss given default: what is lost of a claim, recoveries discounted to"
                + " the default at the debt's own rate",
                "sum of claims less recoveries over the sum of claims, of the paths with a payment default",
                Source.LOSSES, InstrumentSummary::lgd));
        all.add(new SummaryMetric<>("expected_loss_usd_m", "expected_loss_usd_m", Unit.USD_M,
                "mean loss over the whole horizon, discounted to the as-of date at SOFR",
                "mean over all paths, those without loss included; standard error from their variance",
                Source.LOSSES, each -> OptionalDouble.of(each.expectedLossUsdM()),
                each -> finite(each.expectedLossSeUsdM())));
        all.add(new SummaryMetric<>("dscr_min", "min_dscr_median", Unit.MULTIPLE,
                "the lowest debt service cover that a path sees while the debt is owed",
                "lowest cover of each path, of these the median, to the width of a bin of the histogram",
                Source.COVER, InstrumentSummary::minDscrMedian, _ -> OptionalDouble.empty()));
        all.add(new SummaryMetric<>("dscr_median", "median_dscr", Unit.MULTIPLE,
                "debt service cover of the borrower in the middle of all paths and months",
                "median over paths and months in which debt service was due, to the width of a bin of the"
                        + " histogram",
                Source.COVER, InstrumentSummary::medianDscr, _ -> OptionalDouble.empty()));
        all.add(new SummaryMetric<>("ltv_stated", "stated_ltv", Unit.SHARE,
                "debt that shares the collateral over cards at today's used price and data centres as valued",
                "balance over units times marked price and the values of data centres, at the end of the"
                        + " first month of the base case",
                Source.BASE_CASE, InstrumentSummary::statedLtv, _ -> OptionalDouble.empty()));
        all.add(new SummaryMetric<>("ltv_liquidation", "liquidation_ltv", Unit.SHARE,
                "debt that shares the collateral over what an orderly sale of it brings",
                "balance over proceeds after time, price impact and cost, at the end of the first month of"
                        + " the base case",
                Source.BASE_CASE, InstrumentSummary::liquidationLtv, _ -> OptionalDouble.empty()));
        all.add(new SummaryMetric<>("interest_cover", "interest_cover", Unit.MULTIPLE,
                "EBITDA of an owner of data centres over its interest, in the middle of all paths and months",
                "median over paths and months of the last twelve months, to the width of a bin of the"
                        + " histogram",
                Source.COVER, InstrumentSummary::interestCover, _ -> OptionalDouble.empty()));
        all.add(new SummaryMetric<>("debt_yield", "debt_yield", Unit.SHARE,
                "net operating income a year of pledged data centres over the debt that they secure, in the"
                        + " middle of all paths and months",
                "median over paths and months in which they are handed over, to the width of a bin of the"
                        + " histogram",
                Source.COVER, InstrumentSummary::debtYield, _ -> OptionalDouble.empty()));
        return List.copyOf(all);
    }

    /** The figures of a borrower. */
    public static List<SummaryMetric<BorrowerSummary>> ofBorrowers() {
        return RunSummary.PD_YEARS.stream().map(SummaryMetric::borrowerPd).toList();
    }

    /** The figures of the whole portfolio. */
    public static List<SummaryMetric<PortfolioTotals>> ofPortfolio() {
        return List.of(
                of("exposure_usd_m", Unit.USD_M, "balances outstanding on the as-of date",
                        "sum over all instruments, read from the portfolio", Source.TERMS,
                        each -> OptionalDouble.of(each.exposureUsdM())),
                of("undrawn_usd_m", Unit.USD_M, "what is committed and not drawn on the as-of date",
                        "sum over all instruments of commitment less balance outstanding", Source.TERMS,
                        each -> OptionalDouble.of(each.undrawnUsdM())),
                new SummaryMetric<>("expected_loss_usd_m", "expected_loss_usd_m", Unit.USD_M,
                        "mean loss over the whole horizon, discounted to the as-of date at SOFR",
                        "mean over all paths of the sum over all instruments; standard error from its"
                                + " variance",
                        Source.LOSSES, each -> OptionalDouble.of(each.expectedLossUsdM()),
                        each -> finite(each.expectedLossSeUsdM())),
                of("var99_usd_m", Unit.USD_M, "loss that one path in a hundred exceeds",
                        "99th percentile over all paths of the sum over all instruments", Source.LOSSES,
                        each -> finite(each.var99UsdM())),
                of("es99_usd_m", Unit.USD_M, "mean loss of the worst path in a hundred",
                        "mean of the worst hundredth of all paths", Source.LOSSES,
                        each -> finite(each.es99UsdM())),
                of("any_payment_default_5y", Unit.SHARE,
                        "probability that any instrument has a payment default within 5 years",
                        "share of paths with such a month among the first " + 5 * MONTHS_PER_YEAR,
                        Source.DEFAULT_DATES, each -> finite(each.anyDefault5y())));
    }

    private static SummaryMetric<BorrowerSummary> borrowerPd(int years) {
        String name = "pd_payment_" + years + "y";
        return of(name, Unit.SHARE,
                "probability that the borrower defaults on a payment within "
                        + (years == 1 ? "a year" : years + " years"),
                "share of paths with such a month among the first " + MONTHS_PER_YEAR * years,
                Source.DEFAULT_DATES,
                each -> each.defaultsByMonth().length < MONTHS_PER_YEAR * years ? OptionalDouble.empty()
                        : OptionalDouble.of(Arrays.stream(each.defaultsByMonth(), 0, MONTHS_PER_YEAR * years)
                                .sum()));
    }

    private static SummaryMetric<InstrumentSummary> pd(DefaultDefinition definition, int year) {
        int years = RunSummary.PD_YEARS.get(year);
        String what = switch (definition) {
            case PAYMENT -> "money due is not paid or the lender takes the collateral";
            case AGENCY -> "an agency would call a default, maturities put off under duress included";
            case COVENANT -> "an event of default under the documents, waived or not,";
        };
        String happens = definition == DefaultDefinition.COVENANT ? " occurs within " : " within ";
        String name = "pd_" + definition.label() + "_" + years + "y";
        return new SummaryMetric<>(name, name, Unit.SHARE,
                "probability that " + what + happens + (years == 1 ? "a year" : years + " years"),
                "share of paths with such a month among the first " + MONTHS_PER_YEAR * years
                        + "; standard error sqrt(p (1 - p) / paths)",
                Source.DEFAULT_DATES, each -> of(each, definition, Pd::cumulative, year),
                each -> of(each, definition, Pd::standardError, year));
    }

    private static OptionalDouble of(InstrumentSummary instrument, DefaultDefinition definition,
            Function<Pd, double[]> values, int year) {
        return instrument.pd().stream().filter(pd -> pd.definition() == definition).findFirst()
                .map(pd -> finite(values.apply(pd)[year])).orElse(OptionalDouble.empty());
    }

    private static <S> SummaryMetric<S> of(String name, Unit unit, String definition, String computation,
            Source source, Function<S, OptionalDouble> value) {
        return new SummaryMetric<>(name, name, unit, definition, computation, source, value,
                _ -> OptionalDouble.empty());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
