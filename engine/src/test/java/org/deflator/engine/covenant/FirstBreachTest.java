package org.deflator.engine.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FirstBreachTest {
    /** The borrower of NUM-10 and NUM-12. */
    private static final FirstBreach SPOT = new FirstBreach(1.4, 0.25, -Math.log(0.8), 0.9, 0.4);

    @Test
    void oneTestIsTheClosedForm() {
        assertThat(SPOT.probabilityWithin(1, 1.0)).isCloseTo(SPOT.probabilityAt(1.0 / 12, 1.0), within(1e-9));
    }

    @Test
    void simulationAgreesWithinThreeStandardErrors() {
        int paths = 200_000;
        int breached = 0;
        RandomGenerator random = new SplittableRandom(7);
        double decay = Math.exp(-0.9 / 12);
        double stepSd = 0.4 * Math.sqrt((1 - decay * decay) / 1.8);
        for (int path = 0; path < paths; path++) {
            double x = 0;
            boolean below = false;
            for (int month = 1; month <= 12 && !below; month++) {
                x = x * decay + stepSd * random.nextGaussian();
                double rent = Math.exp(x) * Math.pow(0.8, month / 12.0);
                below = 1.4 * (rent - 0.25) / 0.75 < 1.0;
            }
            breached += below ? 1 : 0;
        }
        double odds = SPOT.probabilityWithin(12, 1.0);
        double standardError = Math.sqrt(odds * (1 - odds) / paths);
        assertThat((double) breached / paths).isCloseTo(odds, within(3 * standardError));
    }

    @Test
    void moreTestsFindMoreBreaches() {
        double before = 0;
        for (int months = 1; months <= 24; months++) {
            double odds = SPOT.probabilityWithin(months, 1.0);
            assertThat(odds).isGreaterThan(before).isLessThan(1);
            assertThat(odds).isGreaterThanOrEqualTo(SPOT.probabilityAt(months / 12.0, 1.0) - 1e-9);
            before = odds;
        }
    }

    @Test
    void withoutNoiseTheBreachIsOnTheDayOfTheClosedForm() {
        FirstBreach quiet = new FirstBreach(1.4, 0.25, -Math.log(0.8), 0.9, 1e-3);
        double life = new FlatSizing(1.4, 0.2, 0, 0.25).yearsUntilDscr(1.0);
        assertThat(quiet.probabilityAt(life - 0.05, 1.0)).isLessThan(1e-9);
        assertThat(quiet.probabilityAt(life, 1.0)).isCloseTo(0.5, within(1e-6));
        assertThat(quiet.probabilityAt(life + 0.05, 1.0)).isGreaterThan(1 - 1e-9);
        assertThat(quiet.probabilityWithin(12, 1.0)).isCloseTo(0, within(1e-9));
        assertThat(quiet.probabilityWithin(15, 1.0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void strongReversionLeavesTheTrendAlone() {
        FirstBreach tame = new FirstBreach(1.4, 0.25, -Math.log(0.8), 1e6, 0.4);
        assertThat(tame.probabilityWithin(12, 1.0)).isCloseTo(0, within(1e-9));
    }
}
