package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CARD_USD;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.Still.access;
import static org.deflator.engine.run.OnePath.borrower;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.group;
import static org.deflator.engine.run.OnePath.recovered;
import static org.deflator.engine.run.OnePath.spv;

import java.util.List;
import java.util.Optional;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** The last month settles every estate: what is unsold, and what still lives below it. */
class EstateAtHorizonTest {
    private final OnePath path = new OnePath();

    EstateAtHorizonTest() {
        path.holdCardPrices();
        path.market.financing = access(-50, 1.4);
    }

    /** Cards sell half a year after default; holding one costs this much a month. */
    private static EnforcementModel enforcement(double costShare, double carryUsd, double discount) {
        return new EnforcementModel(6, 3, 12, costShare, carryUsd, 0, 0, 0, 12, 6, discount, discount);
    }

    @Test
    void unsoldCardsAreSettledAtTheAveragePriceOfTheirOwnSale() {
        path.oneLogPriceFor(60_000);
        path.market.enforcement = enforcement(0, 0, 0);
        Still still = new Still();
        still.units = 60_000;
        still.switchOff();
        still.debt.add(Still.loan("loan", 2000, 0, 1, new Amortisation.Bullet()));
        double[] got = path.trace(spv(still), 4, run -> recovered(run, "loan"));
        // The price slides from 1 to 0.2 + 0.8 / e; the average on the way is 0.2 + 0.8 (1 - 1 / e).
        double average = 0.2 + 0.8 * (1 - Math.exp(-1));
        assertThat(path.result().cascades()).singleElement()
                .satisfies(c -> assertThat(c.month()).isEqualTo(1));
        assertThat(got[2]).isZero();
        assertThat(got[3]).isCloseTo(1e-6 * 60_000 * CARD_USD * average, within(1e-6));
    }

    @Test
    void theCostOfOnePoolIsNotTakenFromTheLendersOfAnother() {
        Depth.State bottomless = new Depth.State(1e30, 0.6, 0.2);
        path.market.depth = new Depth(bottomless, bottomless, bottomless, 0, 12);
        path.market.enforcement = enforcement(0, 7000, 0);
        Still still = new Still();
        still.switchOff();
        still.moreCards(MarketExample.B200, 1000);
        still.debt.add(pledge("h100", "spv-fleet"));
        still.debt.add(pledge("b200", "spv-more"));
        path.trace(spv(still), 4, _ -> 0);
        double[] dear = path.trace(spv(still), 4, run -> recovered(run, "b200"));
        double[] cheap = path.trace(spv(still), 4, run -> recovered(run, "h100"));
        // Three months at 7,000 take more than an H100 is worth, and leave 1,500 of a B200.
        assertThat(cheap[3]).isZero();
        assertThat(dear[3]).isCloseTo(1e-6 * 1000 * (22_500 - 3 * 7000), within(CENT));
    }

    private static Instrument pledge(String id, String fleet) {
        return new Instrument.TermLoan(
                Still.terms(id, 50, 0, 1, new Security(List.of(fleet), false)), Optional.empty(),
                new Amortisation.Bullet(), Still.AS_OF.plusMonths(1),
                Reserve.none(), 0, List.of());
    }

    /** A parent that owes 100 in a month and owns nothing but an SPV. */
    private static Still owner() {
        Still parent = company(0, 0);
        parent.debt.add(new Instrument.Bond(Still.terms("bond", 100, 0, 1, Security.none()), List.of()));
        return parent;
    }

    @Test
    void whatALivingSpvIsWorthAboveItsDebtIsSoldForItsParentsCreditors() {
        path.market.enforcement = enforcement(0.06, 0, 0.10);
        path.market.servicer = new ServicerModel(0, 0, 0, 0);
        Still child = new Still();
        child.switchOff();
        child.incomeUsdM = 1;
        child.debt.add(Still.loan("loan", 12, 0, 24, new Amortisation.Linear(0)));
        double[] got = path.trace(group(child, owner()), 10, run -> recovered(run, "bond"));
        double[] spv = path.trace(group(child, owner()), 10, run -> OnePath.cash(run, "spv"));
        double[] sent = path.trace(group(child, owner()), 10,
                run -> 1e-6 * run.estate.takenInUsd[borrower(run, "company")][0]);
        // Ten of 24 parts of the loan are paid. The SPV has cards worth 14 and what it keeps.
        double equity = 14 + spv[9] - 7;
        assertThat(spv[9]).isCloseTo(0.5, within(CENT));
        assertThat(sent[9]).isCloseTo(equity * 0.90 * 0.94, within(1e-6));
        double sentUp = 0;
        for (int m = 2; m < 10; m++) {
            sentUp -= path.posted("spv", "distribution", m);
        }
        assertThat(got[9]).isCloseTo(sentUp + equity * 0.90 * 0.94, within(1e-6));
    }
}
