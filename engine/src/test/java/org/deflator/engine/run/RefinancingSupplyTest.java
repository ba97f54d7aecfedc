package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;

import java.util.List;
import org.deflator.engine.cashflow.Refinancing;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** How a month's supply of new loans is shared among all that falls due. */
class RefinancingSupplyTest {
    private static final int DUE = 5;
    private final OnePath path = new OnePath();

    private static Borrower rich(String id, double bondUsdM, int months) {
        Still company = company(300, 10);
        company.debt.add(new Instrument.Bond(
                Still.terms("bond-" + id, bondUsdM, 0, months, Security.none()), List.of()));
        return company.borrower(id, Borrower.Kind.NEOCLOUD);
    }

    private double lent(Portfolio book, String id) {
        return path.trace(book, DUE + 2, run -> balance(run, id))[DUE + 1];
    }

    @Test
    void allThatFallsDueInAMonthSharesTheSupply() {
        path.market.financing = Still.rationed(0.25, 1, 0);
        Portfolio book = Still.book(rich("a", 10, 6), rich("b", 30, 6));
        // 10 are lent, of the 40 that are asked for: a quarter to each, not the whole to the first.
        assertThat(lent(book, "bond-a")).isCloseTo(2.5, within(CENT));
        assertThat(lent(book, "bond-b")).isCloseTo(7.5, within(CENT));
        assertThat(path.posted("a", "principal bond-a", DUE)).isCloseTo(-7.5, within(CENT));
    }

    @Test
    void whatNobodyUsedStaysOnOfferForAWhile() {
        path.market.financing = Still.rationed(0.25, 3, 0);
        // Three months' supply, 30, for 40; and no more, though five months passed before.
        Portfolio wall = Still.book(rich("a", 10, 6), rich("b", 30, 6));
        assertThat(lent(wall, "bond-a")).isCloseTo(7.5, within(CENT));
        // What is used is not on offer again.
        Portfolio steps = Still.book(rich("a", 30, 6), rich("b", 10, 7));
        path.market.financing = Still.rationed(0.125, 6, 0);
        double[] owed = path.trace(steps, DUE + 3, run -> balance(run, "bond-b"));
        // 30 on offer in month 5, all used, and 5 new in month 6.
        assertThat(owed[DUE + 2]).isCloseTo(5, within(CENT));
    }

    @Test
    void whoFallsDueInAnotherMonthAsksForNothing() {
        path.market.financing = Still.rationed(0.25, 1, 0);
        Portfolio book = Still.book(rich("a", 10, 6), rich("b", 30, 20));
        assertThat(lent(book, "bond-a")).isCloseTo(10, within(CENT));
    }

    @Test
    void whoIsNotInTheBookOwesPartOfTheSectorsDebtToo() {
        path.market.financing = Still.rationed(0.25, 1, 100);
        assertThat(lent(Still.book(rich("a", 30, 6)), "bond-a")).isCloseTo(25, within(CENT));
        path.market.financing = Still.rationed(0.25, 1, 0);
        assertThat(lent(Still.book(rich("a", 30, 6)), "bond-a")).isCloseTo(7.5, within(CENT));
    }

    @Test
    void withoutRationingEachIsLentWhatItsLendersLend() {
        path.market.financing = Still.access(50, 1.4);
        Portfolio book = Still.book(rich("a", 10, 6), rich("b", 30, 6));
        assertThat(lent(book, "bond-a")).isCloseTo(10, within(CENT));
        assertThat(lent(book, "bond-b")).isCloseTo(30, within(CENT));
    }

    @Test
    void thoseWhoFindNoLenderTakeNothingFromTheOthers() {
        path.market.financing = Still.rationed(0.25, 1, 0);
        Still poor = company(0, 0);
        poor.debt.add(new Instrument.Bond(Still.terms("bond-poor", 30, 0, 6, Security.none()), List.of()));
        Portfolio book =
                Still.book(rich("a", 10, 6), poor.borrower("poor", Borrower.Kind.NEOCLOUD));
        // No assets and no cash flow: nothing is lent on them. The sector owes 40 and lends 10.
        assertThat(lent(book, "bond-a")).isCloseTo(10, within(CENT));
    }

    @Test
    void aSupplyIsSharedInProportionAndNeverExceedsWhatIsAsked() {
        assertThat(Refinancing.grantedShare(40, 10)).isEqualTo(0.25);
        assertThat(Refinancing.grantedShare(10, 40)).isEqualTo(1);
        assertThat(Refinancing.grantedShare(0, 0)).isEqualTo(1);
    }
}
