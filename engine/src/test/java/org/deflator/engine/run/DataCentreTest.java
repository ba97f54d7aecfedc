package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deflator.engine.cashflow.LeaseStage;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.DataCentreLease.Backstop;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What a data centre earns, costs and brings in cases that a pencil can follow. Amounts in USD millions, 10 MW. */
class DataCentreTest {
    private static final double CENT = 1e-8;
    private static final double RENT = 1.2;
    private static final double MARKET_RENT = 1.5;
    private static final double EMPTY_COST = 0.1;
    private static final YearMonth FIRST = YearMonth.from(Still.AS_OF).plusMonths(1);

    private final MarketExample market = Still.market(0);
    private double tenantFails;
    private double guarantorFails;
    private double renew;
    private double capRate = 0.10;
    private int delayShape = 2;
    private double delayScaleMonths;
    private double ltvCap = 0.65;
    private double minDebtYield = 0.10;
    private BlockResult result = new BlockResult(0, 0, List.of(), new Histogram[0][][], new Histogram[0][],
            new Histogram[0][], new int[0][], List.of(), List.of(), List.of());

    private static DataCentre hall(int completion, double toSpendUsdM, Optional<DataCentreLease> lease) {
        return new DataCentre("hall", 10, 100, toSpendUsdM, FIRST.plusMonths(completion), 0, lease);
    }

    private static DataCentreLease lease(int lastMonth, Optional<Backstop> backstop) {
        return new DataCentreLease("tenant", 120, 0, 0.8, FIRST.plusMonths(lastMonth), backstop);
    }

    private static Still owner(double cashUsdM, DataCentre... dataCentres) {
        Still owner = new Still();
        owner.units = 0;
        owner.cashUsdM = cashUsdM;
        owner.dataCentres = List.of(dataCentres);
        return owner;
    }

    private Portfolio book(Borrower... borrowers) {
        return new Portfolio("still", Still.AS_OF, List.of(borrowers),
                List.of(new Offtaker("tenant", "Tenant", "unrated", tenantFails, false),
                        new Offtaker("backer", "Backer", "unrated", guarantorFails, false)),
                List.of());
    }

    private Portfolio company(Still owner) {
        return book(owner.borrower("company", Borrower.Kind.DATA_CENTRE));
    }

    private double[] trace(Portfolio book, int months, int paths, ToDoubleFunction<BlockRun> measure) {
        market.dataCentres = new DataCentreModel(0, 0, 0, 0.8, 10, renew, 0, 6, 12, 60, 0, 0.10, capRate, 0,
                delayShape, delayScaleMonths, 0.005, 6, 0.10, 0.25, ltvCap, minDebtYield, 350);
        double[] values = new double[months];
        result = new Simulation(book, market.market(), new RunPlan(paths, months, 3, paths))
                .run((run, month, _) -> values[month] = measure.applyAsDouble(run));
        return values;
    }

    private double[] run(Portfolio book, int months) {
        return trace(book, months, 1, _ -> 0);
    }

    private double[] posted(String account, int months) {
        double[] usdM = new double[months];
        result.ledger().stream().filter(r -> r.account().equals(account))
                .forEach(r -> usdM[r.month()] += 1e-6 * r.usd());
        return usdM;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

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
    void aDrawnLoanOnADataCentreFillsTheConstructionAccount() {
        Still owner = owner(0, hall(4, 20, Optional.of(lease(100, Optional.empty()))));
        Instrument.Terms terms = Still.terms("notes", 0.001, 0, 60, pledge());
        owner.debt.add(new Instrument.TermLoan(terms,
                Optional.of(new DelayedDraw(20.001, Still.AS_OF.plusMonths(4), 0)),
                new Amortisation.Bullet(), Still.AS_OF.plusMonths(60),
                Reserve.none(), 0, List.of()));
        assertThat(trace(company(owner), 4, 1, run -> 1e-6 * run.state.cashUsd[0][0]))
                .containsExactly(new double[]{0, 0, 0, 0}, within(CENT));
        assertThat(posted("draw notes", 4)).containsExactly(new double[]{5, 5, 5, 5}, within(CENT));
        assertThat(posted("capital expenditure", 4)).containsOnly(0);
    }

    private static Security pledge() {
        return new Security(List.of(), false, List.of(Security.ALL));
    }

    private static Instrument.Bond notes(double usdM, double couponPct, int months, Covenant... covenants) {
        Instrument.Terms terms = Still.terms("notes", usdM, couponPct, months, pledge());
        return new Instrument.Bond(new Instrument.Terms(terms.id(), terms.name(),
                Rank.SENIOR_SECURED, terms.security(), usdM, terms.rate(),
                terms.dayCount(), 12, terms.maturity(), Optional.empty()), List.of(covenants));
    }

    @Test
    void aForeclosedDataCentreEarnsForItsLendersUntilItIsSoldWhole() {
        Still owner = owner(0, hall(-5, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(200, 12, 60));
        double[][] seen = new double[3][12];
        int[] next = {0};
        trace(company(owner), 12, 1, run -> {
            int month = next[0]++;
            seen[0][month] = 1e-6 * run.state.dataCentreUsd[0][0];
            seen[1][month] = 1e-6 * (run.estate.exposureUsd[0][0] - run.estate.claimUsd[0][0]);
            seen[2][month] = run.estate.defaultMonth[0][0];
            assertThat(run.state.noiUsd[0][0]).isCloseTo(1e6 * RENT * 0.8, within(1e-3));
            return 0;
        });
        int defaulted = 1;
        assertThat(seen[2][11]).isEqualTo(defaulted);
        double noi = RENT * 0.8;
        for (int m = defaulted + 1; m < defaulted + 6; m++) {
            assertThat(seen[1][m]).isCloseTo(noi * (m - defaulted), within(1e-6));
        }
        double price = seen[0][defaulted + 6] * 0.9 * 0.94;
        assertThat(seen[1][defaulted + 6]).isCloseTo(6 * noi + price, within(1e-6));
        assertThat(seen[1][11]).isEqualTo(seen[1][defaulted + 6]);
    }

    @Test
    void theConstructionAccountIsCollateralAndGoesToItsLendersAtDefault() {
        market.servicer = new ServicerModel(1, 0, 0, 0);
        Still vehicle = owner(20, hall(10, 50, Optional.of(lease(119, Optional.empty()))));
        vehicle.parent = Optional.of("company");
        vehicle.restrictedUsdM = 80;
        vehicle.debt.add(notes(60, 0, 60,
                new Covenant.MaxLtv(0.1, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup())));
        Still parent = owner(0);
        parent.debt.add(new Instrument.Bond(Still.terms("bond", 10, 0, 1, Security.none()), List.of()));
        Portfolio book = book(vehicle.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.DATA_CENTRE));
        double[] value = trace(book, 4, 1, run -> 1e-6 * run.state.dataCentreUsd[0][0]);
        assertThat(result.tests().getFirst().ratio()).isCloseTo(60 / (value[0] + 45), within(1e-6));
        // The parent falls in the second month, its vehicle in the third, when 35 are left to spend.
        assertThat(posted("construction account to lenders", 4)[2]).isCloseTo(-35, within(CENT));
        assertThat(posted("to the estate", 4)[2]).isCloseTo(-(80 - 50) - 20, within(CENT));
        assertThat(trace(book, 4, 1, run -> 1e-6 * run.estate.claimUsd[0][0])[2]).isCloseTo(25, within(CENT));
    }

    @Test
    void notesAreRefinancedUpToLoanToValueAndDebtYield() {
        market.financing = Still.access(50, 1.4);
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(80, 6, 6));
        ToDoubleFunction<BlockRun> balance = run -> 1e-6 * run.state.balanceUsd[0][0];
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(80, within(CENT));
        minDebtYield = 12 * RENT * 0.8 / 75;
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(75, within(CENT));
        ltvCap = 0.3;
        double value = trace(company(owner), 6, 1, run -> 1e-6 * run.state.dataCentreUsd[0][0])[5];
        assertThat(trace(company(owner), 6, 1, balance)[5]).isCloseTo(0.3 * value, within(CENT))
                .isLessThan(75);
    }

    /** A loan of 80 at 6 % on the hall, paid monthly: 2 of principal a month, the rest after six months. */
    private static Instrument.TermLoan loan() {
        return new Instrument.TermLoan(notes(80, 6, 6).terms(), Optional.empty(),
                new Amortisation.Custom(IntStream.rangeClosed(1, 6)
                        .mapToObj(m -> new Amortisation.Step(Still.AS_OF.plusMonths(m), 2.5)).toList()),
                Still.AS_OF, Reserve.none(), 0, List.of());
    }

    @Test
    void aRefinancedLoanOnADataCentreIsABulletThatFallsDueAgain() {
        market.financing = Still.access(50, 1.4);
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(200, Optional.empty()))));
        owner.debt.add(loan());
        double[] balance = trace(company(owner), 70, 1, run -> 1e-6 * run.state.balanceUsd[0][0]);
        assertThat(Arrays.copyOf(balance, 6)).containsExactly(new double[]{78, 76, 74, 72, 70, 68},
                within(CENT));
        // Month 65 ends the new loan's 60 months; it is lent again.
        assertThat(Arrays.copyOfRange(balance, 6, 70)).containsOnly(balance[5]);
        assertThat(trace(company(owner), 70, 1, run -> run.state.maturityMonth[0][0])[69]).isEqualTo(125);
        // Interest alone: SOFR of Still and 350 bp.
        double rate = market.market().snapshot().sofr() + 0.035;
        assertThat(posted("interest notes", 70)[40]).isCloseTo(-68 * rate / 12, within(1e-6));
    }

    @Test
    void aRefinancedLoanOnADataCentreThatFindsNoLenderAgainIsPaidAtItsNewMaturity() {
        market.financing = Still.access(50, 1.4);
        // No tenant and so no lender after month 60; cash pays the balloon of 68.
        Still owner = owner(200, hall(-5, 0, Optional.of(lease(60, Optional.empty()))));
        owner.debt.add(loan());
        double[] balance = trace(company(owner), 68, 1, run -> 1e-6 * run.state.balanceUsd[0][0]);
        assertThat(balance[64]).isCloseTo(68, within(CENT));
        assertThat(posted("principal notes", 68)[65]).isCloseTo(-68, within(CENT));
        assertThat(balance[65]).isZero();
    }

    @Test
    void covenantsTestInterestCoverAndDebtYield() {
        Still owner = owner(20, hall(2, 0, Optional.of(lease(119, Optional.empty()))));
        owner.debt.add(notes(80, 6, 60,
                new Covenant.MinInterestCover(1.5, 3, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup()),
                new Covenant.MinDebtYield(0.15, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup())));
        run(company(owner), 6);
        List<TestRow> cover =
                result.tests().stream().filter(t -> t.covenant().startsWith("interest")).toList();
        List<TestRow> yield = result.tests().stream().filter(t -> t.covenant().startsWith("debt")).toList();
        // The first window that does not reach back to when the hall was built.
        assertThat(cover.getFirst().month()).isEqualTo(4);
        // Interest counts 30 days a month; the window holds February's 28 and March's 32 or so.
        assertThat(cover.getLast().ratio()).isCloseTo(RENT * 0.8 / 0.4, within(0.05));
        assertThat(cover.getLast().effect()).isEqualTo("kept");
        assertThat(yield.getFirst().month()).isEqualTo(2);
        assertThat(yield.getFirst().ratio()).isCloseTo(12 * RENT * 0.8 / 80, within(1e-9));
        assertThat(yield.getFirst().effect()).isEqualTo("lock-up");
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
