package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.Depth;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/** What must hold at the ends of the model's range. */
class LimitsTest {
    private static final RunPlan PLAN = new RunPlan(512, 60, 5, 0);

    /** A loan on cards that are rented in the spot market. */
    private static Portfolio spot(double loanUsdM) {
        Still spv = new Still();
        spv.powerUsdPerKwh = 0.08;
        spv.units = 5000;
        spv.cashUsdM = 5;
        spv.debt.add(Still.loan("loan", loanUsdM, 9, 60, new Amortisation.Level(0)));
        return Still.book(spv.borrower("spv", Borrower.Kind.SPV));
    }

    private static Market declining(double mean) {
        MarketExample example = new MarketExample();
        example.rents = MarketExample.rents(mean, 0, 0.40, 0.55, -0.30, 0, 1, 0.4, 0.05, 0.9);
        return example.market();
    }

    private static Market depth(double units) {
        MarketExample example = new MarketExample();
        example.depth = new Depth(new Depth.State(units, 0.6, 0.2), new Depth.State(units / 4, 0.4, 0.2),
                new Depth.State(units / 10, 0.3, 0.2), 3, 12);
        return example.market();
    }

    private static double pd5(RunSummary summary) {
        return summary.instruments().getFirst().pd().get(DefaultDefinition.PAYMENT.ordinal()).cumulative()[2];
    }

    @Test
    void whoOwesNothingDoesNotDefault() {
        Still company = new Still();
        company.powerUsdPerKwh = 0.08;
        company.cashUsdM = 50;
        RunSummary summary =
                Simulation.summary(Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD)),
                        new MarketExample().market(), PLAN);
        assertThat(summary.portfolio().expectedLossUsdM()).isZero();
        assertThat(summary.portfolio().anyDefault5y()).isZero();
        assertThat(summary.borrowers().getFirst().defaultsByMonth()).containsOnly(0);
    }

    @Test
    void inABottomlessMarketNoSaleMovesAPrice() {
        MarketExample example = new MarketExample();
        Depth.State bottomless = new Depth.State(1e30, 0.6, 0.2);
        example.depth = new Depth(bottomless, bottomless, bottomless, 3, 12);
        int[] defaults = {0};
        new Simulation(spot(130), example.market(), new RunPlan(256, 60, 5, 0)).run((run, _, _) -> {
            for (int i = 0; i < 256; i++) {
                defaults[0] += run.estate.defaultMonth[0][i] >= 0 ? 1 : 0;
                assertThat(run.cards.standingMark(0)[i]).isEqualTo(1);
                assertThat(run.cards.averageFactor(0)[i]).isEqualTo(1);
            }
        });
        assertThat(defaults[0]).isPositive();
    }

    @Test
    void fasterDeflationNeverMeansFewerDefaults() {
        double before = 0;
        for (double mean : new double[]{0, 0.1, 0.2, 0.3, 0.4}) {
            double pd = pd5(Simulation.summary(spot(90), declining(mean), PLAN));
            assertThat(pd).as("decline %s", mean).isGreaterThanOrEqualTo(before);
            before = pd;
        }
        assertThat(before).isPositive();
    }

    @Test
    void aDeeperMarketNeverMeansMoreLoss() {
        double before = Double.MAX_VALUE;
        for (double units : new double[]{500, 2_000, 8_000, 32_000, 1e9}) {
            double loss = Simulation.summary(spot(130), depth(units), PLAN).portfolio().expectedLossUsdM();
            assertThat(loss).as("depth %s", units).isLessThanOrEqualTo(before);
            before = loss;
        }
        assertThat(before).isPositive();
    }

    @Test
    void aLoanServedByARisklessContractBeyondItsMaturityIsSafe() {
        Still spv = new Still();
        spv.powerUsdPerKwh = 0.08;
        spv.contracts = List.of(Still.contract(spv.units, Still.RENT, 72));
        double service = spv.revenueUsdM() * 0.9 / 1.3;
        spv.debt.add(Still.loan("loan", service * 48, 9, 60, new Amortisation.Level(0)));
        Portfolio rented = Still.book(spv.borrower("spv", Borrower.Kind.SPV));
        assertThat(pd5(Simulation.summary(rented, declining(0.4), PLAN))).isZero();
        spv.contracts = List.of();
        Portfolio unrented = Still.book(spv.borrower("spv", Borrower.Kind.SPV));
        assertThat(pd5(Simulation.summary(unrented, declining(0.4), PLAN))).isGreaterThan(0.9);
    }
}
