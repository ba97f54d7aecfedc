package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.forbearance;
import static org.deflator.engine.run.OnePath.loan;
import static org.deflator.engine.run.OnePath.spv;
import static org.deflator.engine.run.Still.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.cashflow.ReferenceWaterfall;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What happens to cash and debt in cases that a pencil can follow. Amounts in USD millions. */
class WaterfallTest {
    private static final Covenant.MinDscr COVER_OF_12 =
            new Covenant.MinDscr(1.2, 1, Still.AS_OF.plusMonths(1), 1,
                    new Remedy.Lockup());

    private final OnePath path = new OnePath();

    @Test
    void withoutShortageOrSweepTheColumnsDoWhatTheReferenceDoes() {
        double payment = Annuity.levelPayment(60, 0.01, 48);
        Still still = company(payment, 2.5);
        Instrument.TermLoan plain = Still.loan("loan", 60, 12, 48, new Amortisation.Level(0), COVER_OF_12);
        still.debt.add(new Instrument.TermLoan(plain.terms(), plain.draw(), plain.amortisation(),
                plain.amortisationStart(), new Reserve(1, payment), 0, plain.covenants()));
        double[] balances = path.trace(spv(still), 36, run -> balance(run, "loan"));
        double[] reserves = path.trace(spv(still), 36, run -> 1e-6 * run.state.reserveUsd[0][0]);
        double[] cfads = new double[48];
        Arrays.fill(cfads, 2.5);
        List<ReferenceWaterfall.Period> expected =
                new ReferenceWaterfall(60, 0.01, 48, payment, payment, 1.05, 1.2, 0).run(cfads);
        for (int m = 0; m < 36; m++) {
            assertThat(balances[m]).isCloseTo(expected.get(m).balanceUsd(), within(CENT));
            assertThat(reserves[m]).isCloseTo(payment, within(CENT));
            assertThat(path.posted("spv", "principal loan", m)).isCloseTo(-expected.get(m).principalPaidUsd(),
                    within(CENT));
            if (m % 12 != 1 && m % 12 != 2 && m % 12 != 3) {
                // February is short and March long, and what an SPV keeps follows a month later.
                assertThat(path.posted("spv", "interest loan", m)).isCloseTo(
                        -expected.get(m).interestPaidUsd(),
                        within(CENT));
                assertThat(path.posted("spv", "distribution", m)).isCloseTo(-expected.get(m).distributedUsd(),
                        within(CENT));
            }
        }
    }

    @Test
    void whatIsNotPaidStaysDueAndCarriesDefaultInterest() {
        path.market.forbearance = forbearance(12, 2);
        Still still = company(0.6, 0.6);
        still.debt.add(loan(12, 12, 12));
        double[] overdue = path.trace(alone(still), 3, run -> 1e-6 * run.state.overdueUsd[0][0]);
        assertThat(path.posted("company", "interest loan", 0)).isCloseTo(-0.12, within(CENT));
        assertThat(path.posted("company", "principal loan", 0)).isCloseTo(-1, within(CENT));
        double february = 11 * 0.12 * 28 / 360;
        double late = 1 - (0.08 + 0.6 - february);
        assertThat(path.posted("company", "interest loan", 1)).isCloseTo(-february, within(CENT));
        assertThat(overdue[1]).isCloseTo(late, within(CENT));
        double march = ((10 + late) * 0.12 + late * 0.02) * 33 / 360;
        assertThat(path.posted("company", "interest loan", 2)).isCloseTo(-march, within(CENT));
        assertThat(overdue[2]).isCloseTo(late + 1 - (0.6 - march), within(CENT));
    }

    @Test
    void theReservePaysBeforeAnythingIsLate() {
        Still still = company(0, 0);
        Instrument.TermLoan plain = loan(12, 12, 12);
        still.debt.add(new Instrument.TermLoan(plain.terms(), plain.draw(), plain.amortisation(),
                plain.amortisationStart(), new Reserve(12, 2), 0, List.of()));
        double[] late = path.trace(alone(still), 3, run -> run.state.lateMonths[0][0]);
        assertThat(late[0]).isZero();
        assertThat(late[1]).isEqualTo(1);
        assertThat(path.trace(alone(still), 3, run -> 1e-6 * run.state.reserveUsd[0][0])[0])
                .isCloseTo(2 - 1.12, within(CENT));
    }

    @Test
    void aRevolverIsDrawnForWhatIsShortAndRepaidFromWhatIsOver() {
        Still still = company(0, 0.9);
        still.debt.add(loan(3, 0, 3));
        still.debt.add(new Instrument.Revolver(Still.terms("revolver", 0, 12, 36, Security.none()), 5, 0, 0,
                Optional.empty(), List.of()));
        double[] drawn = path.trace(alone(still), 5, run -> balance(run, "revolver"));
        assertThat(drawn[0]).isCloseTo(0.1, within(CENT));
        assertThat(drawn[1]).isCloseTo(0.2 + 0.1 * 0.12 * 28 / 360, within(CENT));
        assertThat(drawn[2]).isCloseTo(0.1 + drawn[1] * (1 + 0.12 * 33 / 360), within(CENT));
        assertThat(drawn[4]).isZero();
    }

    @Test
    void aBreachedLockUpKeepsCashInTheVehicle() {
        Still still = company(0, 1.1);
        still.debt.add(loan(12, 0, 12, COVER_OF_12));
        path.trace(spv(still), 11, run -> 0);
        assertThat(path.result().ledger()).noneMatch(r -> r.account().equals("distribution"));
        assertThat(path.effects()).containsExactly("lock-up");
        still.incomeUsdM = 2.4;
        path.trace(spv(still), 11, run -> 0);
        assertThat(path.posted("spv", "distribution", 5)).isCloseTo(-1.4, within(CENT));
        assertThat(path.effects()).containsExactly("kept");
    }

    @Test
    void aSweepShortensTheLoanFromItsEnd() {
        Still still = company(1, 1.5);
        Instrument.TermLoan plain = loan(12, 0, 12);
        still.debt.add(new Instrument.TermLoan(plain.terms(), plain.draw(), plain.amortisation(),
                plain.amortisationStart(), Reserve.none(), 1, List.of()));
        double[] left = path.trace(spv(still), 12, run -> balance(run, "loan"));
        for (int m = 0; m < 8; m++) {
            assertThat(path.posted("spv", "principal loan", m)).isCloseTo(-1, within(CENT));
            assertThat(left[m]).isCloseTo(12 - 1.5 * (m + 1), within(CENT));
        }
        assertThat(left[8]).isZero();
    }

    @Test
    void theSponsorCuresCoverAsOftenAsAgreedAndThenNoMore() {
        path.market.forbearance = forbearance(1, 0);
        Still child = company(1, 1.1);
        child.parent = Optional.of("company");
        child.debt.add(loan(12, 0, 12, new Covenant.MinDscr(1.3, 1, Still.AS_OF.plusMonths(1), 1,
                new Remedy.EventOfDefault(0, 2))));
        path.trace(Still.book(child.borrower("spv", Borrower.Kind.SPV),
                company(50, 0).borrower("company", Borrower.Kind.NEOCLOUD)), 4, run -> 0);
        assertThat(path.posted("spv", "equity cure", 0)).isCloseTo(0.2, within(CENT));
        assertThat(path.posted("company", "equity cure of spv", 1)).isCloseTo(-0.2, within(CENT));
        assertThat(path.posted("spv", "equity cure", 2)).isZero();
        assertThat(path.effects()).contains("cured by sponsor", "event of default, accelerated");
    }

    @Test
    void aLenderWaivesWhenHoldingOnIsWorthMoreThanSellingAndElseAccelerates() {
        Covenant.MinDscr strict = new Covenant.MinDscr(3, 1, Still.AS_OF.plusMonths(1), 1,
                new Remedy.EventOfDefault(0, 0));
        Still still = company(1, 1.5);
        still.debt.add(loan(12, 6, 12, strict));
        path.trace(spv(still), 3, run -> 0);
        assertThat(path.effects()).contains("event of default, waived");
        path.market.forbearance = forbearance(1, 0);
        path.market.financing = access(-50, 1.4);
        path.trace(spv(still), 6, run -> 0);
        assertThat(path.effects()).contains("event of default, accelerated");
        assertThat(path.result().cascades()).extracting(CascadeRow::cause)
                .containsExactly(DefaultCause.COVENANT.label());
    }

    private Portfolio guaranteed(double guarantorCashUsdM) {
        Still child = company(0, 0);
        child.parent = Optional.of("company");
        child.guarantees = List.of(new Guarantee("company", Guarantee.Kind.FULL));
        child.debt.add(loan(12, 0, 12));
        return Still.book(child.borrower("spv", Borrower.Kind.SPV),
                company(guarantorCashUsdM, 0).borrower("company", Borrower.Kind.NEOCLOUD));
    }

    @Test
    void aGuarantorPaysWhatItsVehicleCannot() {
        path.trace(guaranteed(20), 12, run -> 0);
        assertThat(path.result().cascades()).isEmpty();
        assertThat(path.posted("company", "guarantee of spv", 4)).isCloseTo(-1, within(CENT));
        assertThat(path.posted("spv", "principal loan", 4)).isCloseTo(-1, within(CENT));
    }

    @Test
    void aGuarantorThatCannotPayTheDeficiencyFallsAMonthLater() {
        List<double[]> fell = new ArrayList<>();
        path.trace(guaranteed(2.5), 24, run -> {
            fell.add(new double[]{run.estate.defaultMonth[0][0], run.estate.defaultMonth[1][0]});
            return 0;
        });
        double vehicle = fell.getLast()[0];
        assertThat(vehicle).isPositive();
        assertThat(fell.getLast()[1]).isEqualTo(vehicle + path.market.enforcement.chapterElevenMonths() + 1);
        assertThat(path.result().cascades()).extracting(CascadeRow::cause)
                .contains(DefaultCause.GUARANTEE.label());
    }

    private Portfolio orphan() {
        Still child = company(0, 2);
        child.restrictedUsdM = 5;
        child.parent = Optional.of("company");
        child.debt.add(loan(12, 0, 24));
        Still parent = company(0, 0);
        parent.debt.add(Still.loan("parent-loan", 1000, 0, 12, new Amortisation.Linear(0)));
        return Still.book(child.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    @Test
    void aParentsDefaultCostsItsVehicleAnOutageAndAnOperatorsFee() {
        path.market.servicer = new ServicerModel(0, 3, 3, 0.05);
        path.trace(orphan(), 12, run -> 0);
        int fell = path.result().cascades().getFirst().month();
        assertThat(path.result().cascades()).hasSize(1);
        assertThat(path.posted("spv", "revenue", fell)).isCloseTo(2, within(CENT));
        assertThat(path.posted("spv", "revenue", fell + 3)).isZero();
        assertThat(path.posted("spv", "revenue", fell + 4)).isCloseTo(2, within(CENT));
        assertThat(path.posted("spv", "replacement operator fee", fell + 4)).isCloseTo(-0.1, within(CENT));
    }

    @Test
    void aCourtMayConsolidateAVehicleWithItsParent() {
        path.market.servicer = new ServicerModel(1, 3, 3, 0.05);
        path.trace(orphan(), 12, run -> 0);
        assertThat(path.result().cascades()).hasSize(2);
        assertThat(path.result().cascades().get(1).cause()).isEqualTo(DefaultCause.PARENT.label());
        assertThat(path.result().cascades().get(1).month())
                .isEqualTo(path.result().cascades().get(0).month() + 1);
    }

    private Portfolio note(double cashUsdM, double incomeUsdM) {
        Still still = company(cashUsdM, incomeUsdM);
        still.equityUsdM = Optional.of(100.0);
        still.debt.add(new Instrument.Convertible(Still.terms("note", 10, 0, 6, Security.none()),
                Optional.empty(), 100,
                List.of()));
        return alone(still);
    }

    @Test
    void aNoteInTheMoneyBecomesShares() {
        path.market.financing = access(-50, -0.1);
        double[] left = path.trace(note(0, 0), 8, run -> balance(run, "note"));
        assertThat(left[4]).isCloseTo(10, within(CENT));
        assertThat(left[5]).isZero();
        assertThat(path.result().ledger()).noneMatch(r -> r.account().equals("principal note"));
        assertThat(path.result().cascades()).isEmpty();
    }

    @Test
    void aNoteOutOfTheMoneyIsRefinancedOrPaidOrFails() {
        path.market.financing = access(50, 1.4);
        double[] refinanced = path.trace(note(40, 4), 12, run -> balance(run, "note"));
        assertThat(refinanced[11]).isCloseTo(10, within(CENT));
        path.market.financing = access(-50, 1.4);
        assertThat(path.trace(note(40, 4), 12, run -> balance(run, "note"))[5]).isZero();
        assertThat(path.posted("company", "principal note", 5)).isCloseTo(-10, within(CENT));
        path.trace(note(4, 0), 12, run -> 0);
        assertThat(path.result().cascades()).extracting(CascadeRow::cause)
                .containsExactly(DefaultCause.MATURITY.label());
    }

    @Test
    void aMarginCallIsMetFromFreeBitcoinAndElseBySale() {
        double pledged = 100;
        double price = 90_784;
        double owed = 1e-6 * 0.75 * pledged * price;
        Still still = company(10, 0);
        still.btc = 500;
        still.debt.add(new Instrument.BitcoinLoan(Still.terms("bitcoin", owed, 0, 24, Security.none()),
                pledged, 0.72,
                0.85, 0.5));
        double[] collateral = path.trace(alone(still), 2, run -> run.state.pledgedBtc[0][0]);
        assertThat(collateral[0]).isCloseTo(150, within(1e-3));
        assertThat(path.result().ledger()).noneMatch(r -> r.account().equals("pledged bitcoin sold"));
        still.btc = 0;
        double[] left = path.trace(alone(still), 2, run -> balance(run, "bitcoin"));
        // Loan less sale over collateral less sale is one half when half of the collateral is sold.
        assertThat(left[0]).isCloseTo(owed - 1e-6 * 50 * price, within(1e-3));
        assertThat(path.posted("company", "pledged bitcoin sold", 0)).isCloseTo(1e-6 * 50 * price,
                within(1e-3));
    }
}
