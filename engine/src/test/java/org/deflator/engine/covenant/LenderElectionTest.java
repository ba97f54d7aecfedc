package org.deflator.engine.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deflator.engine.cashflow.Annuity;
import org.junit.jupiter.api.Test;

class LenderElectionTest {
    @Property
    void levelCashFlowIsWorthWhatItsYearsAreWorthOneByOne(
            @ForAll @DoubleRange(min = 1, max = 500) double balance,
            @ForAll @DoubleRange(min = -20, max = 200) double cashFlow,
            @ForAll @IntRange(min = 1, max = 12) int years,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll @DoubleRange(min = 0, max = 1) double recovery,
            @ForAll @DoubleRange(min = 0, max = 0.3) double rate) {
        double[] balances = new double[years];
        double[] paid = new double[years];
        double owed = balance;
        for (int t = 0; t < years; t++) {
            balances[t] = owed;
            paid[t] = Math.min(Math.max(0, cashFlow), owed * (1 + rate));
            owed = owed * (1 + rate) - paid[t];
        }
        paid[years - 1] += recovery * owed;
        assertThat(LenderElection.holdValueLevel(balance, cashFlow, years, q, recovery, rate))
                .isCloseTo(LenderElection.holdValue(balances, paid, q, recovery, rate),
                        within(1e-9 * balance));
    }

    @Property
    void loanIsNeverWorthMoreThanWhatIsOwed(@ForAll @DoubleRange(min = -50, max = 500) double cashFlow,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll @DoubleRange(min = 0, max = 1) double recovery) {
        assertThat(LenderElection.holdValueLevel(100, cashFlow, 5, q, recovery, 0.1)).isBetween(0.0,
                100 + 1e-9);
    }

    @Test
    void loanThatIsSureToBeRepaidIsWorthItsBalance() {
        double payment = Annuity.levelPayment(100, 0.1, 5);
        assertThat(LenderElection.holdValueLevel(100, payment, 5, 0, 0.35, 0.1)).isCloseTo(100, within(1e-9));
        assertThat(LenderElection.holdValueLevel(100, 1000, 5, 0, 0.35, 0.1)).isCloseTo(100, within(1e-9));
    }

    @Test
    void certainDefaultIsWorthItsRecoveryAYearFromNow() {
        assertThat(LenderElection.holdValueLevel(100, 30, 5, 1, 0.35, 0.1)).isCloseTo(35 / 1.1,
                within(1e-12));
        assertThat(LenderElection.holdValue(new double[]{100, 80}, new double[]{30, 30}, 1, 0.35, 0.1))
                .isCloseTo(35 / 1.1, within(1e-12));
    }

    @Test
    void lenderForbearsWhenTheMarketIsThin() {
        double hold = LenderElection.holdValueLevel(100, 20, 5, 0.12, 0.35, 0.1);
        assertThat(LenderElection.extend(hold, 90, 0.05)).isFalse();
        assertThat(LenderElection.extend(hold, 30, 0.05)).isTrue();
    }

    @Test
    void lenderSellsUnlessHoldingOnEarnsItsMargin() {
        assertThat(LenderElection.extend(105, 100, 0.05)).isFalse();
        assertThat(LenderElection.extend(105.01, 100, 0.05)).isTrue();
    }

    @Test
    void cureLiftsCoverToTheTestAndNoFurther() {
        double cure = Cure.amountUsd(18, 20, 1.1);
        assertThat(CoverRatios.dscr(18 + cure, 20)).isCloseTo(1.1, within(1e-12));
        assertThat(Cure.amountUsd(30, 20, 1.1)).isEqualTo(0);
        assertThat(Cure.amountUsd(-5, 0, 1.1)).isEqualTo(5);
    }
}
