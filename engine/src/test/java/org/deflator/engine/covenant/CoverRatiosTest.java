package org.deflator.engine.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.Test;

class CoverRatiosTest {
    @Property
    void averageLiesBetweenLeastAndMost(@ForAll @Size(8) List<@DoubleRange(min = 0, max = 50) Double> flows,
            @ForAll @Size(8) List<@DoubleRange(min = 1, max = 20) Double> dues) {
        double[] cfads = column(flows);
        double[] service = column(dues);
        double least = CoverRatios.minimumDscr(cfads, service);
        double average = CoverRatios.averageDscr(cfads, service);
        assertThat(average).isGreaterThanOrEqualTo(least - 1e-12);
        for (int t = 0; t < 8; t++) {
            assertThat(CoverRatios.dscr(cfads[t], service[t])).isGreaterThanOrEqualTo(least);
        }
    }

    @Property
    void tailOfCashFlowOnlyRaisesCover(@ForAll @Size(10) List<@DoubleRange(min = 0, max = 50) Double> flows,
            @ForAll @DoubleRange(min = 0, max = 0.2) double rate) {
        double[] cfads = column(flows);
        double loanLife = CoverRatios.llcr(Arrays.copyOf(cfads, 5), rate, 0, 100);
        assertThat(CoverRatios.plcr(cfads, rate, 100)).isGreaterThanOrEqualTo(loanLife - 1e-12);
    }

    /** Two years of trailing months would count the last twelve twice. */
    @Test
    void aTrailingCoverLooksBackAYearAtMost() {
        LocalDate first = LocalDate.of(2027, 6, 30);
        Remedy lockup = new Remedy.Lockup();
        assertThat(new Covenant.MinDscr(1.2, 12, first, 3, lockup).trailingMonths()).isEqualTo(12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Covenant.MinDscr(1.2, 13, first, 3, lockup))
                .withMessage("trailingMonths is 13; expected 1 to 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Covenant.MinInterestCover(1.2, 13, first, 3, lockup))
                .withMessage("trailingMonths is 13; expected 1 to 12");
    }

    @Test
    void coverIsUndefinedWhileNothingIsDue() {
        assertThat(CoverRatios.dscr(10, 0)).isNaN();
        assertThat(CoverRatios.minimumDscr(new double[]{10}, new double[]{0})).isNaN();
        assertThat(CoverRatios.averageDscr(new double[]{10}, new double[]{0})).isNaN();
        assertThat(CoverRatios.icr(10, 0)).isNaN();
        assertThat(CoverRatios.debtYield(10, 0)).isNaN();
        assertThat(CoverRatios.weightedAverageLife(new double[3])).isNaN();
    }

    @Test
    void periodsBeforeServiceDoNotCount() {
        double[] cfads = {0, 12, 18};
        double[] service = {0, 10, 10};
        assertThat(CoverRatios.minimumDscr(cfads, service)).isEqualTo(1.2);
        assertThat(CoverRatios.averageDscr(cfads, service)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void leastCoverMayBeNegative() {
        assertThat(CoverRatios.minimumDscr(new double[]{5, -5}, new double[]{10, 10})).isEqualTo(-0.5);
    }

    @Test
    void reserveAddsItsShareOfDebtToLoanLifeCover() {
        double[] cfads = {60, 60};
        assertThat(CoverRatios.llcr(cfads, 0, 10, 100) - CoverRatios.llcr(cfads, 0, 0, 100))
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void bulletLivesUntilItsLastPeriod() {
        assertThat(CoverRatios.weightedAverageLife(new double[]{0, 0, 0, 100})).isEqualTo(4);
    }

    @Test
    void interestCoverAndDebtYieldAreQuotients() {
        assertThat(CoverRatios.icr(30, 20)).isEqualTo(1.5);
        assertThat(CoverRatios.debtYield(12, 100)).isEqualTo(0.12);
    }

    private static double[] column(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
