package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.debt;
import static org.deflator.engine.run.OnePath.recovered;
import static org.deflator.engine.run.Still.access;

import java.util.List;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** Bitcoin pledged to a loan belongs to its lender first, and to the borrower as far as the loan leaves it. */
class BitcoinPledgeTest {
    /** The price of the still market, USD; one coin is this many millions. */
    private static final double COIN = 1e-6 * 90_784;
    /** A dollar. */
    private static final double USD = 1e-6;

    private final OnePath path = new OnePath();

    /** Owes the value of {@code coinsOwed} on a pledge of 100. */
    private static Instrument.BitcoinLoan loan(double coinsOwed, int months) {
        return new Instrument.BitcoinLoan(Still.terms("bitcoin", coinsOwed * COIN, 0, months,
                Security.none()), 100, 0.72, 0.85, 0.5);
    }

    @Test
    void atMaturityThePledgeIsSoldForWhatIsOwedAndTheRestIsFree() {
        Still still = company(0, 0);
        still.debt.add(loan(50, 3));
        double[] free = path.trace(alone(still), 5, run -> run.state.btc[0][0]);
        double[] pledged = path.trace(alone(still), 5, run -> run.state.pledgedBtc[0][0]);
        double[] owed = path.trace(alone(still), 5, run -> balance(run, "bitcoin"));
        assertThat(pledged).containsExactly(new double[]{100, 100, 50, 0, 0}, within(1e-6));
        assertThat(free).containsExactly(new double[]{0, 0, 0, 50, 50}, within(1e-6));
        assertThat(owed).containsExactly(new double[]{50 * COIN, 50 * COIN, 0, 0, 0}, within(USD));
        assertThat(path.result().cascades()).isEmpty();
    }

    @Test
    void aSaleAtTheLiquidationLevelLeavesNoFreeBitcoinUsed() {
        Still still = company(0, 0);
        still.btc = 500;
        still.debt.add(loan(90, 24));
        double[] pledged = path.trace(alone(still), 1, run -> run.state.pledgedBtc[0][0]);
        double[] free = path.trace(alone(still), 1, run -> run.state.btc[0][0]);
        // At 90 % the lender does not call: it sells x so that (90 - x) / (100 - x) is one half.
        assertThat(pledged[0]).isCloseTo(20, within(1e-6));
        assertThat(free[0]).isCloseTo(500, within(1e-6));
    }

    /** The bitcoin lender is owed 60 coins' worth, a bond 80, and nothing but the pledge is there. */
    private static Still bankrupt(double bondUsd) {
        Still still = company(0, 0);
        still.debt.add(loan(60, 36));
        still.debt.add(new Instrument.Bond(Still.terms("bond", bondUsd, 0, 2, Security.none()), List.of()));
        return still;
    }

    @Test
    void pledgedBitcoinPaysItsLoanInDefaultAndThenTheOthers() {
        path.market.financing = access(-50, 1.4);
        Still still = bankrupt(80 * COIN);
        double[] bond = path.trace(alone(still), 24, run -> recovered(run, "bond"));
        double[] pledgee = path.trace(alone(still), 24, run -> recovered(run, "bitcoin"));
        double[] claim = path.trace(alone(still), 24,
                run -> 1e-6 * run.estate.exposureUsd[debt(run, "bitcoin")][0]);
        int fell = path.result().cascades().getFirst().month();
        assertThat(claim[23]).isCloseTo(60 * COIN, within(USD));
        assertThat(pledgee[fell]).isCloseTo(60 * COIN, within(USD));
        assertThat(bond[fell]).isZero();
        assertThat(bond[fell + path.market.enforcement.chapterElevenMonths()])
                .isCloseTo(40 * COIN, within(USD));
    }

    @Test
    void aLenderToTheCompanySeesPledgedBitcoinAmongItsAssets() {
        Still still = company(3, 0);
        still.btc = 10;
        still.debt.add(loan(50, 24));
        double[] assets = path.trace(alone(still), 1, run -> 1e-6 * run.state.assetsUsd[0][0]);
        assertThat(assets[0]).isCloseTo(3 + 110 * COIN, within(USD));
    }
}
