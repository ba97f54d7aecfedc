package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.deflator.engine.path.MarketExample;
import org.deflator.engine.path.MarketPlan;
import org.deflator.model.market.DataCentreModel;
import org.junit.jupiter.api.Test;

/** The value of a lease in the limits where an analyst writes it down: an annuity and a reversion. USD, 100 MW. */
class LeaseValueTest {
    private static final double RENT_USD = 15e6;
    private static final double MARGIN = 0.85;
    private static final double NOI_USD = RENT_USD * MARGIN;
    private static final double MARKET_USD = 1.9e9;
    private static final double EMPTY_USD = 10 * 100_000;
    private static final double R = 0.08;
    private static final double V = 1 / (1 + R / 12);
    private static final int END = 96;

    private double tenantHazard = 0.05;
    private double guarantorHazard = 0.01;
    private double renew = 0.7;
    private double drift = 0.01;
    private int guarantor = 1;
    private double capUsd = 300e6;

    private LeaseValue value() {
        MarketExample example = new MarketExample();
        example.dependence = MarketExample.calmForEver();
        example.dataCentres = new DataCentreModel(drift, 0.08, 0.25, 0.85, 10, renew, 0, 6, 12, 60, 0.02, R,
                0.08, 0.2, 2, 1.5, 0.005, 6, 0.10, 0.25, 0.65, 0.10, 350);
        MarketPlan plan = MarketPlan.of(example.market(), MarketExample.TIMELINE, new TreeSet<>());
        Book book = new Book(plan, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Book.OfftakerTerms("tenant", tenantHazard, -1),
                        new Book.OfftakerTerms("guarantor", guarantorHazard, -1)));
        double[] rent = new double[END];
        Arrays.fill(rent, RENT_USD);
        LeaseTerms lease = new LeaseTerms(0, rent, MARGIN, END, guarantor, capUsd);
        return new LeaseValue(new DataCentreTerms(0, "hall", "hall", 100_000, 1e9, 0, new double[120], -1, 0,
                Optional.of(lease), true), book);
    }

    private static double annuity(int months) {
        return (1 - Math.pow(V, months)) / (R / 12);
    }

    /** Empty for six months, then let at a market rent that has grown meanwhile. */
    private double vacantUsd() {
        return Math.pow(V, 6) * Math.exp(drift * 6 / 12) * MARKET_USD - EMPTY_USD * annuity(6);
    }

    @Test
    void withoutHazardItIsAnAnnuityAndAReversion() {
        tenantHazard = 0;
        int left = END - 1 - 11;
        double grown = Math.exp(drift * left / 12);
        double emptyLater = Math.pow(V, 6) * Math.exp(drift * 6 / 12) * grown * MARKET_USD
                - EMPTY_USD * annuity(6);
        double reversion = Math.pow(V, left) * (0.7 * grown * MARKET_USD + 0.3 * emptyLater);
        assertThat(value().letUsd(11, true, MARKET_USD))
                .isCloseTo(NOI_USD * annuity(left) + reversion, within(1.0));
    }

    @Test
    void aPerfectBackstopWithoutCapTakesTheHazardAway() {
        renew = 0;
        guarantorHazard = 0;
        capUsd = 1e12;
        double backed = value().letUsd(5, true, MARKET_USD);
        tenantHazard = 0;
        assertThat(backed).isCloseTo(value().letUsd(5, true, MARKET_USD), within(1.0));
    }

    @Test
    void aBackstopOfNothingAndADeadGuarantorAreNoBackstop() {
        guarantor = -1;
        double alone = value().letUsd(5, false, MARKET_USD);
        guarantor = 1;
        assertThat(value().letUsd(5, false, MARKET_USD)).isCloseTo(alone, within(1e-3));
        assertThat(value().letUsd(5, true, MARKET_USD)).isGreaterThan(alone);
        capUsd = 0;
        assertThat(value().letUsd(5, true, MARKET_USD)).isCloseTo(alone, within(1e-3));
    }

    @Test
    void aTenantThatMayFailIsWorthTheSumOverTheMonthsInWhichItMay() {
        guarantorHazard = 0;
        drift = 0;
        double s = Math.exp(-tenantHazard / 12);
        int paidMonths = 20;
        double expected = 0;
        for (int failure = 1; failure <= END - 1; failure++) {
            double paid = NOI_USD * annuity(failure - 1);
            // From the month of failure on the guarantor pays twenty rents; nobody pays its costs but the landlord.
            int last = Math.min(failure - 1 + paidMonths, END - 1);
            paid += NOI_USD * (annuity(last) - annuity(failure - 1));
            paid += Math.pow(V, last) * vacantUsd();
            expected += Math.pow(s, failure - 1) * (1 - s) * paid;
        }
        double stays = 0.7 * MARKET_USD + 0.3 * vacantUsd();
        expected += Math.pow(s, END - 1) * (NOI_USD * annuity(END - 1) + Math.pow(V, END - 1) * stays);
        assertThat(value().letUsd(0, true, MARKET_USD)).isCloseTo(expected, within(1.0));
    }

    @Test
    void theLastRentOfABackstopIsWhatIsLeftOfItsCap() {
        guarantorHazard = 0;
        drift = 0;
        double left = 2.5 * RENT_USD;
        double third = Math.pow(V, 3) * (0.5 * RENT_USD - RENT_USD * (1 - MARGIN));
        assertThat(value().backstoppedUsd(10, left, MARKET_USD, LeaseValue.scratch()))
                .isCloseTo(NOI_USD * annuity(2) + third + Math.pow(V, 3) * vacantUsd(), within(1.0));
    }

    @Test
    void aGuarantorThatMayFailIsWorthLess() {
        double weak = value().letUsd(0, true, 0);
        guarantorHazard = 0;
        assertThat(value().letUsd(0, true, 0)).isGreaterThan(weak);
    }

    @Test
    void anEmptyBuildingWaitsForItsTenant() {
        assertThat(value().vacantUsd(6, MARKET_USD)).isCloseTo(vacantUsd(), within(1.0));
        assertThat(value().vacantUsd(-1, MARKET_USD)).isCloseTo(vacantUsd(), within(1.0));
        assertThat(value().vacantUsd(0, MARKET_USD)).isEqualTo(MARKET_USD);
    }

    @Test
    void whatIsCompleteNextMonthIsWorthWhatItWouldBeComplete() {
        for (LeaseStage stage : new LeaseStage[]{LeaseStage.LET, LeaseStage.VACANT}) {
            double complete = stage == LeaseStage.LET
                    ? value().letUsd(7, true, MARKET_USD)
                    : value().vacantUsd(-1, MARKET_USD);
            assertThat(value().unfinishedUsd(stage, 7, 0, true, MARKET_USD)).isCloseTo(complete, within(1.0));
            assertThat(value().unfinishedUsd(stage, 7, 9, true, MARKET_USD)).isLessThan(complete);
        }
    }
}
