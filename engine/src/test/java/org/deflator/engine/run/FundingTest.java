package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/** Assets that are paid for after the as-of date: from a loan signed later, or from cash. */
class FundingTest {
    private static final double CENT = 1e-8;
    private final MarketExample market = Still.market(0.2);

    private double[] trace(Portfolio book, int months, ToDoubleFunction<BlockRun> measure) {
        double[] values = new double[months];
        new Simulation(book, market.market(), new RunPlan(1, months, 3, 1))
                .run((run, month, _) -> values[month] = measure.applyAsDouble(run));
        return values;
    }

    /** A loan of 12 signed in February 2027, drawn to the end of April; 1.2 % a year on what is undrawn. */
    private static Portfolio signedLater() {
        Still company = new Still();
        company.units = 0;
        company.cashUsdM = 50;
        Instrument.TermLoan loan = Still.loan("loan", 0, 6, 24, new Amortisation.Bullet());
        company.debt.add(new Instrument.TermLoan(loan.terms(),
                Optional.of(
                        new DelayedDraw(12, Optional.of(Still.AS_OF.plusDays(45)), Still.AS_OF.plusMonths(4),
                                120)),
                loan.amortisation(), loan.terms().maturity(), loan.reserve(), 0, loan.covenants()));
        return Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    @Test
    void aLoanSignedLaterIsDrawnEvenlyFromItsSigning() {
        double[] balance = trace(signedLater(), 5, run -> 1e-6 * run.state.balanceUsd[0][0]);

        assertThat(balance).containsExactly(new double[]{0, 4, 8, 12, 12}, within(CENT));
    }

    @Test
    void aShorterHorizonDrawsNoFaster() {
        double[] balance = trace(signedLater(), 2, run -> 1e-6 * run.state.balanceUsd[0][0]);

        assertThat(balance).containsExactly(new double[]{0, 4}, within(CENT));
    }

    @Test
    void beforeSigningNoFeeIsDue() {
        double[] cash = trace(signedLater(), 5, run -> 1e-6 * run.state.cashUsd[0][0]);

        // February has 28 days in the bond basis: 6 % on 4 drawn, 1.2 % on 8 undrawn. Draws pay for cards.
        assertThat(cash[0]).isCloseTo(50, within(CENT));
        assertThat(cash[1]).isCloseTo(50 - (4 * 0.06 + 8 * 0.012) * 28 / 360, within(CENT));
    }

    @Test
    void cardsPaidLaterCostCashInTheirMonth() {
        Still company = new Still();
        company.cashUsdM = 50;
        Portfolio paid = Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD));
        company.paid = Optional.of(YearMonth.of(2027, 2));
        Portfolio later = Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD));

        double[] before = trace(paid, 3, run -> 1e-6 * run.state.cashUsd[0][0]);
        double[] after = trace(later, 3, run -> 1e-6 * run.state.cashUsd[0][0]);

        // A thousand cards of 30,000 dollars.
        assertThat(after[0]).isCloseTo(before[0], within(CENT));
        assertThat(after[1]).isCloseTo(before[1] - 30, within(CENT));
        assertThat(after[2]).isCloseTo(before[2] - 30, within(CENT));
    }
}
