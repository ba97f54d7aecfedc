package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.run.Still;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/**
 * Ten megawatts let at USD 120 per kW a month, of which four fifths are net, carry notes of USD 80 m at ten percent: 11.52
 * m a year of net operating income over 8 m of interest.
 */
class LandlordStudyTest {
    private static final double RENT = 120;
    private static final double NOI_USD_M = 10 * 1000 * RENT * 0.8 * 12 * 1e-6;
    private static final double DEBT_USD_M = 80;

    private static CreditReview review(int maturityMonths, Covenant... covenants) {
        YearMonth first = YearMonth.from(Still.AS_OF).plusMonths(1);
        Still owner = new Still();
        owner.units = 0;
        owner.cashUsdM = 5;
        owner.dataCentres = List.of(new DataCentre("hall", 10, 100, 0, first.minusMonths(5), 0,
                Optional.of(new DataCentreLease("customer", RENT, 0, 0.8, first.plusMonths(119),
                        Optional.empty()))));
        owner.debt.add(new Instrument.Bond(new Instrument.Terms("notes", "notes", Rank.SENIOR_SECURED,
                new Security(List.of(), false, List.of("hall")), DEBT_USD_M, new Rate.Fixed(10),
                DayCount.THIRTY_360, 12, Still.AS_OF.plusMonths(maturityMonths), Optional.empty()),
                List.of(covenants)));
        return CreditStudy.of(Still.book(owner.borrower("company", Borrower.Kind.DATA_CENTRE)),
                Still.market(0).market()).review("company");
    }

    private static LocalDate yearOn() {
        return Still.AS_OF.plusMonths(12);
    }

    @Test
    void debtYieldIsTheIncomeOfAYearOverTheDebtThatTheBuildingSecures() {
        Coverage coverage = review(60).coverage();

        assertThat(coverage.noiDebtYield()).isCloseTo(NOI_USD_M / DEBT_USD_M, within(1e-9));
        assertThat(coverage.icr()).isCloseTo(NOI_USD_M / 8, within(0.01));
        assertThat(coverage.tailMonths()).isEqualTo(120 - 60);
    }

    @Test
    void rentMayFallUntilTheDebtYieldIsTheThreshold() {
        CreditReview review =
                review(60, new Covenant.MinDebtYield(0.10, yearOn(), 600, new Remedy.Lockup()));

        double breaks = RENT * 0.10 / (NOI_USD_M / DEBT_USD_M);
        Coverage.Headroom headroom = review.coverage().covenants().getFirst();
        assertThat(headroom.leaseRentUsdPerKwMonth()).isCloseTo(RENT - breaks, within(RENT / 1000));
        assertThat(headroom.rentUsdPerGpuHour()).isNaN();
        assertThat(review.capacityRents().averageUsdPerKwMonth()).isEqualTo(RENT);
    }

    @Test
    void onlyDriversThatTheBorrowerDependsOnAreSearched() {
        assertThat(review(60).breakevens()).extracting(Breakeven::driver)
                .containsOnly(Driver.LEASE_RENT);
    }

    /** A bullet that nobody refinances: the lender takes the building and sells it, and waiting is no loss of par. */
    @Test
    void aSaleThatPaysTheClaimIsPar() {
        Breakeven par = review(12).breakevens().getFirst();

        assertThat(par.target().kind()).isEqualTo(Breakeven.Target.Kind.PAR);
        assertThat(par.outcome()).isInstanceOf(Breakeven.Outcome.At.class);
        assertThat(par.room()).isPositive();
    }
}
