package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.group;
import static org.deflator.engine.run.OnePath.loan;
import static org.deflator.engine.run.OnePath.spv;

import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.portfolio.Amortisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an owner gives up a business, and when that is a default. */
class OwnerTest {
    private final OnePath path = new OnePath();

    /** Owners give up after two quarter ends at which assets are less than 60 % of debt. */
    @BeforeEach
    void ownersGiveUp() {
        path.market.forbearance = new ForbearanceModel(1, 0.12, 0.35, 0.05, 2, 12, 200, 0, 24, false, 4, 4,
                0.6, 2);
    }

    /** Owes 100 at 6 %, which is half a million a month, and owns nothing but its cash. */
    private static Still underwater(double cashUsdM, double incomeUsdM) {
        Still still = company(cashUsdM, incomeUsdM);
        still.debt.add(Still.loan("loan", 100, 6, 60, new Amortisation.Bullet()));
        return still;
    }

    @Test
    void anOwnerWhoStillCollectsStays() {
        path.trace(spv(underwater(5, 0.6)), 36, _ -> 0);
        assertThat(path.result().cascades()).isEmpty();
    }

    @Test
    void anOwnerWhoPaysInLeavesAtTheSecondQuarterEnd() {
        path.trace(spv(underwater(5, 0.4)), 36, _ -> 0);
        assertThat(path.causes()).containsExactly(DefaultCause.BALANCE_SHEET.label());
        assertThat(path.result().cascades().getFirst().month()).isEqualTo(5);
    }

    @Test
    void whatSpvsSendUpIsCollectedToo() {
        path.trace(group(company(0, 0.6), underwater(5, 0)), 36, _ -> 0);
        assertThat(path.result().cascades()).isEmpty();
    }

    @Test
    void aBusinessThatClosesWithoutDebtIsNoDefault() {
        Still still = company(1, 0);
        still.overheadUsdM = 0.4;
        double[] closed = path.trace(spv(still), 12, run -> run.estate.defaultMonth[0][0]);
        assertThat(closed[11]).isPositive();
        assertThat(path.result().defaults()[0]).containsOnly(0);
    }

    @Test
    void aLoanRepaidBeforeItsBorrowerClosesHasNotDefaulted() {
        Still still = company(8, 0);
        still.overheadUsdM = 0.4;
        still.debt.add(loan(6, 0, 3));
        double[] closed = path.trace(alone(still), 24, run -> run.estate.defaultMonth[0][0]);
        assertThat(closed[23]).isPositive();
        assertThat(path.result().defaults()[0]).containsOnly(0);
        assertThat(path.result().instruments().getFirst().paymentMonth()).containsOnly((short) -1);
    }

    @Test
    void whatRoundingLeavesOfARepaidLoanIsNoClaim() {
        Still still = company(8, 0);
        still.overheadUsdM = 0.4;
        still.debt.add(loan(6, 0, 3));
        double[] closed = path.trace(alone(still), 24, run -> {
            double[] balance = run.state.balanceUsd[0];
            balance[0] = Math.max(balance[0], 2e-6);
            return run.estate.defaultMonth[0][0];
        });
        assertThat(closed[23]).isPositive();
        assertThat(path.result().defaults()[0]).containsOnly(0);
        assertThat(path.result().instruments().getFirst().paymentMonth()).containsOnly((short) -1);
    }
}
