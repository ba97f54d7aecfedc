package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MeanFieldTest {
    @Property(tries = 300)
    void leastShareIsWhereIterationFromNobodyEnds(@ForAll @DoubleRange(min = 0, max = 2) double kappa,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double shock) {
        double b = 0.4;
        double share = 0;
        for (int i = 0; i < 20_000; i++) {
            share = Math.min(1, (1 - Math.exp(-kappa * share) + shock) / b);
        }
        assertThat(new MeanField(kappa, b, shock).leastDefaultShare()).isCloseTo(share, within(1e-9));
    }

    @Test
    void nobodyFallsWithoutAShock() {
        assertThat(new MeanField(0.9, 0.4, 0).leastDefaultShare()).isZero();
    }

    @Test
    void aboveCriticalityARunIsConsistentWithoutAnyShock() {
        MeanField crowd = new MeanField(0.44, 0.4, 0);
        double share = crowd.greatestDefaultShare();
        assertThat(share).isGreaterThan(0.1);
        assertThat((1 - Math.exp(-0.44 * share)) / 0.4).isCloseTo(share, within(1e-12));
    }

    @Test
    void belowCriticalityNoRunIsConsistentWithoutAShock() {
        assertThat(new MeanField(0.36, 0.4, 0).greatestDefaultShare()).isCloseTo(0, within(1e-15));
    }
}
