package org.deflator.engine.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.deflator.engine.cashflow.OperatingAccount;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Reported;
import org.deflator.model.portfolio.Reported.EarlierBalance;
import org.deflator.model.portfolio.Reported.Figure;

/**
 * Holds the first three months of the base case, and the opening balances, against what each group reported for the
 * quarter before. Only filed figures are held: one that is assumed cannot prove anything.
 */
public final class TieOut {
    private static final int QUARTER = 3;
    private static final double FLOW_TOLERANCE = 0.01;
    private static final double INTEREST_TOLERANCE = 0.03;
    private static final double DEBT_TOLERANCE = 0.02;
    /** Filings round to a tenth of a million, which may be more than a percent of a small EBITDA. */
    private static final double ROUNDING_USD_M = 0.1;
    private static final double EXACT = 1e-6;

    /** What a comparison says. */
    public enum Verdict {
        /** Within the tolerance. */
        WITHIN,
        /** Not within, for a reason that the portfolio gives. */
        EXPLAINED,
        /** Not within. */
        OUTSIDE,
        /** There is no filed figure to compare with. */
        NOT_FILED
    }

    /**
     * One figure of one group.
     *
     * @param group id of the head of the group
     * @param figure what is compared
     * @param book what the book has; USD millions, or bitcoin
     * @param reported what was filed, if it was
     * @param tolerance largest difference that counts as met, in units of the figure
     * @param verdict whether it is met
     * @param reason why not, or why nothing is filed; else empty
     */
    public record Line(String group, Figure figure, double book, Optional<Double> reported, double tolerance,
            Verdict verdict, String reason) {}

    private final Portfolio portfolio;
    private final Market market;
    private final Provenance provenance;
    private final List<LedgerRow> ledger;

    private TieOut(Portfolio portfolio, Market market, Provenance provenance) {
        this.portfolio = portfolio;
        this.market = market;
        this.provenance = provenance;
        ledger = Engine.of(portfolio, market, new RunPlan(1, QUARTER, 1, 0)).baseCase();
    }

    /** All figures of all groups that report, in file order; {@code provenance} tells filed from assumed. */
    public static List<Line> of(Portfolio portfolio, Market market, Provenance provenance) {
        TieOut tieOut = new TieOut(portfolio, market, provenance);
        List<Line> lines = new ArrayList<>();
        for (Borrower head : portfolio.borrowers()) {
            head.reported().ifPresent(reported -> {
                for (Figure figure : Figure.values()) {
                    lines.add(tieOut.line(head, reported, figure));
                }
            });
        }
        return lines;
    }

    /** A borrower and all below it. */
    public static List<Borrower> group(Portfolio portfolio, String head) {
        List<Borrower> group = new ArrayList<>();
        for (Borrower borrower : portfolio.borrowers()) {
            if (borrower.id().equals(head)) {
                group.add(borrower);
            } else if (borrower.parent().filter(head::equals).isPresent()) {
                group.addAll(group(portfolio, borrower.id()));
            }
        }
        return group;
    }

    private Line line(Borrower head, Reported reported, Figure figure) {
        List<Borrower> group = group(portfolio, head.id());
        double book = switch (figure) {
            case REVENUE -> postedUsdM(group, OperatingAccount::income);
            case EBITDA -> postedUsdM(group, OperatingAccount::inEbitda);
            case INTEREST -> interestUsdM(group, reported);
            case DEBT -> debts(group).stream().mapToDouble(i -> i.terms().outstandingUsdM()).sum();
            case CASH -> group.stream().mapToDouble(TieOut::cashUsdM).sum();
            case BTC -> group.stream().mapToDouble(TieOut::btc).sum();
        };
        Optional<Double> told = switch (figure) {
            case REVENUE -> reported.revenueUsdM();
            case EBITDA -> reported.ebitdaUsdM();
            case INTEREST -> reported.cashInterestUsdM();
            case DEBT -> reported.debtUsdM();
            case CASH -> reported.cashUsdM();
            case BTC -> reported.btc();
        };
        String path = String.join(".", "borrowers", head.id(), "reported", key(figure));
        Provenance.Entry entry = provenance.figures().get(path);
        if (told.isEmpty()) {
            return new Line(head.id(), figure, book, told, 0, Verdict.NOT_FILED, "");
        }
        if (entry != null && entry.evidence() instanceof Evidence.Assumed(String reason)) {
            return new Line(head.id(), figure, book, Optional.empty(), 0, Verdict.NOT_FILED, reason);
        }
        double tolerance = tolerance(figure, told.get());
        Optional<String> why = reported.explained().stream().filter(e -> e.figure() == figure)
                .map(Reported.Explained::reason).findFirst();
        Verdict verdict = Math.abs(book - told.get()) <= tolerance
                ? Verdict.WITHIN
                : why.isPresent() ? Verdict.EXPLAINED : Verdict.OUTSIDE;
        return new Line(head.id(), figure, book, told, tolerance, verdict, why.orElse(""));
    }

    private static String key(Figure figure) {
        return switch (figure) {
            case INTEREST -> "cash_interest_usd_m";
            case BTC -> "btc";
            case REVENUE, EBITDA, DEBT, CASH -> figure.name().toLowerCase(Locale.ROOT) + "_usd_m";
        };
    }

    private static double tolerance(Figure figure, double reported) {
        return switch (figure) {
            case REVENUE, EBITDA -> Math.max(FLOW_TOLERANCE * Math.abs(reported), ROUNDING_USD_M);
            case INTEREST -> INTEREST_TOLERANCE * reported;
            case DEBT -> DEBT_TOLERANCE * reported;
            case CASH, BTC -> EXACT;
        };
    }

    private double postedUsdM(List<Borrower> group, Predicate<OperatingAccount> counts) {
        List<String> ids = group.stream().map(Borrower::id).toList();
        return 1e-6 * ledger.stream().filter(row -> ids.contains(row.borrower()))
                .filter(row -> OperatingAccount.of(row.account()).filter(counts).isPresent())
                .mapToDouble(LedgerRow::usd).sum();
    }

    /** Interest and undrawn fees of each debt while it stood in the quarter, on the mean of its balances. */
    private double interestUsdM(List<Borrower> group, Reported reported) {
        LocalDate end = portfolio.asOf();
        LocalDate start = YearMonth.from(end).minusMonths(QUARTER).atEndOfMonth();
        double usdM = 0;
        for (Instrument debt : debts(group)) {
            Optional<EarlierBalance> earlier = reported.earlierBalances().stream()
                    .filter(balance -> balance.debt().equals(debt.id())).findFirst();
            double closing = debt.terms().outstandingUsdM();
            double mean = 0.5 * (earlier.map(EarlierBalance::usdM).orElse(closing) + closing);
            LocalDate since = earlier.flatMap(EarlierBalance::since).orElse(start);
            usdM += (mean * ratePerYear(debt.terms().rate()) + undrawnFeeUsdMPerYear(debt, mean))
                    * debt.terms().dayCount().yearFraction(since, end);
        }
        return usdM;
    }

    private double ratePerYear(Rate rate) {
        return switch (rate) {
            case Rate.Floating f ->
                    Math.max(market.snapshot().sofr(), 1e-2 * f.floorPct()) + 1e-4 * f.spreadBp();
            case Rate.Fixed f -> 1e-2 * f.couponPct();
        };
    }

    /** Fee on what is undrawn of a commitment, on the days of its interest, as in a run. */
    private static double undrawnFeeUsdMPerYear(Instrument debt, double drawnUsdM) {
        return switch (debt) {
            case Instrument.Revolver r -> 1e-4 * r.undrawnFeeBp()
                    * (r.commitmentUsdM() - r.lettersOfCreditUsdM() - drawnUsdM);
            case Instrument.TermLoan loan -> loan.draw()
                    .map(draw -> 1e-4 * draw.undrawnFeeBp() * (draw.commitmentUsdM() - drawnUsdM))
                    .orElse(0.0);
            case Instrument.Bond _,Instrument.Convertible _,Instrument.Lease _,Instrument.BitcoinLoan _ -> 0;
        };
    }

    private static List<Instrument> debts(List<Borrower> group) {
        return group.stream().flatMap(borrower -> borrower.debt().stream()).toList();
    }

    private static double cashUsdM(Borrower borrower) {
        double reserves = borrower.debt().stream()
                .mapToDouble(
                        debt -> debt instanceof Instrument.TermLoan loan ? loan.reserve().openingUsdM() : 0)
                .sum();
        return borrower.treasury().cashUsdM() + borrower.treasury().restrictedCashUsdM() + reserves;
    }

    private static double btc(Borrower borrower) {
        return borrower.treasury().btc() + borrower.debt().stream()
                .mapToDouble(debt -> debt instanceof Instrument.BitcoinLoan loan ? loan.pledgedBtc() : 0)
                .sum();
    }
}
