package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.deflator.engine.distress.PriceImpact;
import org.deflator.model.market.Depth;
import org.junit.jupiter.api.Test;

class ImpactMarketTest {
    private static final Depth THREE =
            new Depth(new Depth.State(20_000, 1.0, 0.20), new Depth.State(5_000, 0.35, 0.20),
                    new Depth.State(2_000, 0.20, 0.10), 3.0, 12.0);
    private static final double[] NONE = new double[2];

    private static Depth always(double units, double resilience, double floor) {
        Depth.State state = new Depth.State(units, resilience, floor);
        return new Depth(state, state, state, 3.0, 12.0);
    }

    /** Two paths, the second one tight; generation 1 is a tenth as deep as generation 0. */
    private static ImpactMarket open(Depth depth) {
        ImpactMarket market = new ImpactMarket(new double[]{1.0, 0.1}, 2, depth, 6);
        market.start(2);
        market.openMonth(new double[]{0, 1}, NONE);
        return market;
    }

    @Test
    void regimeGivesTheDepth() {
        ImpactMarket market = open(THREE);
        assertThat(market.depthOf(0, 0)).isEqualTo(THREE.normal());
        assertThat(market.depthOf(0, 1)).isEqualTo(THREE.stress());
        assertThat(market.depthOf(1, 1).unitsPerMonth()).isEqualTo(500);
    }

    @Test
    void onlyLossesOfTheSectorLeadToCrisisDepth() {
        ImpactMarket market = open(THREE);
        market.openMonth(new double[]{0, 1}, new double[]{0.1, 0.9});
        assertThat(market.depthUnits()[0]).isCloseTo(20_000 * Math.exp(-0.3), within(1e-9));
        assertThat(market.depthOf(0, 1).unitsPerMonth()).isCloseTo(2_000, within(1e-9));
        assertThat(market.depthOf(0, 1).resiliencePerMonth()).isCloseTo(0.20, within(1e-15));
        assertThat(market.priceFloor()[1]).isCloseTo(0.10, within(1e-15));
    }

    @Test
    void halfOfALossIsForgottenAfterTheHalfLife() {
        ImpactMarket market = open(THREE);
        market.openMonth(NONE, new double[]{0.2, 0});
        for (int month = 0; month < 12; month++) {
            market.openMonth(NONE, NONE);
        }
        assertThat(market.depthUnits()[0]).isCloseTo(20_000 * Math.exp(-3 * 0.1), within(1e-8));
    }

    @Test
    void twoSellersOfOneGenerationGetThePriceOfTheirSum() {
        ImpactMarket market = open(THREE);
        market.announce(0, new double[]{9_000, 4_000});
        market.order(0, new double[]{3_000, 0});
        market.order(0, 1, 4_000);
        market.order(0, 0, 5_000);
        market.clear();
        assertThat(market.averageFactor(0)[0]).isEqualTo(PriceImpact.averageFactor(0, 8_000 / 20_000.0, 0.2));
        assertThat(market.averageFactor(0)[1]).isEqualTo(PriceImpact.averageFactor(0, 4_000 / 5_000.0, 0.2));
        assertThat(market.unsoldUnits(0)).containsExactly(1_000, 0);
    }

    @Test
    void generationsDoNotShareABook() {
        ImpactMarket market = open(THREE);
        market.announce(0, 0, 9_000);
        market.order(0, 0, 9_000);
        market.clear();
        assertThat(market.averageFactor(1)[0]).isEqualTo(1.0);
        assertThat(market.standingMark(1)[0]).isEqualTo(1.0);
    }

    @Test
    void announcedStockLowersMarksBeforeAnythingIsSold() {
        ImpactMarket market = open(always(5_000, 0.35, 0.2));
        market.announce(0, 0, 6_000);
        assertThat(market.standingMark(0)[0]).as("until marked").isEqualTo(1.0);
        market.mark(new int[]{0}, 1);
        double effectiveUnits = 5_000 * 6 * (1 - Math.exp(-0.35));
        assertThat(market.standingMark(0)[0])
                .isCloseTo(0.2 + 0.8 * Math.exp(-6_000 / effectiveUnits), within(1e-14));
        assertThat(market.averageFactor(0)[0]).isEqualTo(1.0);
    }

    @Test
    void survivorsAreMarkedBelowWhatSellersGot() {
        ImpactMarket market = open(THREE);
        market.announce(0, 1, 5_000);
        market.order(0, 1, 5_000);
        market.clear();
        assertThat(market.standingMark(0)[1]).isCloseTo(PriceImpact.marginalFactor(1.0, 0.2), within(1e-15))
                .isLessThan(market.averageFactor(0)[1]);
    }

    @Test
    void impactFadesByTheMonthsResilienceAndOrdersDoNotReturn() {
        ImpactMarket market = open(THREE);
        market.announce(0, 1, 5_000);
        market.order(0, 1, 2_500);
        market.clear();
        market.closeMonth();
        assertThat(market.impact(0)[1]).isCloseTo(0.5 * Math.exp(-0.35), within(1e-15));
        market.openMonth(new double[]{0, 1}, NONE);
        market.clear();
        assertThat(market.unsoldUnits(0)[1]).isEqualTo(2_500);
    }

    @Test
    void permanentImpactStaysAndTemporaryImpactIsGoneNextMonth() {
        ImpactMarket permanent = open(always(5_000, 0, 0));
        ImpactMarket temporary = open(always(5_000, 1e6, 0));
        for (ImpactMarket market : new ImpactMarket[]{permanent, temporary}) {
            market.announce(0, 0, 5_000);
            market.order(0, 0, 5_000);
            market.clear();
            market.closeMonth();
        }
        assertThat(permanent.impact(0)[0]).isEqualTo(1.0);
        assertThat(temporary.impact(0)[0]).isZero();
    }

    @Test
    void marketThatNeverRecoversMarksStockAtOneMonthsDepth() {
        ImpactMarket market = open(always(5_000, 0, 0));
        market.announce(0, 0, 5_000);
        market.mark();
        assertThat(market.standingMark(0)[0]).isCloseTo(Math.exp(-1), within(1e-15));
    }

    @Test
    void marketWithoutBoundHasNoImpact() {
        ImpactMarket market = open(always(1e15, 0.35, 0.2));
        market.announce(0, 0, 10_000);
        market.mark();
        assertThat(market.standingMark(0)[0]).isCloseTo(1.0, within(1e-10));
    }

    @Test
    void nextBlockStartsUndisturbed() {
        ImpactMarket market = open(THREE);
        market.announce(0, 0, 10_000);
        market.order(0, 0, 5_000);
        market.clear();
        market.openMonth(NONE, new double[]{0.5, 0.5});
        market.start(2);
        market.openMonth(NONE, NONE);
        assertThat(market.standingMark(0)[0]).isEqualTo(1.0);
        assertThat(market.depthUnits()[0]).isEqualTo(20_000);
    }

    @Property(tries = 100)
    void whatIsAnnouncedIsEitherSoldOrLeft(@ForAll @DoubleRange(min = 0, max = 50_000) double announced,
            @ForAll @DoubleRange(min = 0, max = 1) double firstShare) {
        ImpactMarket market = open(THREE);
        market.announce(0, 0, announced);
        market.order(0, 0, announced * firstShare);
        market.clear();
        assertThat(market.impact(0)[0] * 20_000 + market.unsoldUnits(0)[0]).isCloseTo(announced,
                within(1e-9));
        assertThat(market.averageFactor(0)[0]).isBetween(0.2, 1.0);
    }
}
