package org.deflator.engine.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.run.BaseCase;

/**
 * Debt against contracts, year by year: what is still owed by the schedule of the documents, and what customers have
 * still promised to pay. What is owed after the last contract ends is the uncontracted balloon: it can only be paid
 * from rents that nobody has agreed yet.
 *
 * @param years calendar years until the last debt is repaid and the last contract has ended
 * @param outstandingUsd principal on the as-of date
 * @param toBeDrawnUsd draws still to come
 * @param lastContract last month of the last contract, if there is any
 * @param uncontractedBalloonUsd scheduled debt at the end of that month; all of it if there is no contract
 */
public record ContractLadder(List<Year> years, double outstandingUsd, double toBeDrawnUsd,
        Optional<YearMonth> lastContract, double uncontractedBalloonUsd) {
    /**
     * A calendar year; the first begins after the as-of date.
     *
     * @param year the year
     * @param drawnUsd drawn in it
     * @param repaidUsd repaid in it by schedule, balloons included
     * @param debtUsd owed at its end
     * @param contractedUsd billed under contracts in it
     * @param contractedLeftUsd still to be billed after its end
     */
    public record Year(int year, double drawnUsd, double repaidUsd, double debtUsd, double contractedUsd,
            double contractedLeftUsd) {}

    public ContractLadder {
        years = List.copyOf(years);
    }

    /** Balloon over all that will have been drawn; NaN without debt. */
    public double balloonShare() {
        double debt = outstandingUsd + toBeDrawnUsd;
        return debt > 0 ? uncontractedBalloonUsd / debt : Double.NaN;
    }

    /** Of these borrowers together; {@code standing} is the base case in which nobody falls. */
    static ContractLadder of(GroupCase group, BaseCase standing, List<BorrowerTerms> members) {
        int months = group.timeline().months();
        List<DebtTerms> debts = members.stream().flatMap(b -> b.debts().stream()).toList();
        ScheduledDebt debt = ScheduledDebt.of(debts, months);
        double[] contracted = new double[months];
        Optional<YearMonth> last = Optional.empty();
        for (BorrowerTerms b : members) {
            double[] own = standing.borrower(b.id()).contractedUsd();
            for (int m = 0; m < months; m++) {
                contracted[m] += own[m];
            }
            for (var contract : group.agreed(b.id()).contracts()) {
                last = later(last, contract.end());
            }
            for (YearMonth lease : GroupCase.leaseEnds(group.agreed(b.id()))) {
                last = later(last, lease);
            }
        }
        int end = last.map(group.timeline()::indexOf).orElse(-1);
        double outstanding = debts.stream().mapToDouble(DebtTerms::openingUsd).sum();
        double toBeDrawn = debts.stream().mapToDouble(GroupCase::fullyDrawnUsd).sum() - outstanding;
        double balloon = end < 0 ? outstanding + toBeDrawn : debt.balanceUsd()[Math.min(end, months - 1)];
        return new ContractLadder(years(group, debt, contracted), outstanding, toBeDrawn, last, balloon);
    }

    private static Optional<YearMonth> later(Optional<YearMonth> last, YearMonth end) {
        return last.filter(end::isBefore).or(() -> Optional.of(end));
    }

    private static List<Year> years(GroupCase group, ScheduledDebt debt, double[] contractedUsd) {
        double left = 0;
        int last = 0;
        for (int m = 0; m < contractedUsd.length; m++) {
            left += contractedUsd[m];
            last = contractedUsd[m] > 0 || debt.repaidUsd()[m] > 0 || debt.balanceUsd()[m] > 1 ? m : last;
        }
        List<Year> years = new ArrayList<>();
        double drawn = 0;
        double repaid = 0;
        double contracted = 0;
        for (int m = 0; m <= last; m++) {
            drawn += debt.drawnUsd()[m];
            repaid += debt.repaidUsd()[m];
            contracted += contractedUsd[m];
            left -= contractedUsd[m];
            if (m == last || group.month(m).getMonthValue() == 12) {
                years.add(new Year(group.month(m).getYear(), drawn, repaid, debt.balanceUsd()[m], contracted,
                        left < 1 ? 0 : left));
                drawn = 0;
                repaid = 0;
                contracted = 0;
            }
        }
        return years;
    }
}
