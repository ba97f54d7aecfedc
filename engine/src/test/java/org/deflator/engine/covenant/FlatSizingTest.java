package org.deflator.engine.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FlatSizingTest {
    @Property
    void coverReachesTheThresholdAtTheEndOfItsLife(@ForAll @DoubleRange(min = 1.2, max = 3) double opening,
            @ForAll @DoubleRange(min = 0.05, max = 0.6) double decline,
            @ForAll @DoubleRange(min = 0, max = 0.5) double contract,
            @ForAll @DoubleRange(min = 0, max = 0.5) double cost) {
        FlatSizing loan = new FlatSizing(opening, decline, contract, cost);
        double years = loan.yearsUntilDscr(1.0);
        if (Double.isFinite(years)) {
            assertThat(loan.dscrAt(years)).isCloseTo(1.0, within(1e-9));
        } else {
            assertThat(loan.dscrAt(1000)).isGreaterThanOrEqualTo(1.0 - 1e-9);
        }
    }

    @Test
    void uncontractedLoanAtAFifthAYearLivesEighteenMonths() {
        assertThat(12 * new FlatSizing(1.4, 0.2, 0, 0).yearsUntilDscr(1.0)).isCloseTo(18.1, within(0.05));
    }

    @Test
    void coverNeverFallsWhenRentsStandStillOrContractsHoldThem() {
        assertThat(new FlatSizing(1.4, 0, 0, 0.25).yearsUntilDscr(1.0)).isInfinite();
        assertThat(new FlatSizing(1.4, 0.3, 1, 0.25).yearsUntilDscr(1.0)).isInfinite();
        assertThat(new FlatSizing(1.4, 0.3, 0.95, 0.25).yearsUntilDscr(1.0)).isInfinite();
    }

    @Test
    void loanThatStartsBelowTheThresholdHasNoLife() {
        assertThat(new FlatSizing(1.1, 0.3, 0, 0).yearsUntilDscr(1.2)).isEqualTo(0);
    }

    @Test
    void flatRentsAreNotOverLent() {
        assertThat(FlatSizing.overLendingMultiple(0, 0.1, 10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void declineOfEverythingIsRefused() {
        assertThatThrownBy(() -> new FlatSizing(1.4, 1, 0, 0))
                .hasMessageContaining("decline_per_year is 1.0");
    }

    @Test
    void cardLoanAtItsBreakEvenRentIsCoveredOnce() {
        CardLoan loan = new CardLoan(0.85, 0.5, 8760, 0.11 / 12, 60);
        double rent = loan.rentUsdPerGpuHour(32_000, 1.0);
        assertThat(loan.dscr(rent, 32_000)).isCloseTo(1.0, within(1e-12));
        assertThat(loan.principalUsd(rent, 1.0)).isCloseTo(32_000, within(1e-6));
    }
}
