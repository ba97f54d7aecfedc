package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.run.Still;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The first look at a loan that a pencil can follow: a thousand cards at a rent that stays, no costs, and a level loan of
 * five years at 10 % whose service is the rent over 1.40.
 */
class CreditStudyTest {
    private static final double COVER = 1.40;
    private static final double RATE = 0.10 / 12;
    private static final int MONTHS = 60;

    private final Still company = new Still();

    @BeforeEach
    void hasCash() {
        company.cashUsdM = 5;
    }

    private double loanUsdM() {
        return company.revenueUsdM() / COVER * Annuity.factor(RATE, MONTHS);
    }

    /** Balance after {@code payments}, USD millions. */
    private double leftUsdM(int payments) {
        return company.revenueUsdM() / COVER * Annuity.factor(RATE, MONTHS - payments);
    }

    /** Twelve payments; in bond basis February lacks days of thirty, and March has them back and one more. */
    private double serviceOfYearUsdM(int year) {
        int missing = 30 - YearMonth.of(2027 + year, 2).lengthOfMonth();
        double extraDays = (missing + 1) * leftUsdM(12 * year + 2) - missing * leftUsdM(12 * year + 1);
        return 12 * company.revenueUsdM() / COVER + 0.10 / 360 * extraDays;
    }

    private double coverOfYear(int year) {
        return 12 * company.revenueUsdM() / serviceOfYearUsdM(year);
    }

    private CreditReview review(Covenant... covenants) {
        return review(loanUsdM(), covenants);
    }

    private CreditReview review(double usdM, Covenant... covenants) {
        company.debt.add(Still.loan("loan", usdM, 10, MONTHS, new Amortisation.Level(0), covenants));
        return CreditStudy.of(Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD)),
                Still.market(0).market()).review("company");
    }

    /** Tests cover once, after {@code months}, over as many trailing months. */
    private static Covenant testedAfter(int months, int trailingMonths) {
        LocalDate date = Still.AS_OF.plusMonths(months);
        return new Covenant.MinDscr(1.0, trailingMonths, date, 600, new Remedy.Lockup());
    }

    private static double breaks(CreditReview review, Driver driver, Breakeven.Target.Kind kind) {
        Breakeven found = review.breakevens().stream()
                .filter(each -> each.driver() == driver && each.target().kind() == kind).findFirst()
                .orElseThrow();
        return ((Breakeven.Outcome.At) found.outcome()).level();
    }

    @Test
    void everyCoverOfALoanSizedOnAFlatRentIsTheSizingCover() {
        Coverage coverage = review().coverage();

        assertThat(coverage.debtUsd()).isCloseTo(1e6 * loanUsdM(), within(0.01));
        assertThat(coverage.ratePerYear()).isCloseTo(0.10, within(1e-12));
        assertThat(coverage.loanLifeMonths()).isEqualTo(MONTHS);
        assertThat(coverage.averageDscr()).isCloseTo(
                IntStream.range(0, 5).mapToDouble(this::coverOfYear).average().orElseThrow(), within(1e-9));
        assertThat(coverage.minimumDscr()).isCloseTo(coverOfYear(0), within(1e-9));
        // Present value of what is earned until maturity at the loan's rate over the loan, not the other way round.
        assertThat(coverage.llcr()).isCloseTo(COVER, within(1e-9));
        assertThat(coverage.plcr()).isGreaterThan(coverage.llcr());
        assertThat(coverage.debtYield()).isCloseTo(12 * company.revenueUsdM() / loanUsdM(), within(1e-9));
    }

    @Test
    void rentMayFallByWhatCoverExceedsTheThreshold() {
        CreditReview review = review(testedAfter(12, 12));

        assertThat(breaks(review, Driver.RENT_LEVEL, Breakeven.Target.Kind.COVENANT))
                .isCloseTo(Still.RENT / coverOfYear(0), withinPercentage(0.02));
        Coverage.Headroom headroom = review.coverage().covenants().getFirst();
        assertThat(headroom.ratio() - headroom.threshold()).isCloseTo(coverOfYear(0) - 1, within(1e-9));
    }

    /** MODEL (5.1) solved for the decline: after a year 1.40 (1 - d) is the threshold. */
    @Test
    void declineThatBreaksACovenantAfterAYearIsTheClosedForms() {
        company.cashUsdM = 1000; // what is tested is cover, not when money runs out
        assertThat(breaks(review(testedAfter(12, 1)), Driver.DECLINE, Breakeven.Target.Kind.COVENANT))
                .isCloseTo(1 - 1 / COVER, within(1e-3));
    }

    @Test
    void mostDebtAtATargetIsTheAnnuityOfWhatItLeavesForService() {
        DebtCapacity capacity = review().capacity();

        assertThat(capacity.totalUsd()).isCloseTo(
                1e6 * company.revenueUsdM() / capacity.targetDscr() * Annuity.factor(RATE, MONTHS),
                within(1.0));
        assertThat(capacity.contractedUsd()).isZero();
    }

    @Test
    void balloonIsTheDebtLeftWhenTheLastContractEnds() {
        company.contracts = List.of(Still.contract(900, 2.0, 24));
        ContractLadder ladder = review().ladder();

        double payment = 1e6 * loanUsdM() / Annuity.factor(RATE, MONTHS);
        assertThat(ladder.lastContract()).hasValue(YearMonth.from(Still.AS_OF).plusMonths(24));
        assertThat(ladder.uncontractedBalloonUsd())
                .isCloseTo(payment * Annuity.factor(RATE, MONTHS - 24), within(1.0));
        assertThat(ladder.years().stream().mapToDouble(ContractLadder.Year::repaidUsd).sum())
                .isCloseTo(ladder.outstandingUsd() + ladder.toBeDrawnUsd(), within(0.01));
        assertThat(ladder.years().getFirst().contractedUsd()).isCloseTo(900 * 2.0 * 730 * 12, within(0.01));
    }

    @Test
    void whatWasPaidForComesFromSomewhere() {
        SourcesAndUses sources = review(20).sourcesAndUses();

        double uses = sources.uses().stream().mapToDouble(SourcesAndUses.Line::usd).sum();
        assertThat(sources.sources().stream().mapToDouble(SourcesAndUses.Line::usd).sum())
                .isCloseTo(uses, within(1e-6));
        assertThat(uses).isEqualTo(1000 * 30_000);
        assertThat(sources.equityUsd()).isEqualTo(5e6);
    }

    @Test
    void noNewMoneyIsInTheLiquidityOfTheNextYear() {
        LiquidityRunway runway = review().liquidity();

        double left = 1e6 * (5 + 12 * company.revenueUsdM() - serviceOfYearUsdM(0));
        assertThat(runway.openingUsd()).isCloseTo(5e6, within(1e-6));
        assertThat(runway.months()).hasSize(12);
        assertThat(runway.months().getLast().liquidityUsd()).isCloseTo(left, within(0.01));
        assertThat(runway.runwayMonths()).isEmpty();
    }
}
