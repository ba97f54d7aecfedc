package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deflator.engine.covenant.CoverRatios;
import org.junit.jupiter.api.Test;

class AnnuityTest {
    @Property
    void levelPaymentsRepayTheLoanAndItsLifeIsTheAreaUnderTheBalance(
            @ForAll @DoubleRange(min = 0, max = 0.1) double rate,
            @ForAll @IntRange(min = 1, max = 120) int periods) {
        double payment = Annuity.levelPayment(100, rate, periods);
        double[] principal = new double[periods];
        double balance = 100;
        double area = 0;
        for (int t = 0; t < periods; t++) {
            area += balance;
            principal[t] = payment - rate * balance;
            balance -= principal[t];
        }
        assertThat(balance).isCloseTo(0, within(1e-6));
        assertThat(CoverRatios.weightedAverageLife(principal)).isCloseTo(area / 100, within(1e-6));
    }

    @Test
    void withoutInterestTheFactorIsTheNumberOfPayments() {
        assertThat(Annuity.factor(0, 60)).isEqualTo(60);
        assertThat(Annuity.factor(1e-9, 60)).isCloseTo(60, within(1e-4));
    }

    @Test
    void nothingIsWorthNothing() {
        assertThat(Annuity.factor(0.05, 0)).isEqualTo(0);
    }
}
