package org.deflator.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.GenerationSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.market.RentQuote;

/**
 * What a reader should know first, each sentence made from figures of this run by a rule that also knows
 * what to say when the figures say the opposite.
 */
final class Findings {
    /** Instruments named at most as the origin of loss. */
    private static final int NAMED = 3;
    /** A name counts as safe when its payment PD within five years is below this. */
    private static final double LOW_PD = 0.05;
    /** Month at which rents are compared with today's, counted from the as-of date. */
    private static final int RENT_MONTH = 36;

    private final Book book;

    Findings(Book book) {
        this.book = book;
    }

    /** A finding and the question that it answers. */
    record Finding(String question, String sentence) {}

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("Where the loss sits", concentration()));
        findings.add(new Finding("What the collateral is worth", collateral()));
        tenor().ifPresent(sentence -> findings.add(new Finding("What outlives its contract", sentence)));
        findings.add(new Finding("What speaks against deflation", against()));
        return findings;
    }

    private String concentration() {
        PortfolioTotals totals = book.summary().portfolio();
        List<InstrumentSummary> byLoss = book.summary().instruments().stream()
                .filter(i -> i.expectedLossUsdM() > 0)
                .sorted(Comparator.comparingDouble(InstrumentSummary::expectedLossUsdM).reversed()
                        .thenComparing(InstrumentSummary::id))
                .toList();
        if (byLoss.isEmpty()) {
            return "No instrument loses anything on any of "
                    + Figures.count(book.summary().plan().paths(), "path") + ".";
        }
        List<InstrumentSummary> top = byLoss.subList(0, Math.min(NAMED, byLoss.size()));
        double all = byLoss.stream().mapToDouble(InstrumentSummary::expectedLossUsdM).sum();
        double loss = top.stream().mapToDouble(InstrumentSummary::expectedLossUsdM).sum();
        double exposure = top.stream().mapToDouble(InstrumentSummary::exposureUsdM).sum();
        String names = Figures.list(top.stream().map(book::named).toList());
        return names + (top.size() == 1 ? " carries " : " carry ") + Figures.percent(loss / all, 0)
                + " of expected loss on " + Figures.percent(exposure / totals.exposureUsdM(), 0)
                + " of exposure; the book is expected to lose "
                + Figures.percent(totals.expectedLossUsdM() / totals.exposureUsdM(), 1)
                + " of what it has lent.";
    }

    private String collateral() {
        List<InstrumentSummary> secured = book.summary().instruments().stream()
                .filter(i -> i.statedLtv().isPresent() && i.liquidationLtv().isPresent()).toList();
        if (secured.isEmpty()) {
            return "No instrument has an LTV on the as-of date, stated or in liquidation.";
        }
        List<InstrumentSummary> exposed = secured.stream()
                .filter(i -> i.statedLtv().getAsDouble() < 1 && i.liquidationLtv().getAsDouble() > 1)
                .sorted(Comparator.comparingDouble((InstrumentSummary i) -> i.liquidationLtv().getAsDouble())
                        .reversed())
                .toList();
        if (exposed.isEmpty()) {
            long covered = secured.stream().filter(i -> i.liquidationLtv().getAsDouble() <= 1).count();
            return "No instrument with a stated LTV below 100" + Figures.SPACE
                    + "% would exceed it in a sale today; " + covered + " of " + secured.size()
                    + " with an LTV are covered in a sale.";
        }
        InstrumentSummary widest = exposed.getFirst();
        double amount = exposed.stream().mapToDouble(InstrumentSummary::exposureUsdM).sum();
        return exposed.size() + " of " + Figures.count(secured.size(), "instrument") + " with an LTV ("
                + Figures.usd(amount) + ") " + (exposed.size() == 1 ? "is" : "are")
                + " covered at the mark and not"
                + " in a sale into today’s depth; the widest gap is " + book.named(widest) + ", "
                + Figures.percent(widest.statedLtv().getAsDouble(), 0) + " stated against "
                + Figures.percent(widest.liquidationLtv().getAsDouble(), 0) + " in liquidation.";
    }

    /** An instrument and by how many months it matures after the borrower's last contract. */
    private record Overhang(InstrumentSummary instrument, long months) {}

    private Optional<String> tenor() {
        List<Overhang> late = new ArrayList<>();
        for (InstrumentSummary instrument : book.summary().instruments()) {
            Optional<YearMonth> end = book.lastContractEnd(instrument.borrower());
            Optional<YearMonth> due = book.maturity(instrument).map(YearMonth::from);
            if (end.isPresent() && due.isPresent() && due.get().isAfter(end.get())) {
                late.add(new Overhang(instrument,
                        end.get().until(due.get(), java.time.temporal.ChronoUnit.MONTHS)));
            }
        }
        if (late.isEmpty()) {
            return Optional.empty();
        }
        Overhang longest = late.stream().max(Comparator.comparingLong(Overhang::months)).orElseThrow();
        double amount = late.stream().mapToDouble(o -> o.instrument().exposureUsdM()).sum();
        return Optional.of(Figures.count(late.size(), "instrument") + " (" + Figures.usd(amount) + ") "
                + (late.size() == 1 ? "falls" : "fall")
                + " due after the borrower’s last contract has ended; the longest"
                + " such stretch is " + Figures.count(longest.months(), "month") + ", of "
                + book.named(longest.instrument()) + ", to be served at the rents of that day.");
    }

    private String against() {
        List<String> parts = new ArrayList<>();
        risingRents().ifPresent(parts::add);
        safeNames().ifPresent(parts::add);
        return parts.isEmpty()
                ? "Nothing in this run: no rent quote can be compared with its simulated fan, and"
                        + " no borrower lives on"
                        + " investment-grade take-or-pay contracts with a low default probability."
                : "On the evidence of this run, " + String.join("; ", parts) + ".";
    }

    private Optional<String> risingRents() {
        Optional<GenerationSummary> most = book.summary().generations().stream()
                .filter(g -> book.input().market().snapshot().rent(g.gpu()).isPresent())
                .max(Comparator.comparingDouble((GenerationSummary g) -> cards(g.gpu()))
                        .thenComparing(GenerationSummary::gpu, Comparator.reverseOrder()));
        if (most.isEmpty()) {
            return Optional.empty();
        }
        GenerationSummary generation = most.get();
        int month = Math.min(RENT_MONTH, book.time().months()) - 1;
        double today = book.input().market().snapshot().rent(generation.gpu()).map(RentQuote::usdPerGpuHour)
                .orElseThrow();
        ShareAbove above = ShareAbove.of(generation.rentUsdPerGpuHour(), month, today);
        return Optional.of("in " + book.month(month) + " " + generation.gpu() + " rents stand above today’s $"
                + Figures.number(today, 2) + " on " + above.words() + " of paths");
    }

    private double cards(String gpu) {
        return book.input().portfolio().borrowers().stream().flatMap(b -> b.fleets().stream())
                .filter(f -> f.gpu().equals(gpu)).mapToDouble(f -> f.units()).sum();
    }

    private Optional<String> safeNames() {
        List<InstrumentSummary> backed = book.summary().instruments().stream()
                .filter(i -> book.investmentGradeTakeOrPay(i.borrower())).toList();
        List<InstrumentSummary> safe = backed.stream().filter(i -> paymentPd(i) < LOW_PD).toList();
        if (backed.isEmpty()) {
            return Optional.empty();
        }
        double amount = safe.stream().mapToDouble(InstrumentSummary::exposureUsdM).sum();
        if (safe.isEmpty()) {
            return Optional.of("but none of the " + Figures.count(backed.size(), "instrument")
                    + " backed by investment-grade take-or-pay contracts stays below a payment"
                    + " default probability of "
                    + Figures.percent(LOW_PD, 0));
        }
        double highest = safe.stream().mapToDouble(Findings::paymentPd).max().orElseThrow();
        return Optional.of(safe.size() + " of " + Figures.count(backed.size(), "instrument")
                + " backed by investment-grade take-or-pay contracts (" + Figures.usd(amount)
                + ") default on payment with a probability of at most " + Figures.percent(highest, 1)
                + " within " + horizon());
    }

    private String horizon() {
        int years = book.time().months() / 12;
        int stated = RunSummary.PD_YEARS.stream().filter(y -> y <= years).max(Integer::compareTo).orElse(0);
        return stated == 0 ? "the horizon" : stated + (stated == 1 ? " year" : " years");
    }

    /** Payment PD at the longest horizon for which there is one; 1 if there is none. */
    private static double paymentPd(InstrumentSummary instrument) {
        double last = Double.NaN;
        for (var pd : instrument.pd()) {
            if (pd.definition() == DefaultDefinition.PAYMENT) {
                for (double cumulative : pd.cumulative()) {
                    last = Double.isFinite(cumulative) ? cumulative : last;
                }
            }
        }
        return Double.isFinite(last) ? last : 1;
    }
}
