package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.deflator.engine.run.RunSummary.Fan;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void linearTicksAreRoundAndCoverTheValues() {
        Scale scale = Scale.linear(0, 2.3, Figures::number);
        assertThat(scale.ticks()).extracting(Scale.Tick::label).containsExactly("0", "1", "2", "3");
        assertThat(scale.at(1.5)).isEqualTo(0.5);
    }

    @Test
    void whatLiesOutsideIsDrawnAtTheEdge() {
        Scale scale = Scale.linear(0, 1, Figures::number);
        assertThat(scale.at(7)).isEqualTo(1);
        assertThat(scale.at(-1)).isZero();
    }

    @Test
    void equalRatiosTakeEqualRoomOnALogarithmicScale() {
        Scale scale = Scale.log(100, 10_000);
        assertThat(scale.at(1_000)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.ticks()).extracting(Scale.Tick::value).containsExactly(100.0, 300.0, 1_000.0,
                3_000.0, 10_000.0);
    }

    @Test
    void yearsBeginWhereTheirFirstMonthBegins() {
        Scale scale = Scale.months(LocalDate.of(2026, 6, 30), 0, 24);
        assertThat(scale.ticks()).containsExactly(new Scale.Tick(6, "2027"), new Scale.Tick(18, "2028"));
    }

    @Test
    void aScaleEndsAtTheBoundsOfWhatWasRecordedAndSaysWhatLiesBeyond() {
        Scale beyond = Scale.linear(-1, 5, Figures::number).within(-1, 5, -1, 5, Figures::number);
        assertThat(beyond.ticks()).extracting(Scale.Tick::label).containsExactly("<−1", "0", "2", "4", ">5");
        assertThat(beyond.at(5)).isEqualTo(1);
        assertThat(beyond.at(-1)).isZero();

        Scale inside = Scale.linear(0, 2.3, Figures::number).within(-1, 5, 0.2, 2.3, Figures::number);
        assertThat(inside.ticks()).extracting(Scale.Tick::label).containsExactly("0", "1", "2", "3");
    }

    @Test
    void percentilesOfTheLastFewPathsAreNotDrawn() {
        double[] row = {1, 2, 3};
        Fan told = FanChart.telling(new Fan(row, row, row, row, row, new double[]{0.9, 0.1, 0.099}));
        assertThat(told.p50()).containsExactly(1, 2, Double.NaN);
        assertThat(told.share()).containsExactly(0.9, 0.1, 0.099);
    }
}
