package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.borrower;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.group;
import static org.deflator.engine.run.Still.access;

import java.time.LocalDate;
import java.util.List;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** Cash that an SPV earns and sends up is one amount of money to whoever looks at the group. */
class GroupCashTest {
    private static final LocalDate FIRST = Still.AS_OF.plusMonths(1);

    private final OnePath path = new OnePath();

    /** A parent without business that owes 50 in six months, above an SPV without debt that earns 1 a month. */
    private static Still parent(Covenant... covenants) {
        Still parent = company(200, 0);
        parent.debt.add(new Instrument.Bond(Still.terms("bond", 50, 0, 6, Security.none()),
                List.of(covenants)));
        return parent;
    }

    @Test
    void aNewLenderToTheParentCountsCashFlowOfAnSpvOnce() {
        path.market.financing = access(50, 1.4);
        double[] owed = path.trace(group(company(0, 1), parent()), 8, run -> balance(run, "bond"));
        // 12 a year at a cover of 1.4 carry a five-year loan at 3.7 % and 4.5 %; 14.9 are left to pay in cash.
        double capacity = 12 / 1.4 * Annuity.factor(0.082 / 12, 60) / 12;
        assertThat(owed[4]).isCloseTo(50, within(CENT));
        assertThat(owed[5]).isCloseTo(capacity, within(1e-6));
        assertThat(capacity).isBetween(35.0, 35.1);
        assertThat(path.posted("company", "principal bond", 5)).isCloseTo(capacity - 50, within(1e-6));
    }

    @Test
    void assetsOfTheGroupHoldTheMonthsDistributionOnce() {
        double[] assets = path.trace(group(company(0, 1), parent()), 5,
                run -> 1e-6 * run.state.assetsUsd[borrower(run, "company")][0]);
        for (int m = 0; m < 5; m++) {
            assertThat(path.posted("company", "distribution from spv", m)).isCloseTo(1, within(CENT));
            assertThat(assets[m]).isCloseTo(200 + (m + 1), within(CENT));
        }
    }

    @Test
    void theParentsOwnCoverCountsWhatIsSentUp() {
        Still parent = company(0, 0.5);
        parent.debt.add(OnePath.loan(12, 0, 12, new Covenant.MinDscr(2, 1, FIRST, 1, new Remedy.Lockup())));
        path.trace(group(company(0, 1), parent), 3, _ -> 0);
        // 0.5 of its own and 1 from below over 1 of principal.
        assertThat(path.result().tests()).hasSize(3)
                .allSatisfy(t -> assertThat(t.ratio()).isCloseTo(1.5, within(CENT)));
    }
}
