package org.deflator.engine.run;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;
import org.deflator.model.portfolio.Rank;

/**
 * The results of a run as a reader wants them: portfolio, borrowers, instruments, generations. Amounts in USD millions,
 * rates, probabilities and losses as fractions.
 *
 * @param portfolioId name of the book
 * @param asOf as-of date
 * @param plan how it was simulated
 * @param portfolio totals
 * @param borrowers borrowers in id order
 * @param instruments instruments, grouped by borrower
 * @param generations card generations simulated
 * @param unmodelled what could not be simulated, and why
 * @param leftOut growth that the perimeter leaves out
 */
public record RunSummary(String portfolioId, LocalDate asOf, RunPlan plan, PortfolioTotals portfolio,
        List<BorrowerSummary> borrowers, List<InstrumentSummary> instruments,
        List<GenerationSummary> generations,
        List<Unmodelled> unmodelled, List<LeftOut> leftOut) {
    /** Horizons in years at which default probabilities are stated. */
    public static final List<Integer> PD_YEARS = List.of(1, 3, 5);

    /**
     * Borrowers with an instrument, and the owners above them, in the order of {@link #borrowers}. Others stand in the
     * book for what could not be simulated and have nothing to show.
     */
    public List<BorrowerSummary> indebted() {
        Set<String> shown = new HashSet<>();
        for (InstrumentSummary instrument : instruments) {
            Optional<String> next = Optional.of(instrument.borrower());
            while (next.isPresent() && shown.add(next.get())) {
                String id = next.get();
                next = borrowers.stream().filter(b -> b.id().equals(id)).findFirst()
                        .flatMap(BorrowerSummary::parent);
            }
        }
        return borrowers.stream().filter(b -> shown.contains(b.id())).toList();
    }

    /**
     * Totals of the book.
     *
     * @param exposureUsdM balance outstanding
     * @param undrawnUsdM committed and not drawn
     * @param expectedLossUsdM mean discounted loss
     * @param expectedLossSeUsdM its standard error
     * @param var99UsdM loss exceeded on 1 % of paths
     * @param es99UsdM mean loss of the worst 1 % of paths
     * @param anyDefault5y share of paths with a payment default within five years
     * @param lossQuantilesUsdM loss at percentiles 0 to 100
     */
    public record PortfolioTotals(double exposureUsdM, double undrawnUsdM, double expectedLossUsdM,
            double expectedLossSeUsdM, double var99UsdM, double es99UsdM, double anyDefault5y,
            double[] lossQuantilesUsdM) {}

    /**
     * Percentiles by month; NaN where the measure does not exist.
     *
     * @param p05 5th percentile; the others follow the same naming
     * @param share share of paths on which the measure exists
     */
    public record Fan(double[] p05, double[] p25, double[] p50, double[] p75, double[] p95, double[] share) {}

    /**
     * One borrower.
     *
     * @param id borrower id
     * @param name full name
     * @param parent id of its parent
     * @param dscr debt service cover by month
     * @param statedLtv secured debt over marked collateral
     * @param liquidationLtv secured debt over sale proceeds into today's depth
     * @param liquidity free cash and undrawn revolver over opening debt
     * @param defaultsByMonth share of paths that defaulted in each month
     * @param maturitiesUsdM base-case principal due by month
     * @param contractedUsdM base-case contracted revenue by month
     * @param revenueUsdM base-case revenue by month
     * @param dscrLines thresholds of its DSCR covenants, for charts
     * @param landlord measures of an owner of data centres, if it is one
     */
    public record BorrowerSummary(String id, String name, Optional<String> parent, Fan dscr, Fan statedLtv,
            Fan liquidationLtv, Fan liquidity, double[] defaultsByMonth, double[] maturitiesUsdM,
            double[] contractedUsdM, double[] revenueUsdM, List<CovenantLine> dscrLines,
            Optional<LandlordSummary> landlord) {}

    /**
     * How well rents carry debt.
     *
     * @param interestCover EBITDA over interest of the last twelve months, by month
     * @param debtYield net operating income a year over the debt that data centres secure
     */
    public record LandlordSummary(Fan interestCover, Fan debtYield) {}

    /** A covenant threshold and its name, such as {@code DDTL 4.0 event of default 1.15x}. */
    public record CovenantLine(String label, double threshold) {}

    /**
     * One instrument.
     *
     * @param id instrument id
     * @param name its name
     * @param borrower borrower id
     * @param type {@code term loan}, {@code bond} and so on
     * @param rank rank
     * @param exposureUsdM balance outstanding
     * @param undrawnUsdM committed and not drawn
     * @param pd default probabilities per definition, in the order of {@link DefaultDefinition}
     * @param lgd mean loss over mean claim at default; empty without defaults
     * @param expectedLossUsdM mean discounted loss
     * @param expectedLossSeUsdM its standard error
     * @param minDscrMedian median over paths of the lowest DSCR
     * @param medianDscr median over paths and months of DSCR
     * @param statedLtv balance over marked or valued collateral on the as-of date
     * @param liquidationLtv balance over sale proceeds on the as-of date
     * @param interestCover median over paths and months of interest cover, of owners of data centres
     * @param debtYield the same of debt yield, of debts that data centres secure
     * @param firstBreach covenant most often breached first, with the share of paths
     * @param dominantCause most frequent cause of default
     */
    public record InstrumentSummary(String id, String name, String borrower, String type, Rank rank,
            double exposureUsdM, double undrawnUsdM, List<Pd> pd, OptionalDouble lgd, double expectedLossUsdM,
            double expectedLossSeUsdM, OptionalDouble minDscrMedian, OptionalDouble medianDscr,
            OptionalDouble statedLtv, OptionalDouble liquidationLtv, OptionalDouble interestCover,
            OptionalDouble debtYield, Optional<FirstBreach> firstBreach,
            Optional<String> dominantCause) {}

    /**
     * Cumulative default probabilities at {@link #PD_YEARS} with their standard errors; NaN beyond the horizon.
     */
    public record Pd(DefaultDefinition definition, double[] cumulative, double[] standardError) {}

    /** A covenant and the share of paths on which it is the first to be breached. */
    public record FirstBreach(String covenant, double share) {}

    /** Rent and used price of one generation by month. */
    public record GenerationSummary(String gpu, Fan rentUsdPerGpuHour, Fan resaleUsd) {}
}
