package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.company;

import java.util.Arrays;
import java.util.List;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/** How a fall reaches others, each way by itself, with a pencil. */
class ContagionChannelTest {
    private static final double BITCOIN_USD = 90_784;
    /** Reversion of scarcity in a month of the still market. */
    private static final double KEPT = Math.exp(-0.9 / 12);

    private final OnePath path = new OnePath();

    private void channels(boolean cards, boolean rents, boolean bitcoin, boolean lenders, boolean offtakers) {
        path.market.contagion = MarketExample.contagion(cards, rents, bitcoin, lenders, offtakers);
    }

    /** Owns 1,000 cards and owes instalments that they cannot earn. */
    private static Borrower overindebted(String id) {
        Still still = new Still();
        still.debt.add(Still.loan(id + "-loan", 200, 10, 24,
                new Amortisation.Linear(0)));
        return still.borrower(id, Borrower.Kind.SPV);
    }

    /** Owns 1,000 cards and owes little. */
    private static Borrower sound(String id) {
        Still still = new Still();
        still.cashUsdM = 50;
        still.debt.add(Still.loan(id + "-loan", 5, 10, 60,
                new Amortisation.Linear(0)));
        return still.borrower(id, Borrower.Kind.SPV);
    }

    private static double sold(BlockRun run) {
        return Arrays.stream(run.estate.soldUnits).mapToDouble(units -> units[0]).sum();
    }

    private static double mark(BlockRun run, String borrower) {
        Pool pool = run.book.borrowers().get(OnePath.borrower(run, borrower)).pools().getFirst();
        return run.cards.standingMark(pool.cardMarket())[0];
    }

    @Test
    void cardsOfAnEstateAreLetAgainAndPressOnRents() {
        channels(true, true, false, false, false);
        Portfolio book = Still.book(overindebted("a"));
        double[] sold = path.trace(book, 30, ContagionChannelTest::sold);
        double[] scarcity = path.trace(book, 30, run -> run.market.scarcity()[0]);
        assertThat(sold[29]).isGreaterThan(900);
        double expected = 0;
        for (int month = 0; month < 30; month++) {
            assertThat(scarcity[month]).as("month " + month).isCloseTo(expected, within(1e-15));
            double now = sold[month] - (month == 0 ? 0 : sold[month - 1]);
            expected = (expected - Math.log(1 + now / 1_000_000) / 1.2) * KEPT;
        }
        assertThat(Arrays.stream(scarcity).min().orElseThrow()).isLessThan(-1e-4);

        channels(true, false, false, false, false);
        assertThat(path.trace(book, 30, run -> run.market.scarcity()[0])).containsOnly(0.0);
    }

    @Test
    void bitcoinOfAnEstateIsSoldAtTheSquareRootLaw() {
        channels(true, false, true, false, false);
        Still still = company(0, 0);
        still.btc = 1000;
        still.debt.add(Still.loan("loan", 500, 10, 24, new Amortisation.Linear(0)));
        double[] price = path.trace(OnePath.alone(still), 4, run -> run.market.bitcoinUsd()[0]);
        double[] soldUsd = path.trace(OnePath.alone(still), 4, run -> run.state.bitcoinSoldUsd[0]);
        double expected = BITCOIN_USD;
        for (int month = 0; month < 4; month++) {
            assertThat(price[month]).isCloseTo(expected, within(1e-6));
            expected *= 1 - 0.7 * 0.03 * Math.sqrt(soldUsd[month] / 35e9);
        }
        assertThat(Arrays.stream(soldUsd).sum()).isGreaterThan(80e6);
        assertThat(price[3]).isLessThan(BITCOIN_USD - 50);
    }

    /** Two loans of 200 and 5 with lenders who have half of their assets here. */
    @Test
    void aLossMakesItsLenderAdvanceLess() {
        ContagionModel example = MarketExample.contagion(true, false, false, true, false);
        ContagionModel.Lending one =
                new ContagionModel.Lending(1, 0.10, 0.10, 0.5, 0.70, 0.5, 0.40, 0.5, 1e9);
        path.market.contagion = new ContagionModel(true, false, false, true, false, example.remarketing(),
                example.bitcoinMarket(), one, 1, example.lastResort());
        Portfolio book = Still.book(overindebted("a"), sound("b"));
        double[] claim = path.trace(book, 3, run -> run.estate.claimUsd[OnePath.debt(run, "a-loan")][0]);
        double[] advance =
                path.trace(book, 3, run -> run.state.advanceMultiple[OnePath.debt(run, "b-loan")][0]);
        int fell = claim[0] > 0 ? 0 : 1;
        assertThat(claim[fell]).isGreaterThan(100e6);
        assertThat(advance[fell]).isEqualTo(1);
        double assets = 205e6 / 0.5;
        double loss = 0.5 * claim[fell];
        double ratio = (0.10 * assets - loss) / (assets - loss);
        double rate = Math.max(0.40, 0.70 * (1 - 0.5 * (0.10 - ratio) / 0.10));
        assertThat(advance[fell + 1]).isCloseTo(rate / 0.70, within(1e-12)).isLessThan(0.6);
    }

    @Test
    void aCustomerThatIsABorrowerLeavesItsContractsAfterItsFall() {
        Still landlord = new Still();
        landlord.cashUsdM = 10;
        landlord.contracts = List.of(Still.contract(1000, 3, 48));
        Portfolio book = Still.book(overindebted("customer"), landlord.borrower("z", Borrower.Kind.SPV));
        channels(true, false, false, false, true);
        double[] solvent = path.trace(book, 6, run -> run.state.offtakerAlive[0][0]);
        double[] alive = path.trace(book, 6, run -> run.state.alive[OnePath.borrower(run, "customer")][0]);
        int fell = (int) Arrays.stream(alive).sum();
        assertThat(fell).isBetween(1, 4);
        assertThat(Arrays.stream(solvent).sum()).as("solvent through the month of its fall")
                .isEqualTo(fell + 1);

        channels(true, false, false, false, false);
        assertThat(path.trace(book, 6, run -> run.state.offtakerAlive[0][0])).containsOnly(1.0);
    }

    @Test
    void withoutAnyChannelEveryEstateSellsIntoAMarketOfItsOwn() {
        path.oneLogPriceFor(1000);
        Portfolio book = Still.book(overindebted("a"), overindebted("b"), sound("c"));
        channels(false, false, false, false, false);
        double[] others = path.trace(book, 24, run -> mark(run, "c"));
        double[] together = path.trace(book, 24, run -> mark(run, "a"));
        double[] alone = path.trace(Still.book(overindebted("a")), 24, run -> mark(run, "a"));
        assertThat(others).containsOnly(1.0);
        assertThat(together).containsExactly(alone);
        assertThat(Arrays.stream(alone).min().orElseThrow()).isLessThan(0.7);

        channels(true, false, false, false, false);
        assertThat(Arrays.stream(path.trace(book, 24, run -> mark(run, "c"))).min().orElseThrow())
                .isLessThan(0.5);
    }

    @Test
    void aBuyerOfLastResortHoldsThePrice() {
        path.oneLogPriceFor(200);
        Portfolio book = Still.book(overindebted("a"), sound("c"));
        ContagionModel example = MarketExample.contagion(true, false, false, false, false);
        double[] without = path.trace(book, 24, run -> mark(run, "c"));
        path.market.contagion = new ContagionModel(true, false, false, false, false, example.remarketing(),
                example.bitcoinMarket(), example.lending(), 1, new ContagionModel.LastResort(true, 0.6));
        double[] with = path.trace(book, 24, run -> mark(run, "c"));
        assertThat(Arrays.stream(without).min().orElseThrow()).isLessThan(0.5);
        assertThat(Arrays.stream(with).min().orElseThrow()).isGreaterThanOrEqualTo(0.6);
    }
}
