package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What data centres do for the lenders they are pledged to, in cases that a pencil can follow. */
class DataCentreDebtTest extends OneHall {
    @Test
    void aDrawnLoanOnADataCentreFillsTheConstructionAccount() {
        Still owner = owner(0, hall(4, 20, Optional.of(lease(100, Optional.empty()))));
        Instrument.Terms terms = Still.terms("notes", 0.001, 0, 60, pledge());
        owner.debt.add(new Instrument.TermLoan(terms,
                Optional.of(new DelayedDraw(20.001, Still.AS_OF.plusMonths(4), 0)),
                new Amortisation.Bullet(), Still.AS_OF.plusMonths(60),
                Reserve.none(), 0, List.of()));
        assertThat(trace(company(owner), 4, 1, run -> 1e-6 * run.state.cashUsd[0][0]))
                .containsExactly(new double[]{0, 0, 0, 0}, within(CENT));
        assertThat(posted("draw notes", 4)).containsExactly(new double[]{5, 5, 5, 5}, within(CENT));
        assertThat(posted("capital expenditure", 4)).containsOnly(0);
    }

    private static Security pledge() {
        return new Security(List.of(), false, List.of(Security.ALL));
    }

    private static Instrument.Bond notes(double usdM, double couponPct, int months, Covenant... covenants) {
        Instrument.Terms terms = Still.terms("notes", usdM, couponPct, months, pledge());
        return new Instrument.Bond(new Instrument.Terms(terms.id(), terms.name(),
                Rank.SENIOR_SECURED, terms.security(), usdM, terms.rate(),
                terms.dayCount(), 12, terms.maturity(), Optional.empty()), List.of(covenants));
    }

    @Test
    void aForeclosedDataCentreEarnsForItsLendersUntilItIsSoldWhole() {
        Still owner = owner(0, hall(-5, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(200, 12, 60));
        double[][] seen = new double[3][12];
        int[] next = {0};
        trace(company(owner), 12, 1, run -> {
            int month = next[0]++;
            seen[0][month] = 1e-6 * run.state.dataCentreUsd[0][0];
            seen[1][month] = 1e-6 * (run.estate.exposureUsd[0][0] - run.estate.claimUsd[0][0]);
            seen[2][month] = run.estate.defaultMonth[0][0];
            assertThat(run.state.noiUsd[0][0]).isCloseTo(1e6 * RENT * 0.8, within(1e-3));
            return 0;
        });
        int defaulted = 1;
        assertThat(seen[2][11]).isEqualTo(defaulted);
        double noi = RENT * 0.8;
        for (int m = defaulted + 1; m < defaulted + 6; m++) {
            assertThat(seen[1][m]).isCloseTo(noi * (m - defaulted), within(1e-6));
        }
        double price = seen[0][defaulted + 6] * 0.9 * 0.94;
        assertThat(seen[1][defaulted + 6]).isCloseTo(6 * noi + price, within(1e-6));
        assertThat(seen[1][11]).isEqualTo(seen[1][defaulted + 6]);
    }

    @Test
    void theConstructionAccountIsCollateralAndGoesToItsLendersAtDefault() {
        market.servicer = new ServicerModel(1, 0, 0, 0);
        Still vehicle = owner(20, hall(10, 50, Optional.of(lease(119, Optional.empty()))));
        vehicle.parent = Optional.of("company");
        vehicle.restrictedUsdM = 80;
        vehicle.debt.add(notes(60, 0, 60,
                new Covenant.MaxLtv(0.1, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup())));
        Still parent = owner(0);
        parent.debt.add(new Instrument.Bond(Still.terms("bond", 10, 0, 1, Security.none()), List.of()));
        Portfolio book = book(vehicle.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.DATA_CENTRE));
        double[] value = trace(book, 4, 1, run -> 1e-6 * run.state.dataCentreUsd[0][0]);
        assertThat(result.tests().getFirst().ratio()).isCloseTo(60 / (value[0] + 45), within(1e-6));
        // The parent falls in the second month, its vehicle in the third, when 35 are left to spend.
        assertThat(posted("construction account to lenders", 4)[2]).isCloseTo(-35, within(CENT));
        assertThat(posted("to the estate", 4)[2]).isCloseTo(-(80 - 50) - 20, within(CENT));
        assertThat(trace(book, 4, 1, run -> 1e-6 * run.estate.claimUsd[0][0])[2]).isCloseTo(25, within(CENT));
    }

    @Test
    void notesAreRefinancedUpToLoanToValueAndDebtYield() {
        market.financing = Still.access(50, 1.4);
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(80, 6, 6));
        ToDoubleFunction<BlockRun> balance = run -> 1e-6 * run.state.balanceUsd[0][0];
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(80, within(CENT));
        minDebtYield = 12 * RENT * 0.8 / 75;
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(75, within(CENT));
        ltvCap = 0.3;
        double value = trace(company(owner), 6, 1, run -> 1e-6 * run.state.dataCentreUsd[0][0])[5];
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(0.3 * value, within(CENT))
                .isLessThan(75);
    }

    /** A loan of 80 at 6 % on the hall, paid monthly: 2 of principal a month, the rest after six months. */
    private static Instrument.TermLoan loan() {
        return new Instrument.TermLoan(notes(80, 6, 6).terms(), Optional.empty(),
                new Amortisation.Custom(IntStream.rangeClosed(1, 6)
                        .mapToObj(m -> new Amortisation.Step(Still.AS_OF.plusMonths(m), 2.5)).toList()),
                Still.AS_OF, Reserve.none(), 0, List.of());
    }

    @Test
    void aRefinancedLoanOnADataCentreIsABulletThatFallsDueAgain() {
        market.financing = Still.access(50, 1.4);
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(200, Optional.empty()))));
        owner.debt.add(loan());
        double[] balance = trace(company(owner), 70, 1, run -> 1e-6 * run.state.balanceUsd[0][0]);
        assertThat(Arrays.copyOf(balance, 6)).containsExactly(new double[]{78, 76, 74, 72, 70, 68},
                within(CENT));
        // Month 65 ends the new loan's 60 months; it is lent again.
        assertThat(Arrays.copyOfRange(balance, 6, 70)).containsOnly(balance[5]);
        assertThat(trace(company(owner), 70, 1, run -> run.state.maturityMonth[0][0])[69]).isEqualTo(125);
        // Interest alone: SOFR of Still and 350 bp.
        double rate = market.market().snapshot().sofr() + 0.035;
        assertThat(posted("interest notes", 70)[40]).isCloseTo(-68 * rate / 12, within(1e-6));
    }

    @Test
    void aRefinancedLoanOnADataCentreThatFindsNoLenderAgainIsPaidAtItsNewMaturity() {
        market.financing = Still.access(50, 1.4);
        // No tenant and so no lender after month 60; cash pays the balloon of 68.
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(60, Optional.empty()))));
        owner.debt.add(loan());
        double[] balance = trace(company(owner), 68, 1, run -> 1e-6 * run.state.balanceUsd[0][0]);
        assertThat(balance[64]).isCloseTo(68, within(CENT));
        assertThat(posted("principal notes", 68)[65]).isCloseTo(-68, within(CENT));
        assertThat(balance[65]).isZero();
    }

    @Test
    void covenantsTestInterestCoverAndDebtYield() {
        Still owner = owner(20, hall(2, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(80, 6, 60,
                new Covenant.MinInterestCover(1.5, 3, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup()),
                new Covenant.MinDebtYield(0.15, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup())));
        run(company(owner), 6);
        List<TestRow> cover =
                result.tests().stream().filter(t -> t.covenant().startsWith("interest")).toList();
        List<TestRow> yield = result.tests().stream().filter(t -> t.covenant().startsWith("debt")).toList();
        // The first window that does not reach back to when the hall was built.
        assertThat(cover.getFirst().month()).isEqualTo(4);
        // Interest counts 30 days a month; the window holds February's 28 and March's 32 or so.
        assertThat(cover.getLast().ratio()).isCloseTo(RENT * 0.8 / 0.4, within(0.05));
        assertThat(cover.getLast().effect()).isEqualTo("kept");
        assertThat(yield.getFirst().month()).isEqualTo(2);
        assertThat(yield.getFirst().ratio()).isCloseTo(12 * RENT * 0.8 / 80, within(1e-9));
        assertThat(yield.getFirst().effect()).isEqualTo("lock-up");
    }
}
