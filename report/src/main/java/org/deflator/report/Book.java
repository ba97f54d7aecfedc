package org.deflator.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;

/**
 * The input of a report, joined: results with the agreements behind them, borrowers as group trees, months
 * as dates.
 */
record Book(ReportInput input, Timeline time) {
    private static final Set<String> INVESTMENT_GRADE = Set.of("AAA", "AA+", "AA", "AA-", "A+", "A", "A-",
            "BBB+",
            "BBB", "BBB-", "Aaa", "Aa1", "Aa2", "Aa3", "A1", "A2", "A3", "Baa1", "Baa2", "Baa3", "IG");

    /** A borrower and how many owners stand above it in this book. */
    record Member(BorrowerSummary borrower, int depth) {}

    static Book of(ReportInput input) {
        return new Book(input, new Timeline(input.summary().asOf(), input.summary().plan().months()));
    }

    RunSummary summary() {
        return input.summary();
    }

    /** Borrowers that owe, each followed by those it owns. */
    List<Member> tree() {
        List<BorrowerSummary> all = summary().indebted();
        List<String> ids = all.stream().map(BorrowerSummary::id).toList();
        Set<Member> members = new LinkedHashSet<>();
        for (BorrowerSummary borrower : all) {
            if (borrower.parent().filter(ids::contains).isEmpty()) {
                place(borrower, 0, members);
            }
        }
        // Borrowers that own each other have no root; they are shown all the same.
        for (BorrowerSummary borrower : all) {
            if (members.stream().noneMatch(m -> m.borrower().equals(borrower))) {
                members.add(new Member(borrower, 0));
            }
        }
        return List.copyOf(members);
    }

    private void place(BorrowerSummary borrower, int depth, Set<Member> members) {
        members.add(new Member(borrower, depth));
        for (BorrowerSummary other : summary().indebted()) {
            if (other.parent().filter(borrower.id()::equals).isPresent()) {
                place(other, depth + 1, members);
            }
        }
    }

    List<InstrumentSummary> instrumentsOf(String borrower) {
        return summary().instruments().stream().filter(i -> i.borrower().equals(borrower)).toList();
    }

    Optional<Borrower> agreed(String borrower) {
        return input.portfolio().borrower(borrower);
    }

    Optional<Instrument> agreedDebt(InstrumentSummary instrument) {
        return agreed(instrument.borrower()).stream().flatMap(b -> b.debt().stream())
                .filter(d -> d.id().equals(instrument.id())).findFirst();
    }

    Optional<LocalDate> maturity(InstrumentSummary instrument) {
        return agreedDebt(instrument).map(d -> d.terms().maturity());
    }

    /** Last month of any contract of the borrower, if it has one. */
    Optional<YearMonth> lastContractEnd(String borrower) {
        return agreed(borrower).stream().flatMap(b -> b.contracts().stream()).map(OfftakeContract::end)
                .max(YearMonth::compareTo);
    }

    /**
     * Whether all contracts of the borrower are take-or-pay from customers of investment grade, and there
     * is one.
     */
    boolean investmentGradeTakeOrPay(String borrower) {
        List<OfftakeContract> contracts = agreed(borrower).map(Borrower::contracts).orElse(List.of());
        return !contracts.isEmpty() && contracts.stream()
                .allMatch(c -> c.type() == OfftakeContract.Type.TAKE_OR_PAY
                        && input.portfolio().offtaker(c.offtaker()).map(Offtaker::rating)
                                .filter(INVESTMENT_GRADE::contains)
                                .isPresent());
    }

    /** The first {@code count} months as counted from the as-of date: 1 is the end of the first. */
    static double[] months(int count) {
        double[] months = new double[count];
        for (int m = 0; m < months.length; m++) {
            months[m] = m + 1;
        }
        return months;
    }

    /**
     * Months of the horizon in which a borrower owes or is promised anything or defaults, as whole years and two at
     * least.
     */
    int horizon(BorrowerSummary borrower) {
        int last = 0;
        for (int m = 0; m < time.months(); m++) {
            boolean lives = borrower.defaultsByMonth()[m] > 0 || borrower.maturitiesUsdM()[m] > 0
                    || borrower.contractedUsdM()[m] > 0
                    || Double.isFinite(borrower.dscr().p50()[m]);
            last = lives ? m + 1 : last;
        }
        return Math.min(time.months(), Math.max(24, (last + 11) / 12 * 12));
    }

    /** The instrument's name, with its borrower unless the name says it. */
    String named(InstrumentSummary instrument) {
        String owner = summary().borrowers().stream().filter(b -> b.id().equals(instrument.borrower()))
                .map(BorrowerSummary::name).findFirst().orElse(instrument.borrower());
        return instrument.name().contains(owner.split(" ", 2)[0])
                ? instrument.name()
                : instrument.name() + " (" + owner + ")";
    }

    /** Name of month {@code m} of the grid. */
    String month(int m) {
        return Figures.month(time.yearMonth(m));
    }
}
