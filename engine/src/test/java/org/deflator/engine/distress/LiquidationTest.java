package org.deflator.engine.distress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deflator.model.market.Depth;
import org.junit.jupiter.api.Test;

class LiquidationTest {
    private static final Depth.State STRESS = new Depth.State(5_000, 0.35, 0.20);

    private static SaleTerms lot(double units, Depth.State depth, double impact) {
        return new SaleTerms(units, 18_000, -Math.log(1 - 0.30), depth, impact, 2, 60, 900, 0.04, 0.0, 0.10);
    }

    @Test
    void smallLotLosesHalfItsShareOfDepth() {
        double z = 1e-4;
        assertThat(PriceImpact.averageFactor(0, z, 0)).isCloseTo(1 - z / 2, within(z * z));
    }

    @Test
    void noLotLeavesTheMarginalFactor() {
        assertThat(PriceImpact.averageFactor(0.7, 0, 0.2)).isEqualTo(PriceImpact.marginalFactor(0.7, 0.2));
    }

    @Test
    void averageFactorIsTheMeanOverTheCardsOfTheLot() {
        double sum = 0;
        int cards = 100_000;
        for (int i = 0; i < cards; i++) {
            sum += PriceImpact.marginalFactor(0.3 + 2.0 * (i + 0.5) / cards, 0.2);
        }
        assertThat(PriceImpact.averageFactor(0.3, 2.0, 0.2)).isCloseTo(sum / cards, within(1e-9));
    }

    @Test
    void marketWithoutBoundTakesAnyLotAtTheMark() {
        SalePlan plan = Liquidation.plan(lot(10_000, new Depth.State(1e15, 0.35, 0.2), 0), 3);
        assertThat(plan.rows())
                .allSatisfy(row -> assertThat(row.averageFactor()).isCloseTo(1.0, within(1e-11)));
    }

    @Test
    void impactThatFadesAtOnceMakesEveryMonthLikeTheFirst() {
        SalePlan plan = Liquidation.plan(lot(10_000, new Depth.State(5_000, 1e6, 0.2), 0), 4);
        double alone = PriceImpact.averageFactor(0, 0.5, 0.2);
        assertThat(plan.rows().subList(2, 6))
                .allSatisfy(row -> assertThat(row.averageFactor()).isCloseTo(alone, within(1e-15)));
    }

    @Test
    void impactThatNeverFadesCostsTheSameHoweverLongTheSale() {
        Depth.State permanent = new Depth.State(5_000, 0, 0.2);
        double oneBlock = PriceImpact.averageFactor(0, 2, 0.2);
        for (int months = 1; months <= 12; months++) {
            double mean = Liquidation.plan(lot(10_000, permanent, 0), months).rows().stream()
                    .mapToDouble(row -> row.soldUnits() / 10_000 * row.averageFactor()).sum();
            assertThat(mean).isCloseTo(oneBlock, within(1e-12));
        }
    }

    @Test
    void impactAlreadyInTheMarketFadesDuringTheLag() {
        SalePlan plan = Liquidation.plan(lot(10_000, STRESS, 1.0), 1);
        double left = Math.exp(-0.35 * 2);
        assertThat(plan.rows().get(2).averageFactor())
                .isCloseTo(PriceImpact.averageFactor(left, 2, 0.2), within(1e-14));
    }

    @Test
    void rowsAddUpToTheLotAndToTheProceeds() {
        SalePlan plan = Liquidation.plan(lot(10_000, STRESS, 0), 7);
        assertThat(plan.rows()).hasSize(9);
        assertThat(plan.rows().stream().mapToDouble(SalePlan.Month::soldUnits).sum()).isCloseTo(10_000,
                within(1e-8));
        assertThat(plan.rows().stream().mapToDouble(SalePlan.Month::discountedNetUsd).sum())
                .isCloseTo(plan.netProceedsUsd(), within(1e-4));
    }

    @Test
    void carryIsPaidThroughTheLagAndOnTheStockLeft() {
        SalePlan plan = Liquidation.plan(new SaleTerms(100, 18_000, 0, STRESS, 0, 2, 60, 0, 0, 0, 0), 2);
        assertThat(plan.rows().stream().mapToDouble(SalePlan.Month::costsUsd).toArray()).containsExactly(
                6_000, 6_000, 6_000,
                3_000);
    }

    @Test
    void estateCostIsAShareOfWhatBuyersPay() {
        SalePlan free =
                Liquidation.plan(new SaleTerms(100, 18_000, 0.3, STRESS, 0, 0, 0, 0, 0.04, 0.00, 0), 2);
        SalePlan costly =
                Liquidation.plan(new SaleTerms(100, 18_000, 0.3, STRESS, 0, 0, 0, 0, 0.04, 0.06, 0), 2);
        assertThat(costly.netProceedsUsd()).isCloseTo(0.94 * free.netProceedsUsd(), within(1e-6));
    }

    @Test
    void deeperMarketIsSoldIntoFaster() {
        SaleTerms deep = lot(10_000, new Depth.State(20_000, 1.0, 0.2), 0);
        SaleTerms shallow = lot(10_000, STRESS, 0);
        assertThat(Liquidation.best(deep, 24).months()).isLessThan(Liquidation.best(shallow, 24).months());
    }

    @Test
    void scarceSitesSetTheShortestSale() {
        SiteCapacity sites = new SiteCapacity(8_155, 0.016, 0.30, 1.275);
        assertThat(sites.shortestSaleMonths(10_000)).isEqualTo(1);
        assertThat(sites.shortestSaleMonths(100_000)).isEqualTo(4);
        int months = Liquidation.bestMonths(lot(100_000, new Depth.State(1e9, 1, 0.2), 0),
                sites.shortestSaleMonths(100_000), 24);
        assertThat(months).isEqualTo(4);
    }

    @Test
    void collateralThatCostsMoreThanItBringsLosesTheClaimAndNoMore() {
        SalePlan plan = Liquidation.plan(new SaleTerms(100, 500, 0, STRESS, 0, 2, 60, 900, 0, 0, 0.1), 1);
        assertThat(plan.netProceedsUsd()).isNegative();
        assertThat(plan.lossGivenDefault(10_000)).isEqualTo(1.0);
        assertThat(plan.liquidationLtv(10_000)).isInfinite();
    }

    @Test
    void smallClaimLosesNothing() {
        SalePlan plan = Liquidation.plan(lot(100, STRESS, 0), 1);
        assertThat(plan.lossGivenDefault(100_000)).isZero();
    }

    @Property(tries = 200)
    void noOtherLengthBringsMoreThanTheBest(@ForAll @DoubleRange(min = 10, max = 60_000) double units,
            @ForAll @DoubleRange(min = 500, max = 50_000) double depth,
            @ForAll @DoubleRange(min = 0, max = 3) double resilience,
            @ForAll @IntRange(min = 1, max = 24) int other) {
        SaleTerms terms = lot(units, new Depth.State(depth, resilience, 0.2), 0);
        assertThat(Liquidation.netProceedsUsd(terms, other))
                .isLessThanOrEqualTo(Liquidation.best(terms, 24).netProceedsUsd());
    }

    @Property(tries = 200)
    void recoveryDoesNotFallWithDepth(@ForAll @DoubleRange(min = 10, max = 60_000) double units,
            @ForAll @DoubleRange(min = 500, max = 50_000) double depth,
            @ForAll @IntRange(min = 1, max = 24) int months) {
        double shallow = Liquidation.netProceedsUsd(lot(units, new Depth.State(depth, 0.35, 0.2), 0), months);
        double deep =
                Liquidation.netProceedsUsd(lot(units, new Depth.State(1.5 * depth, 0.35, 0.2), 0), months);
        assertThat(deep).isGreaterThan(shallow);
    }
}
