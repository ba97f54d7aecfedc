package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.deflator.engine.distress.SalePlan;
import org.deflator.engine.distress.SaleTerms;
import org.deflator.model.market.Depth;
import org.junit.jupiter.api.Test;

/** Worked example of 10,000 H100: model_oracles.csv, LIQ-04 to LIQ-09. */
class SaleTrialTest {
    private static final Depth.State NORMAL = new Depth.State(20_000, 1.0, 0.2);
    private static final Depth.State STRESS = new Depth.State(5_000, 0.35, 0.2);
    private static final Depth.State CRISIS = new Depth.State(2_000, 0.2, 0.2);

    @Test
    void givenMonthsAreKept() {
        assertThat(trial(Regime.NORMAL, NORMAL, OptionalInt.of(6)).plan().recoveryOverMark()).isCloseTo(
                0.6912354,
                within(1e-6));
        assertThat(trial(Regime.STRESS, STRESS, OptionalInt.of(6)).plan().recoveryOverMark()).isCloseTo(
                0.4767584,
                within(1e-6));
        assertThat(trial(Regime.CRISIS, CRISIS, OptionalInt.of(12)).plan().recoveryOverMark()).isCloseTo(
                0.2673846,
                within(1e-6));
    }

    @Test
    void withoutMonthsTheBestPlanIsTaken() {
        assertThat(trial(Regime.STRESS, STRESS, OptionalInt.empty()).plan().months()).isEqualTo(9);
        assertThat(trial(Regime.NORMAL, NORMAL, OptionalInt.empty()).plan().months()).isEqualTo(3);
    }

    @Test
    void aDeeperMarketPaysMore() {
        List<SalePlan> curve = trial(Regime.STRESS, STRESS, OptionalInt.empty()).curve();

        assertThat(curve).extracting(SalePlan::recoveryOverMark).isSorted().doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(curve.get(2).recoveryOverMark()).isCloseTo(0.4830042, within(1e-6));
    }

    @Test
    void theTextShowsRecoveryCurveAndMonths() {
        String text = SaleText.render("H100-SXM", List.of(trial(Regime.STRESS, STRESS, OptionalInt.empty())),
                new Terminal(100, false, false));

        assertThat(text)
                .contains("10,000 H100-SXM at USD 18,000: mark USD 180.0 m, prices falling 30.0% a year")
                .contains("before legal and estate costs").contains("recovery / mark").contains("0.483")
                .contains("depth x 0.25").contains("liquidation LTV at 70% stated");
        assertThat(text.lines().filter(line -> line.matches("\\d+ .*"))).hasSize(2 + 9);
    }

    private static SaleTrial trial(Regime regime, Depth.State depth, OptionalInt months) {
        SaleTerms terms = new SaleTerms(10_000, 18_000, 0.3567, depth, 0, 2, 60, 900, 0.04, 0, 0.1);
        return SaleTrial.of(regime, terms, months, 24);
    }
}
