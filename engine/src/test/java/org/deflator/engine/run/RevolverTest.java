package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.debt;
import static org.deflator.engine.run.OnePath.loan;
import static org.deflator.engine.run.Still.access;

import java.util.List;
import java.util.Optional;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What a revolver lends before, at and after its maturity. */
class RevolverTest {
    private final OnePath path = new OnePath();

    private static Instrument.Revolver revolver(double drawn, double limit, double letters, int months,
            Optional<BorrowingBase> base) {
        Security security = base.isPresent() ? Still.all() : Security.none();
        return new Instrument.Revolver(Still.terms("revolver", drawn, 0, months, security), limit, letters, 0,
                base, List.of());
    }

    /** A parent without cash that has drawn 4 of 10, above a company that earns 1 a month and keeps it. */
    private static Portfolio partlyRefinanced() {
        Still parent = company(0, 0);
        parent.debt.add(revolver(4, 10, 0, 6, Optional.empty()));
        Still child = company(0, 1);
        child.parent = Optional.of("company");
        return Still.book(child.borrower("child", Borrower.Kind.NEOCLOUD),
                parent.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    @Test
    void aRevolverRefinancedInPartDoesNotLendForItsOwnRepayment() {
        path.market.financing = access(50, 1.4);
        double[] overdue = path.trace(partlyRefinanced(), 6,
                run -> 1e-6 * run.state.overdueUsd[debt(run, "revolver")][0]);
        // The group owns 6 after six months; a new lender goes to 60 % of that.
        assertThat(overdue[5]).isCloseTo(4 - 0.6 * 6, within(CENT));
        assertThat(path.result().ledger()).noneMatch(r -> r.account().equals("draw revolver"));
    }

    @Test
    void theNewLenderIsCommittedToWhatItRefinanced() {
        path.market.financing = access(50, 1.4);
        double[] limit = path.trace(partlyRefinanced(), 6,
                run -> 1e-6 * run.state.commitmentUsd[debt(run, "revolver")][0]);
        assertThat(limit[4]).isCloseTo(10, within(CENT));
        assertThat(limit[5]).isCloseTo(3.6, within(CENT));
    }

    @Test
    void anUndrawnRevolverIsLiquidityUntilItEnds() {
        Still still = company(10, 0);
        still.debt.add(revolver(0, 5, 1, 3, Optional.empty()));
        double[] liquidity = path.traceMonths(alone(still), 5,
                (run, month) -> 1e-6 * run.ratios.liquidityUsd(run.book.borrowers().getFirst(), month, 0));
        assertThat(liquidity).containsExactly(new double[]{14, 14, 10, 10, 10}, within(CENT));
    }

    @Test
    void lettersOfCreditUseTheBorrowingBase() {
        path.holdCardPrices();
        Still still = new Still();
        still.switchOff();
        // 1,000 cards at 14,000 carry half of 14; letters take 1 of the 7, although the limit is 50.
        still.debt.add(revolver(0, 50, 1, 36, Optional.of(new BorrowingBase(0.5, 1, 0, 0, 0, 1))));
        still.debt.add(loan(24, 0, 3));
        double[] drawn = path.trace(alone(still), 1, run -> balance(run, "revolver"));
        assertThat(drawn[0]).isCloseTo(6, within(CENT));
    }
}
