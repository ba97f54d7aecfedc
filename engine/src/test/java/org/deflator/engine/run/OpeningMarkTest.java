package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CARD_USD;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.Still.access;
import static org.deflator.engine.run.OnePath.borrower;

import java.util.List;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.Test;

/**
 * A sale announced this month presses marks at once and may pull down another borrower, whose lender decides on what it
 * saw when the month opened. 60,000 cards of a first SPV press the mark of all to 0.2 + 0.8 / e = 0.494 in month 1.
 */
class OpeningMarkTest {
    private static final double RENT_AT_MARKET = Still.RENT;

    private final OnePath path = new OnePath();

    OpeningMarkTest() {
        path.holdCardPrices();
        path.market.financing = access(-50, 1.4);
        path.oneLogPriceFor(60_000);
    }

    /** Taking a card out costs this much; who steps in pays nine tenths, after three months at 10 % a year. */
    private static EnforcementModel enforcement(double deinstallUsd) {
        return new EnforcementModel(6, 3, 12, 0, 0, deinstallUsd, 0, 0.1, 12, 6, 0.1, 0.1);
    }

    /** A second SPV owes 8.4 on cards worth 14, with a limit of 70 %, and has let them for 48 months. */
    private static Portfolio two(double priceUsdPerGpuHour) {
        Still first = new Still();
        first.units = 60_000;
        first.switchOff();
        first.debt.add(Still.loan("first-loan", 2000, 0, 1, new Amortisation.Bullet()));
        Still second = new Still();
        second.contracts = List.of(Still.contract(second.units, priceUsdPerGpuHour, 48));
        second.debt.add(Still.loan("second-loan", 8.4, 6, 60, new Amortisation.Bullet(),
                new Covenant.MaxLtv(0.7, Still.AS_OF.plusMonths(1), 1, new Remedy.EventOfDefault(0, 0))));
        return Still.book(first.borrower("first", Borrower.Kind.SPV),
                second.borrower("second", Borrower.Kind.SPV));
    }

    @Test
    void aLenderSellsInPlaceAtTheMarkOfTheOpening() {
        path.market.enforcement = enforcement(0);
        double price = 2.5;
        double[] inPlace = path.trace(two(price), 3, run -> 1e-6
                * run.estate.inPlaceUsd[run.book.borrowers().get(borrower(run, "second")).pools().getFirst()
                        .index()][0]);
        // 14 of cards and 46 months of 0.15 an hour above the market, nine tenths of it. Half of the mark would
        // have brought less than a sale card by card.
        double excess = 1e-6 * 1000 * 730 * (price - RENT_AT_MARKET) * Annuity.factor(0.01, 46);
        assertThat(inPlace[1]).isCloseTo(0.9 * (1e-6 * 1000 * CARD_USD + excess), within(CENT));
    }

    @Test
    void aLenderDoesNotWaiveBecauseTheCascadeHasMadeItsCollateralCheap() {
        // Removal eats what a card brings, so that a sale in place is all there is: 12.3 at the opening, 6.1 at
        // the mark that follows. Waiting is worth 7.7, less than the 8.4 that the opening pays in full.
        path.market.enforcement = enforcement(CARD_USD);
        path.trace(two(RENT_AT_MARKET), 2, _ -> 0);
        assertThat(path.result().cascades()).extracting(CascadeRow::borrower).containsExactlyInAnyOrder(
                "first",
                "second");
        assertThat(path.result().cascades()).allSatisfy(c -> assertThat(c.month()).isEqualTo(1));
    }

    @Test
    void whoFallsOnItsLoanToValueHasNotMissedAMarginCall() {
        path.market.enforcement = enforcement(CARD_USD);
        path.trace(two(RENT_AT_MARKET), 2, _ -> 0);
        assertThat(path.result().cascades()).filteredOn(c -> c.borrower().equals("second"))
                .extracting(CascadeRow::cause).containsExactly(DefaultCause.COVENANT.label());
    }
}
