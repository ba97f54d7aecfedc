package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.loan;
import static org.deflator.engine.run.OnePath.spv;
import static org.deflator.engine.run.Still.access;

import java.time.LocalDate;
import java.util.List;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** When a covenant is breached, and when that is over. */
class BreachTest {
    private static final LocalDate FIRST = Still.AS_OF.plusMonths(1);

    private final OnePath path = new OnePath();

    private static Still leveraged(double cashUsdM, double incomeUsdM) {
        Still still = company(cashUsdM, incomeUsdM);
        still.debt.add(new Instrument.Bond(Still.terms("bond", 12, 0, 36, Security.none()),
                List.of(new Covenant.MaxNetLeverage(5, FIRST, 1, new Remedy.Lockup()))));
        return still;
    }

    @Test
    void debtWithoutEarningsBreachesNetLeverage() {
        path.trace(alone(leveraged(1, 0)), 4, _ -> 0);
        assertThat(path.result().tests()).extracting(TestRow::ratio)
                .containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
        assertThat(path.effects()).containsExactly("lock-up");
    }

    @Test
    void whoHasMoreCashThanDebtHasNoNetLeverage() {
        path.trace(alone(leveraged(20, 0)), 4, _ -> 0);
        assertThat(path.result().tests()).isEmpty();
    }

    @Test
    void netLeverageIsNetDebtOverEarningsOfAYear() {
        path.trace(alone(leveraged(0, 0.25)), 2, _ -> 0);
        // After two months 12 less 0.5 of cash, over what one month says of a year.
        assertThat(path.result().tests()).singleElement()
                .satisfies(t -> assertThat(t.ratio()).isCloseTo(11.5 / 3, within(CENT)));
    }

    @Test
    void aBreachEndsWithTheDebtWhoseCovenantItIs() {
        Still still = company(0, 1.1);
        still.debt.add(loan(12, 0, 12, new Covenant.MinDscr(1.2, 1, FIRST, 1, new Remedy.Lockup())));
        still.debt.add(Still.loan("other", 1, 0, 36,
                new Amortisation.Bullet()));
        path.trace(spv(still), 14, _ -> 0);
        for (int m = 0; m < 11; m++) {
            assertThat(path.posted("spv", "distribution", m)).as("month %s", m).isZero();
        }
        // The last part of the loan is paid; of twelve tenths one month's service of 1 is kept until the next.
        assertThat(path.posted("spv", "distribution", 11)).isCloseTo(-0.2, within(CENT));
        assertThat(path.posted("spv", "distribution", 12)).isCloseTo(-2.1, within(CENT));
        assertThat(path.posted("spv", "distribution", 13)).isCloseTo(-1.1, within(CENT));
    }

    @Test
    void aRefinancedDebtForgetsThatItWasAccelerated() {
        path.market.forbearance = OnePath.forbearance(1, 0);
        path.market.financing = access(50, 1.4);
        Still still = company(40, 1);
        still.debt.add(loan(12, 0, 24, new Covenant.MinDscr(3, 1, FIRST.plusMonths(1), 24,
                new Remedy.EventOfDefault(0, 0))));
        double[] accelerated = path.trace(alone(still), 4, run -> run.covenants.accelerated[0][0]);
        assertThat(path.effects()).contains("event of default, accelerated");
        assertThat(accelerated).containsExactly(0, 1, 0, 0);
        assertThat(path.result().cascades()).isEmpty();
    }
}
