package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.cash;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.loan;
import static org.deflator.engine.run.OnePath.spv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.junit.jupiter.api.Test;

/** What becomes of the cash of an SPV that its debt service leaves over. */
class SpareCashTest {
    private static final LocalDate FIRST = Still.AS_OF.plusMonths(1);

    private final OnePath path = new OnePath();

    private static Instrument.TermLoan quarterly(String id, double couponPct, int months,
            Amortisation amortisation) {
        Instrument.Terms terms = new Instrument.Terms(id, id, Rank.SENIOR_SECURED, Still.all(), 12,
                new Rate.Fixed(couponPct), DayCount.THIRTY_360, 4, Still.AS_OF.plusMonths(months),
                Optional.empty());
        return new Instrument.TermLoan(terms, Optional.empty(), amortisation, FIRST, Reserve.none(), 0,
                List.of());
    }

    @Test
    void loansThatNeverPayInTheSameMonthDoNotKeepCashForEver() {
        Still still = company(0, 3);
        // 3 in the months 2, 5, 8, 11 from 0, and 2.4 in the months 1, 4, 7, 10, 13.
        still.debt.add(quarterly("a", 0, 12, new Amortisation.Linear(0)));
        still.debt.add(quarterly("b", 0, 14, new Amortisation.Linear(0)));
        double[] left = path.trace(spv(still), 12, run -> cash(run, "spv"));
        // Month 4: 15 earned, 7.8 paid. A month's service of 2.4 stays, and two thirds of the next 3 of loan a.
        assertThat(left[4]).isCloseTo(2.4 + 2, within(CENT));
        assertThat(path.posted("spv", "distribution", 4)).isCloseTo(-(15 - 7.8 - 4.4), within(CENT));
        // Month 5: a month's service of 3 stays, and a third of the next 2.4 of loan b.
        assertThat(left[5]).isCloseTo(3 + 0.8, within(CENT));
        assertThat(path.posted("spv", "distribution", 5)).isCloseTo(-(4.4 + 3 - 3 - 3.8), within(CENT));
        assertThat(path.posted("spv", "distribution", 7)).isCloseTo(-(3.8 + 6 - 2.4 - 4.4), within(CENT));
        assertThat(path.posted("spv", "distribution", 8)).isCloseTo(-0.6, within(CENT));
    }

    @Test
    void cashLeavesOnlyInMonthsInWhichADebtPays() {
        Still still = company(0, 3);
        still.debt.add(quarterly("a", 0, 12, new Amortisation.Linear(0)));
        path.trace(spv(still), 9, _ -> 0);
        for (int m = 0; m < 9; m++) {
            double distributed = path.posted("spv", "distribution", m);
            if (m % 3 == 2) {
                // The first time a month's service of 3 is kept back.
                assertThat(distributed).as("month %s", m).isCloseTo(m == 2 ? -3 : -6, within(CENT));
            } else {
                assertThat(distributed).as("month %s", m).isZero();
            }
        }
    }

    @Test
    void interestThatAccruesForOtherMonthsIsKept() {
        Still still = company(0, 4);
        still.debt.add(quarterly("a", 0, 12, new Amortisation.Linear(0)));
        still.debt.add(quarterly("b", 12, 50, new Amortisation.Bullet()));
        double[] left = path.trace(spv(still), 12, run -> cash(run, "spv"));
        // Month 5: service of loan a, and one month at 1 % on 12 of loan b. Month 7: a quarter's interest of
        // loan b, and two thirds of the next 3 of loan a.
        assertThat(left[5]).isCloseTo(3 + 0.12, within(CENT));
        assertThat(left[7]).isCloseTo(0.36 + 2, within(CENT));
    }

    private static Covenant.MinDscr swept(double share) {
        return new Covenant.MinDscr(2, 1, FIRST, 1, new Remedy.Sweep(share));
    }

    private static Instrument.TermLoan linear(String id, Covenant... covenants) {
        return Still.loan(id, 12, 0, 12, new Amortisation.Linear(0), covenants);
    }

    @Test
    void aSweepPrepaysOnlyTheLoanThatIsEntitledToIt() {
        Still still = company(0, 3);
        still.debt.add(linear("a"));
        still.debt.add(linear("b", swept(1)));
        double[] own = path.trace(spv(still), 3, run -> balance(run, "b"));
        double[] other = path.trace(spv(still), 3, run -> balance(run, "a"));
        // Cover is 1.5. Of 9 earned 6 are paid as scheduled, 2 kept for a month's service, 1 swept.
        assertThat(own[2]).isCloseTo(12 - 3 - 1, within(CENT));
        assertThat(other[2]).isCloseTo(12 - 3, within(CENT));
        assertThat(path.result().ledger()).noneMatch(r -> r.account().equals("sweep a"));
    }

    @Test
    void loansThatBothSweepShareByBalance() {
        Still still = company(0, 4);
        still.debt.add(linear("a", new Covenant.MinDscr(3, 1, FIRST, 1, new Remedy.Sweep(1))));
        still.debt.add(Still.loan("b", 24, 0, 24, new Amortisation.Linear(0),
                new Covenant.MinDscr(3, 1, FIRST, 1, new Remedy.Sweep(0.5))));
        path.trace(spv(still), 1, _ -> 0);
        // 4 less 2 of principal less 2 kept: nothing is swept in the first month.
        assertThat(path.posted("spv", "sweep a", 0)).isZero();
        path.trace(spv(still), 2, _ -> 0);
        // 10 of loan a and 22 of loan b are open, and 2 to spare; loan b takes half of its part.
        assertThat(path.posted("spv", "sweep a", 1)).isCloseTo(-2.0 * 10 / 32, within(CENT));
        assertThat(path.posted("spv", "sweep b", 1)).isCloseTo(-0.5 * 2.0 * 22 / 32, within(CENT));
    }

    @Test
    void aReserveIsFreeWhenItsLoanIsRepaid() {
        Still still = company(0, 1);
        Instrument.TermLoan plain = loan(6, 0, 6);
        still.debt.add(new Instrument.TermLoan(plain.terms(), plain.draw(), plain.amortisation(),
                plain.amortisationStart(), new Reserve(0, 2), 0, List.of()));
        Still other = company(0, 1);
        other.debt.add(new Instrument.TermLoan(plain.terms(), plain.draw(), plain.amortisation(),
                plain.amortisationStart(), new Reserve(2, 2), 0, List.of()));
        double[] reserve = path.trace(alone(other), 8, run -> 1e-6 * run.state.reserveUsd[0][0]);
        double[] cash = path.trace(alone(other), 8, run -> cash(run, "company"));
        assertThat(reserve).containsExactly(new double[]{2, 2, 2, 2, 1, 0, 0, 0}, within(CENT));
        assertThat(cash).containsExactly(new double[]{0, 0, 0, 0, 1, 2, 3, 4}, within(CENT));
        assertThat(path.trace(alone(still), 2, run -> cash(run, "company"))[0]).isCloseTo(2, within(CENT));
    }
}
