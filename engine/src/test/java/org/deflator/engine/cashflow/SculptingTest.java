package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.deflator.engine.covenant.CoverRatios;
import org.junit.jupiter.api.Test;

class SculptingTest {
    @Property
    void principalAddsUpToTheLoanAndCoverIsTheSameInEveryPeriod(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 1, max = 100) Double> flows,
            @ForAll @DoubleRange(min = 1, max = 3) double dscr,
            @ForAll @DoubleRange(min = 0, max = 0.2) double rate) {
        double[] cfads = flows.stream().mapToDouble(Double::doubleValue).toArray();
        double loan = Sculpting.capacityUsd(cfads, dscr, rate);
        double[] principal = Sculpting.principalUsd(cfads, dscr, rate);
        assertThat(Arrays.stream(principal).sum()).isCloseTo(loan, within(1e-9 * loan));
        double balance = loan;
        for (int t = 0; t < cfads.length; t++) {
            assertThat(CoverRatios.dscr(cfads[t], principal[t] + rate * balance)).isCloseTo(dscr,
                    within(1e-6));
            balance -= principal[t];
        }
    }

    @Test
    void levelCashFlowMakesALevelLoan() {
        double[] cfads = new double[10];
        Arrays.fill(cfads, 13);
        assertThat(Sculpting.capacityUsd(cfads, 1.3, 0.08)).isCloseTo(10 * Annuity.factor(0.08, 10),
                within(1e-9));
    }

    @Test
    void cashFlowBelowInterestLendsMore() {
        double[] principal = Sculpting.principalUsd(new double[]{0, 30}, 1, 0.1);
        assertThat(principal[0]).isNegative();
    }
}
