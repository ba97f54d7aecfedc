package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deflator.model.market.Launch;
import org.deflator.model.market.LaunchCalendar;
import org.junit.jupiter.api.Test;

class MarketPlanTest {
    @Test
    void ownedGenerationsAreIndexedInOrderOfTheirIds() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100, MarketExample.B200);
        assertThat(plan.gpuIds()).containsExactly(MarketExample.B200, MarketExample.H100);
        assertThat(plan.indexOf(MarketExample.H100)).isEqualTo(1);
        assertThat(plan.generation(1).id()).isEqualTo(MarketExample.H100);
    }

    @Test
    void anOwnedGenerationWithoutDescriptionIsRefusedByName() {
        assertThatThrownBy(() -> new MarketExample().plan("V100"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("V100")
                .hasMessageContaining("does not describe");
    }

    @Test
    void anOwnedGenerationWithoutRentIsRefusedByName() {
        assertThatThrownBy(() -> new MarketExample().plan("Unquoted"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Unquoted")
                .hasMessageContaining("quotes no rent");
    }

    @Test
    void theBaseCaseIsTheSameOnEveryPathAndWithEverySeed() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100).median();
        PathBlock block = new PathBlock(plan, 4);
        block.start(1, 0, 4);
        for (int month = 0; month < 24; month++) {
            block.advance(month);
        }
        double rent = block.rentUsdPerGpuHour(0)[0];
        assertThat(block.rentUsdPerGpuHour(0)).containsOnly(rent);
        assertThat(block.factorNormal(0)).containsOnly(0.0);
        assertThat(block.tight()).containsOnly(0.0);
        double bitcoin = block.bitcoinUsd()[0];
        // Median of a lognormal: drift less half the variance.
        assertThat(bitcoin).isCloseTo(90_784 * Math.exp(2 * (0.30 - 0.125)), within(1e-6));
        block.start(2, 77, 4);
        for (int month = 0; month < 24; month++) {
            block.advance(month);
        }
        assertThat(block.rentUsdPerGpuHour(0)[3]).isEqualTo(rent);
        assertThat(block.bitcoinUsd()[3]).isEqualTo(bitcoin);
    }

    @Test
    void theBaseCaseSharesTheResaleTablesThatAreBuilt() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100);
        plan.tabulate();
        assertThat(plan.median().resale(0)).isSameAs(plan.resale(0));
    }

    @Test
    void launchesOverTheTimelineBringTheHardwareShareOfTheDecline() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100);
        double expected = 0.0;
        for (int k = 0; k < plan.dates().count(); k++) {
            expected += plan.trend(0).weight(k) * plan.dates().expectedRamp(k, 10.0, 1.0);
        }
        assertThat(expected).isCloseTo(0.35 * 10.0, within(1e-12));
        assertThat(plan.trend(0).logDrop(0.2, 10.0, expected)).isCloseTo(2.0, within(1e-12));
    }

    @Test
    void aLaunchHitsOlderGenerationsOnlyAndNearerSuccessorsHarder() {
        MarketExample example = new MarketExample();
        example.launches = new LaunchCalendar(
                List.of(MarketExample.launch("Blackwell", Launch.Kind.MAJOR, 2024, 12),
                        MarketExample.launch("Rubin", Launch.Kind.MAJOR, 2026, 9)),
                2, 1.5, 12);
        MarketPlan plan = example.plan(MarketExample.H100, MarketExample.B200);
        RentTrend b200 = plan.trend(0);
        RentTrend h100 = plan.trend(1);
        assertThat(b200.weight(0)).isZero();
        assertThat(h100.weight(0)).isPositive();
        assertThat(h100.weight(1) / h100.weight(0)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void theMeanRampOfALateLaunchIsWhatItsDelaysAverageTo() {
        MarketPlan plan = new MarketExample().plan(MarketExample.H100);
        LaunchDates dates = plan.dates();
        int rubin = 1;
        assertThat(dates.launch(rubin).id()).isEqualTo("Rubin");
        int paths = 40_000;
        double[] years = new double[paths];
        dates.draw(rubin, 5, 0, years, new double[paths], paths);
        double sum = 0.0;
        double squares = 0.0;
        for (double year : years) {
            double ramp = LaunchDates.ramp(0.8 - year, 1.0);
            sum += ramp;
            squares += ramp * ramp;
        }
        double mean = sum / paths;
        double error = Math.sqrt((squares / paths - mean * mean) / paths);
        assertThat(dates.expectedRamp(rubin, 0.8, 1.0)).isCloseTo(mean, within(4 * error));
    }

    @Test
    void launchesAlreadyInTheMarketDoNotSlip() {
        LaunchDates dates = new MarketExample().plan(MarketExample.H100).dates();
        assertThat(dates.launch(0).id()).isEqualTo("B300");
        double[] years = new double[8];
        dates.draw(0, 5, 0, years, new double[8], 8);
        assertThat(years).containsOnly(-10 / 12.0);
    }

    @Test
    void expectedLaunchesFollowTheLastAnnouncedCardMinorFirst() {
        LaunchDates dates = new MarketExample().plan(MarketExample.H100).dates();
        assertThat(dates.launch(5).kind()).isEqualTo(Launch.Kind.MINOR);
        assertThat(dates.launch(5).scheduled()).hasToString("2029-10");
        assertThat(dates.launch(6).kind()).isEqualTo(Launch.Kind.MAJOR);
        assertThat(dates.launch(6).scheduled()).hasToString("2030-10");
    }
}
