package org.deflator.engine.distress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecoveryPriorsTest {
    @Test
    void lossGivenDefaultRisesWithTheDefaultRate() {
        double before = 0;
        for (double rate = 0.01; rate < 0.5; rate += 0.01) {
            double lgd = RecoveryPriors.fryeJacobsLgd(rate, 0.05, 0.02, 0.15);
            assertThat(lgd).isBetween(before, 1.0);
            before = lgd;
        }
    }

    @Test
    void everyDefaultLosesAllWhenExpectedLossEqualsPd() {
        assertThat(RecoveryPriors.fryeJacobsLgd(0.3, 0.05, 0.05, 0.15)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void expectedLossAbovePdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryPriors.fryeJacobsLgd(0.3, 0.05, 0.06, 0.15))
                .withMessageContaining("expected loss 0.06 and PD 0.05");
    }

    @Test
    void normalIndustryRecoversTheBase() {
        assertThat(RecoveryPriors.equipmentRecovery(RecoveryPriors.KERMANI_MA_BASE, 0, 0)).isEqualTo(0.35);
    }

    @Test
    void recoveryStaysBetweenNothingAndAll() {
        assertThat(RecoveryPriors.equipmentRecovery(0.1, -2, 0)).isZero();
        assertThat(RecoveryPriors.equipmentRecovery(0.9, 2, 0)).isEqualTo(1.0);
    }

    @Test
    void appraisersFactorsAreMetWithinTwoPointsRootMeanSquare() {
        double[] days = {7, 30, 90, 180};
        double[] quoted = {0.45, 0.65, 0.85, 1.00};
        double squares = 0;
        for (int i = 0; i < days.length; i++) {
            double miss = TimeToSell.APPRAISERS.factor(days[i], 180) - quoted[i];
            squares += miss * miss / days.length;
        }
        assertThat(Math.sqrt(squares)).isLessThan(0.02);
    }

    @Test
    void instantSaleIsASingleBlock() {
        TimeToSell lot = new TimeToSell(2.0, 1.0, 30.4);
        assertThat(lot.averageFactor(1e-6)).isCloseTo(PriceImpact.averageFactor(0, 2.0, 0), within(1e-6));
    }

    @Test
    void scheduleStartsWithAllAndEndsWithNothing() {
        AlmgrenChriss schedule = new AlmgrenChriss(10_000, 6, 0.8);
        assertThat(schedule.holdings(0)).isEqualTo(10_000);
        assertThat(schedule.holdings(6)).isZero();
        assertThat(schedule.holdings(1.5)).isCloseTo(10_000 * Math.sinh(0.8 * 4.5) / Math.sinh(0.8 * 6),
                within(1e-8));
    }

    @Test
    void sellerWithoutUrgencySellsEvenly() {
        assertThat(new AlmgrenChriss(100, 4, 1e-6).holdings(1)).isCloseTo(75, within(1e-9));
    }
}
