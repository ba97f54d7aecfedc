package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummariserTest {
    @Test
    void expectedShortfallCountsTheLastOfTheWorstHundredthInPart() {
        double[] losses = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        assertThat(Summariser.expectedShortfall(losses)).isCloseTo((256 + 255 + 0.56 * 254) / 2.56,
                within(1e-12));
    }

    @Test
    void expectedShortfallOfLessThanAHundredPathsIsTheWorst() {
        assertThat(Summariser.expectedShortfall(new double[]{1, 2, 7})).isEqualTo(7);
    }
}
