package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deflator.engine.cashflow.LeaseStage;
import org.deflator.model.market.ContractModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.DataCentreLease.Backstop;
import org.deflator.model.portfolio.Guarantee;
import org.junit.jupiter.api.Test;

/** What a data centre earns, costs and is worth in cases that a pencil can follow. */
class DataCentreTest extends OneHall {
    @Test
    void rentRisesAtTheAnniversaryOfCompletionAndHallsAreHandedOverEvenly() {
        DataCentreLease rising = new DataCentreLease("tenant", 120, 10, 0.8, FIRST.plusMonths(60),
                Optional.empty());
        run(company(owner(1, new DataCentre("hall", 10, 100, 0, FIRST.plusMonths(2), 4,
                Optional.of(rising)))), 16);
        double[] rent = posted("lease of hall", 16);
        assertThat(rent).startsWith(new double[]{0, 0, RENT / 4}, within(CENT));
        assertThat(rent[4]).isCloseTo(RENT * 3 / 4, within(CENT));
        assertThat(rent[13]).isCloseTo(RENT, within(CENT));
        assertThat(rent[14]).isCloseTo(RENT * 1.1, within(CENT));
        assertThat(posted("data-centre costs of hall", 16)[14]).isCloseTo(-RENT * 1.1 * 0.2, within(CENT));
    }

    @Test
    void aBackstopPaysUpToItsCapThenTheHallIsEmptyThenLetAtTheMarket() {
        tenantFails = 0.99;
        run(company(owner(50, hall(-5, 0, Optional.of(
                lease(100, Optional.of(new Backstop("backer", 3.5 * RENT))))))), 48);
        double[] tenant = posted("lease of hall", 48);
        double[] backer = posted("backstop of hall", 48);
        int failed = IntStream.range(0, 48).filter(m -> backer[m] > 0).findFirst().orElseThrow();
        for (int m = 0; m < failed; m++) {
            assertThat(tenant[m]).isCloseTo(RENT, within(CENT));
        }
        assertThat(sum(backer)).isCloseTo(3.5 * RENT, within(CENT));
        assertThat(backer[failed + 3]).isCloseTo(0.5 * RENT, within(CENT));
        for (int m = failed + 4; m < failed + 10; m++) {
            assertThat(tenant[m]).isZero();
            assertThat(posted("data-centre costs of hall", 48)[m]).isCloseTo(-EMPTY_COST, within(CENT));
        }
        assertThat(tenant[failed + 10]).isCloseTo(MARKET_RENT, within(CENT));
    }

    @Test
    void aBackstopEndsWithTheBaseTerm() {
        tenantFails = 0.99;
        run(company(owner(50, hall(-5, 0, Optional.of(
                lease(20, Optional.of(new Backstop("backer", 1000))))))), 40);
        double[] backer = posted("backstop of hall", 40);
        assertThat(backer[20]).isCloseTo(RENT, within(CENT));
        assertThat(backer[21]).isZero();
        assertThat(posted("lease of hall", 40)[27]).isCloseTo(MARKET_RENT, within(CENT));
    }

    @Test
    void oneFailureEndsEveryLeaseOfTheTenant() {
        tenantFails = 0.99;
        DataCentre one = hall(-5, 0, Optional.of(lease(100, Optional.empty())));
        DataCentre two = new DataCentre("annex", 5, 50, 0, FIRST.minusMonths(3), 0, one.lease());
        run(company(owner(50, one, two)), 48);
        double[] first = posted("lease of hall", 48);
        double[] second = posted("lease of annex", 48);
        int failed = IntStream.range(0, 48).filter(m -> first[m] == 0).findFirst().orElseThrow();
        assertThat(IntStream.range(0, 48).filter(m -> second[m] == 0).findFirst()).hasValue(failed);
    }

    @Test
    void aTenantThatStaysPaysTheMarketRent() {
        renew = 1;
        run(company(owner(50, hall(-5, 0, Optional.of(lease(10, Optional.empty()))))), 14);
        assertThat(Arrays.copyOfRange(posted("lease of hall", 14), 10, 12))
                .containsExactly(new double[]{RENT, MARKET_RENT}, within(CENT));
    }

    @Test
    void whatIsNotLetIsOfferedFromCompletionOn() {
        run(company(owner(50, hall(3, 0, Optional.empty()))), 12);
        assertThat(Arrays.copyOfRange(posted("lease of hall", 12), 8, 10))
                .containsExactly(new double[]{0, MARKET_RENT}, within(CENT));
        assertThat(posted("data-centre costs of hall", 12)[2]).isZero();
    }

    @Test
    void completionIsLateByAGammaDistributedDelayAndNeverEarly() {
        delayScaleMonths = 2;
        double[] sums = new double[2];
        trace(company(owner(1000, hall(4, 0, Optional.of(lease(100, Optional.empty()))))), 1, 256, run -> {
            for (int i = 0; i < 256; i++) {
                double delay = run.state.completion[0][i] - 4;
                assertThat(delay).isGreaterThanOrEqualTo(0);
                sums[0] += delay;
                sums[1] += delay * delay;
            }
            return 0;
        });
        double mean = sums[0] / 256;
        assertThat(mean).isCloseTo(4.0, within(3 * Math.sqrt((sums[1] / 256 - mean * mean) / 256)));
    }

    @Test
    void whatIsCompleteStaysComplete() {
        delayScaleMonths = 12;
        trace(company(owner(100, hall(-1, 0, Optional.of(lease(100, Optional.empty()))))), 1, 64, run -> {
            for (int i = 0; i < 64; i++) {
                assertThat(run.state.completion[0][i]).isEqualTo(-1);
            }
            return 0;
        });
    }

    @Test
    void buildingIsPaidFromRestrictedCashThenFromFreeCashAndDelayCostsExtra() {
        delayShape = 18;
        delayScaleMonths = 0.2;
        Still owner = owner(40, hall(4, 20, Optional.of(lease(100, Optional.empty()))));
        owner.restrictedUsdM = 12;
        double[] restricted = trace(company(owner), 12, 1, run -> 1e-6 * run.state.restrictedUsd[0][0]);
        assertThat(restricted).startsWith(new double[]{7, 2, 0, 0}, within(CENT));
        assertThat(posted("construction of hall", 12)).startsWith(new double[]{-5, -5, -5, -5, 0},
                within(CENT));
        double[] rent = posted("lease of hall", 12);
        int late = (int) IntStream.range(4, 12).filter(m -> rent[m] == 0).count();
        assertThat(late).isPositive();
        assertThat(sum(posted("delay of hall", 12))).isCloseTo(-0.5 * late, within(CENT));
    }

    @Test
    void whoGuaranteesCompletionCoversShortfallsUntilThen() {
        Still vehicle = owner(0, hall(4, 20, Optional.of(lease(100, Optional.empty()))));
        vehicle.parent = Optional.of("company");
        vehicle.overheadUsdM = 2;
        vehicle.guarantees = List.of(new Guarantee("company", Guarantee.Kind.COMPLETION));
        Still parent = owner(100);
        run(book(vehicle.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.DATA_CENTRE)), 7);
        assertThat(posted("guarantee of spv", 7)).startsWith(new double[]{-7, -7, -7, -7, 0}, within(CENT));
    }

    @Test
    void aHigherCapitalisationRateMeansALowerValue() {
        double before = Double.MAX_VALUE;
        for (double rate : new double[]{0.05, 0.08, 0.12}) {
            capRate = rate;
            double value =
                    trace(company(owner(1, hall(-5, 0, Optional.of(lease(60, Optional.empty()))))), 1, 1,
                            run -> run.state.dataCentreUsd[0][0])[0];
            assertThat(value).isLessThan(before);
            before = value;
        }
    }

    @Test
    void completeIsWorthMoreThanUnfinishedByAtLeastTheCostToComplete() {
        delayScaleMonths = 1.5;
        ToDoubleFunction<BlockRun> value = run -> 1e-6 * run.state.dataCentreUsd[0][0];
        DataCentreLease lease = lease(100, Optional.of(new Backstop("backer", 30)));
        double complete = trace(company(owner(100, hall(-1, 0, Optional.of(lease)))), 1, 1, value)[0];
        double unfinished = trace(company(owner(100, hall(8, 40, Optional.of(lease)))), 1, 1, value)[0];
        assertThat(unfinished).isPositive();
        assertThat(complete - unfinished).isGreaterThan(40);
    }

    @Test
    void theValueIsWhatTheSimulationEarnsOnAverage() {
        tenantFails = 0.3;
        guarantorFails = 0.2;
        capRate = 0.10;
        // The hazards of tenants do not follow the spread, so that their mean is what a value reckons with.
        market.contracts = new ContractModel(0.8, 0.5, 12, 24, 0.05, 2, 0.10, 0.30, 0, 1);
        double[] earned = new double[256];
        double[] first = new double[1];
        double v = 1 / (1 + 0.10 / 12);
        int[] month = {0};
        trace(company(owner(1000, hall(-5, 0, Optional.of(
                lease(30, Optional.of(new Backstop("backer", 9 * RENT))))))), 60, 256, run -> {
                    for (int i = 0; i < 256; i++) {
                        if (month[0] > 0) {
                            earned[i] += Math.pow(v, month[0]) * run.state.noiUsd[0][i];
                        }
                        if (month[0] == 0 && run.state.leaseStage[0][i] == LeaseStage.LET.ordinal()
                                && run.state.offtakerAlive[1][i] + run.state.offtakerAlive[0][i] == 2) {
                            first[0] = run.state.dataCentreUsd[0][i];
                        }
                        if (month[0] == 0) {
                            earned[i] -= run.state.dataCentreUsd[0][i];
                        }
                        if (month[0] == 59) {
                            earned[i] += Math.pow(v, 59) * run.state.dataCentreUsd[0][i];
                        }
                    }
                    month[0]++;
                    return 0;
                });
        double mean = sum(earned) / 256;
        double variance = Arrays.stream(earned).map(e -> (e - mean) * (e - mean)).sum() / 255;
        assertThat(first[0]).isPositive();
        assertThat(mean).isCloseTo(0, within(3 * Math.sqrt(variance / 256)));
        assertThat(Math.sqrt(variance / 256)).isLessThan(0.01 * first[0]);
    }
}
