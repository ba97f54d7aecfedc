package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReferenceWaterfallTest {
    /** The loan of BORR-27 to 29. */
    private static final ReferenceWaterfall LOAN =
            new ReferenceWaterfall(100, 0.025, 6, 5, 6, 1.05, 1.2, 0.5);
    private static final double PAYMENT = Annuity.levelPayment(100, 0.025, 6);

    @Property
    void everyDollarThatComesInGoesOutOrStays(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 60) Double> flows) {
        double[] cfads = flows.stream().mapToDouble(Double::doubleValue).toArray();
        List<ReferenceWaterfall.Period> periods = LOAN.run(cfads);
        double balance = 100;
        double held = 5 + 6;
        for (int t = 0; t < 6; t++) {
            ReferenceWaterfall.Period p = periods.get(t);
            double out = p.interestPaidUsd() + p.principalPaidUsd() + p.prepaidUsd() + p.distributedUsd();
            held += cfads[t] - out;
            balance -= p.principalPaidUsd() + p.prepaidUsd();
            assertThat(p.cashUsd() + p.reserveUsd()).isCloseTo(held, within(1e-9));
            assertThat(p.balanceUsd()).isCloseTo(balance, within(1e-9)).isGreaterThan(-1e-9);
            assertThat(List.of(p.cashUsd(), p.reserveUsd(), p.distributedUsd(), p.prepaidUsd(), p.unpaidUsd(),
                    p.principalPaidUsd(), p.interestPaidUsd())).allMatch(x -> x >= -1e-9);
        }
    }

    @Test
    void amplyCoveredLoanIsRepaidAndItsReserveReleased() {
        List<ReferenceWaterfall.Period> periods = LOAN.run(level(2 * PAYMENT));
        ReferenceWaterfall.Period last = periods.get(5);
        assertThat(last.balanceUsd()).isCloseTo(0, within(1e-9));
        assertThat(last.reserveUsd()).isCloseTo(0, within(1e-9));
        assertThat(periods).allMatch(p -> p.unpaidUsd() == 0);
    }

    @Test
    void nothingIsDistributedBelowLockupAndAllIsSweptBelowDefaultCover() {
        ReferenceWaterfall noReserve = new ReferenceWaterfall(100, 0.025, 6, 0, PAYMENT, 1.05, 1.2, 0.5);
        ReferenceWaterfall.Period trapped = noReserve.run(level(1.15 * PAYMENT)).get(0);
        ReferenceWaterfall.Period swept = noReserve.run(level(1.04 * PAYMENT)).get(0);
        assertThat(trapped.distributedUsd()).isEqualTo(0);
        assertThat(trapped.prepaidUsd()).isEqualTo(0);
        assertThat(trapped.cashUsd()).isCloseTo(0.15 * PAYMENT, within(1e-9));
        assertThat(swept.prepaidUsd()).isCloseTo(0.04 * PAYMENT, within(1e-9));
        assertThat(swept.cashUsd()).isEqualTo(0);
    }

    @Test
    void shortfallTakesCashThenReserveThenIsRecordedAndStaysInTheBalance() {
        List<ReferenceWaterfall.Period> periods = LOAN.run(new double[6]);
        ReferenceWaterfall.Period first = periods.get(0);
        assertThat(first.cashUsd()).isEqualTo(0);
        assertThat(first.reserveUsd()).isEqualTo(0);
        assertThat(first.unpaidUsd()).isCloseTo(PAYMENT - 11, within(1e-9));
        assertThat(first.balanceUsd()).isCloseTo(100 - (11 - 2.5), within(1e-9));
        assertThat(periods.get(5).balanceUsd()).isCloseTo(first.balanceUsd(), within(1e-9));
    }

    @Test
    void prepaymentShortensTheScheduleFromItsEnd() {
        double[] cfads = level(PAYMENT);
        cfads[0] = 3 * PAYMENT;
        List<ReferenceWaterfall.Period> periods =
                new ReferenceWaterfall(100, 0.025, 6, 0, PAYMENT, 0, 0, 1).run(cfads);
        double secondScheduled = (PAYMENT - 2.5) * 1.025;
        assertThat(periods.get(1).principalPaidUsd()).isCloseTo(secondScheduled, within(1e-9));
        assertThat(periods.get(5).principalPaidUsd()).isEqualTo(0);
        assertThat(periods.get(4).balanceUsd()).isCloseTo(0, within(1e-9));
    }

    @Test
    void lossesAreNotCashFlows() {
        assertThatThrownBy(() -> LOAN.run(level(-1))).hasMessageContaining("cfads_usd is -1.0");
    }

    private static double[] level(double cfads) {
        double[] column = new double[6];
        Arrays.fill(column, cfads);
        return column;
    }
}
