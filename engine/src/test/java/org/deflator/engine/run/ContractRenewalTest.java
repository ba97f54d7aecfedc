package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.ContractModel;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/** What a customer rents after the agreed term, from which cards, and for how much cash. */
class ContractRenewalTest {
    private static final YearMonth FIRST = YearMonth.from(Still.AS_OF).plusMonths(1);
    private static final double HOURS_M = 730e-6;

    private final OnePath path = new OnePath();

    /** Contracts that expire are renewed with this probability, for a year, at this discount to the market rent. */
    private void renewals(double probability, double discount, double idleMonths) {
        path.market.contracts =
                new ContractModel(probability, probability, 12, 12, discount, idleMonths, 0, 0, 0, 1);
    }

    private static OfftakeContract contract(String id, double units, double price, int firstMonth,
            int months, double prepaid) {
        YearMonth start = FIRST.plusMonths(firstMonth);
        return new OfftakeContract(id, "customer", MarketExample.H100, units, price, start, 0,
                start.plusMonths(months - 1), OfftakeContract.Type.TAKE_OR_PAY, prepaid);
    }

    private static Portfolio rented(OfftakeContract... contracts) {
        Still still = new Still();
        still.contracts = List.of(contracts);
        return alone(still);
    }

    @Test
    void aRenewalTakesOnlyCardsThatAgreedContractsLeave() {
        renewals(1, 0.05, 0);
        Portfolio book = rented(contract("a", 600, 3, 0, 3, 0), contract("b", 700, 4, 3, 12, 0));
        double[] revenue = path.trace(book, 5, run -> 1e-6 * run.state.revenueUsd[0][0]);
        double spot = 400 * Still.RENT * Still.UTILISATION * HOURS_M;
        assertThat(revenue[2]).isCloseTo(600 * 3 * HOURS_M + spot, within(CENT));
        // 1,000 cards: 700 to the new contract, so that 300 of the 600 are left for the renewed one.
        double renewed = 300 * 0.95 * Still.RENT * HOURS_M;
        assertThat(revenue[3]).isCloseTo(700 * 4 * HOURS_M + renewed, within(CENT));
        assertThat(revenue[4]).isCloseTo(revenue[3], within(CENT));
    }

    @Test
    void aRenewedContractIsPaidInFullAlthoughTheOldOneWasPrepaidInPart() {
        renewals(1, 0.05, 0);
        Portfolio book = rented(contract("a", 1000, 3, 0, 3, 0.3));
        double[] revenue = path.trace(book, 4, run -> 1e-6 * run.state.revenueUsd[0][0]);
        assertThat(revenue[2]).isCloseTo(0.7 * 3 * 1000 * HOURS_M, within(CENT));
        assertThat(revenue[3]).isCloseTo(0.95 * Still.RENT * 1000 * HOURS_M, within(CENT));
    }

    @Test
    void aRenewedContractIsValuedAtItsFullPrice() {
        path.holdCardPrices();
        renewals(1, -0.2, 0);
        Portfolio book = rented(contract("a", 1000, 3, 0, 3, 0.3));
        double[] beyondCash =
                path.trace(book, 4, run -> 1e-6 * (run.state.assetsUsd[0][0] - run.state.cashUsd[0][0]));
        // Renewed for twelve months at 20 % above the market rent, of which eleven are left; 12 % a year.
        double excess = 0.2 * Still.RENT * 1000 * HOURS_M * Annuity.factor(0.01, 11);
        assertThat(beyondCash[3]).isCloseTo(1e-6 * 1000 * OnePath.CARD_USD + excess, within(CENT));
    }

    @Test
    void aContractThatEndedBeforeTheAsOfDateIsNotRenewed() {
        renewals(1, 0.05, 0);
        Portfolio book = rented(contract("a", 1000, 3, -6, 5, 0));
        double[] revenue = path.trace(book, 3, run -> 1e-6 * run.state.revenueUsd[0][0]);
        double spot = 1000 * Still.RENT * Still.UTILISATION * HOURS_M;
        assertThat(revenue).containsExactly(new double[]{spot, spot, spot}, within(CENT));
    }

    @Test
    void cardsOfALostCustomerStandIdleForTheMeanOfTheModel() {
        renewals(0, 0, 4);
        OfftakeContract[] lost = IntStream.range(0, 16)
                .mapToObj(k -> contract("lost-" + k, 1000.0 / 16, 3, 0, 3, 0))
                .toArray(OfftakeContract[]::new);
        double spot = 1e6 * 1000 * Still.RENT * Still.UTILISATION * HOURS_M;
        int paths = RunPlan.BLOCK_PATHS;
        double[] months = new double[1];
        new Simulation(rented(lost), path.market.market(), new RunPlan(paths, 80, 3, 0))
                .run((run, month, _) -> {
                    for (int i = 0; month >= 3 && i < paths; i++) {
                        months[0] += 1 - run.state.revenueUsd[0][i] / spot;
                    }
                });
        // Whole months, at least one, geometric with mean 4: variance 4 x 3.
        assertThat(months[0] / paths).isCloseTo(4, within(3 * Math.sqrt(12.0 / (16 * paths))));
    }
}
