package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.Still.access;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.group;
import static org.deflator.engine.run.OnePath.recovered;

import java.time.LocalDate;
import java.util.List;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What a parent that guarantees an SPV pays, when, and beside whom. */
class GuaranteeTest {
    private static final LocalDate FIRST = Still.AS_OF.plusMonths(1);
    private static final double BITCOIN_USD_M = 1e-6 * 90_784;

    private final OnePath path = new OnePath();

    GuaranteeTest() {
        path.holdCardPrices();
        path.market.financing = access(-50, 1.4);
        Depth.State bottomless = new Depth.State(1e30, 0.6, 0.2);
        path.market.depth = new Depth(bottomless, bottomless, bottomless, 0, 12);
        // Cards sell at no cost in the month after default; a guarantor is called after a year.
        path.market.enforcement = new EnforcementModel(1, 3, 12, 0, 0, 0, 0, 0, 1, 6, 0, 0);
    }

    /** A thousand idle cards worth 14, and 20 due in month 1. */
    private static Still guaranteed() {
        Still child = new Still();
        child.switchOff();
        child.guarantees = List.of(new Guarantee("company", Guarantee.Kind.FULL));
        child.debt.add(Still.loan("loan", 20, 0, 2, new Amortisation.Bullet()));
        return child;
    }

    @Test
    void collateralPaysBeforeTheGuarantorIsCalledForTheRest() {
        double[] loan = path.trace(group(guaranteed(), company(0, 0.5)), 20, run -> recovered(run, "loan"));
        // Arrears while the SPV lives: 1 has been earned by month 1, and half a million in month 2.
        assertThat(path.posted("company", "guarantee of spv", 1)).isCloseTo(-1, within(CENT));
        assertThat(path.posted("company", "guarantee of spv", 2)).isCloseTo(-0.5, within(CENT));
        assertThat(path.result().cascades()).singleElement()
                .satisfies(c -> assertThat(c.month()).isEqualTo(2));
        // The claim is 18.5 and default interest of 2 % on the 19 of March, which has 33 days of 360. Cards bring
        // 14 in month 3, the guarantor the deficiency in month 14.
        double claim = 18.5 + 19 * 0.02 * 33 / 360;
        assertThat(loan[2]).isZero();
        assertThat(loan[3]).isCloseTo(14, within(CENT));
        assertThat(loan[13]).isCloseTo(14, within(CENT));
        assertThat(loan[14]).isCloseTo(claim, within(CENT));
        assertThat(path.posted("company", "guarantee of spv", 14)).isCloseTo(14 - claim, within(CENT));
        for (int m = 3; m < 14; m++) {
            assertThat(path.posted("company", "guarantee of spv", m)).as("month %s", m).isZero();
        }
    }

    @Test
    void aDeficiencyRanksWithTheUnsecuredDebtOfTheGuarantor() {
        Still parent = company(0, 0);
        parent.btc = 100;
        parent.debt.add(new Instrument.Bond(Still.terms("bond", 10, 0, 60, Security.none()), List.of()));
        double[] bond = path.trace(group(guaranteed(), parent), 40, run -> recovered(run, "bond"));
        double[] loan = path.trace(group(guaranteed(), parent), 40, run -> recovered(run, "loan"));
        assertThat(path.causes()).containsExactly(DefaultCause.MATURITY.label(),
                DefaultCause.GUARANTEE.label());
        // Called in month 14 and unable to pay, the guarantor falls in month 15 and is shared out in month 27:
        // 100 bitcoin among 10 of its own bond and the 6 that the cards did not cover, with a month of default
        // interest on 20.
        double deficiency = 6 + 20 * 0.02 * 33 / 360;
        double share = 100 * BITCOIN_USD_M / (10 + deficiency);
        assertThat(loan[26]).isCloseTo(14, within(CENT));
        assertThat(bond[26]).isZero();
        assertThat(bond[27]).isCloseTo(10 * share, within(1e-6));
        assertThat(loan[27]).isCloseTo(14 + deficiency * share, within(1e-6));
    }

    /** Pays 6 % on 12 and earns 1.5 a month, which is in breach of a cover of 3. */
    private static Still inBreach() {
        Still child = company(1, 1.5);
        child.debt.add(OnePath.loan(12, 6, 12,
                new Covenant.MinDscr(3, 1, FIRST, 1, new Remedy.EventOfDefault(0, 0))));
        return child;
    }

    @Test
    void aLenderThatAGuarantorCouldPayInFullDoesNotWaive() {
        path.trace(group(inBreach(), company(50, 0)), 2, _ -> 0);
        assertThat(path.effects()).contains("event of default, waived");
        Still child = inBreach();
        child.guarantees = List.of(new Guarantee("company", Guarantee.Kind.FULL));
        path.trace(group(child, company(50, 0)), 2, _ -> 0);
        assertThat(path.effects()).contains("event of default, accelerated")
                .doesNotContain("event of default, waived");
    }
}
