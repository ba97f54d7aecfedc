package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/** What scenarios do to borrowers: closed refinancing, lenders found for ever, customers that fail. */
class ScenarioShockTest {
    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private final MarketExample market = new OnePath().market;

    /** A company that earns 4 a month and owes 10 in six months. */
    private static Portfolio bullet() {
        Still still = company(100, 4);
        still.debt.add(Still.loan("loan", 10, 0, 6, new Amortisation.Bullet()));
        return alone(still);
    }

    @Test
    void nobodyLendsWhileRefinancingIsClosed() {
        market.financing = Still.access(50, 1.4);
        ToDoubleFunction<BlockRun> owed = run -> balance(run, "loan");
        // A new loan is repaid in sixty parts, the first a month after it was lent.
        double lentAnew = 10 * 59 / 60.0;
        assertThat(trace(bullet(), market.market(), 7, owed)[6]).isCloseTo(lentAnew, within(CENT));
        Effect closes = new Effect.RefinancingCloses();
        assertThat(trace(bullet(), with(closes, OptionalInt.of(6)), 7, owed)[6]).isCloseTo(0, within(CENT));
        // It opens again in the month in which the loan falls due.
        assertThat(trace(bullet(), with(closes, OptionalInt.of(5)), 7, owed)[6])
                .isCloseTo(lentAnew, within(CENT));
    }

    @Test
    void whereDebtIsAlwaysLentAnewItKeepsItsRateAndTakesTheTenorOfNewLoans() {
        FinancingModel never = Still.access(-50, 1.4);
        market.financing = new FinancingModel(never.accessIntercept(), 0, 0, 0, never.ltvCap(),
                never.dscrTarget(), 60, 450, 0, 0, 0.10, 1.4, 3, true, false, 0, 0, 1, 0,
                never.neocloudEquity(), never.minerEquity(), never.dataCentreEquity());
        Market closed = with(new Effect.RefinancingCloses(), OptionalInt.empty());
        assertThat(trace(bullet(), closed, 8, run -> balance(run, "loan"))[7])
                .isCloseTo(10 * 58 / 60.0, within(CENT));
        assertThat(trace(bullet(), closed, 8, run -> run.state.maturityMonth[0][0])[7]).isEqualTo(65);
        assertThat(trace(bullet(), closed, 8, run -> run.state.waiverMargin[0][0])[7]).isZero();
    }

    @Test
    void theCustomerThatOwesMostFailsWhereNoneIsNamed() {
        Still still = new Still();
        still.contracts = List.of(contract("small", "minnow", 100), contract("large", "whale", 400));
        Portfolio book = customers(still);
        for (Optional<String> named : List.of(Optional.<String>empty(), Optional.of("minnow"))) {
            Market gone = with(new Effect.OfftakerFails(named), OptionalInt.empty());
            double[] whale = trace(book, gone, 2, run -> run.state.offtakerAlive[1][0]);
            double[] minnow = trace(book, gone, 2, run -> run.state.offtakerAlive[0][0]);
            assertThat(whale[1]).isEqualTo(named.isPresent() ? 1 : 0);
            assertThat(minnow[1]).isEqualTo(named.isPresent() ? 0 : 1);
        }
    }

    @Test
    void aMultipleOfNothingLetsNoCustomerFail() {
        Still still = new Still();
        still.contracts = List.of(contract("large", "whale", 400));
        Portfolio book = customers(still);
        assertThat(hazard(book, 1)).isPositive();
        assertThat(hazard(book, 0)).isZero();
    }

    private static Portfolio customers(Still still) {
        return new Portfolio("customers", Still.AS_OF,
                List.of(still.borrower("company", Borrower.Kind.NEOCLOUD)),
                List.of(new Offtaker("minnow", "Minnow", "A", 0, false),
                        new Offtaker("whale", "Whale", "B", 0.05, false)),
                List.of());
    }

    private double hazard(Portfolio book, double multiple) {
        ContractModel c = market.contracts;
        market.contracts = new ContractModel(c.renewCalm(), c.renewTight(), c.renewMonthsMin(),
                c.renewMonthsMax(), c.termDiscount(), c.idleMonths(), c.renegotiationHazardPerMonth(),
                c.renegotiationThreshold(), c.offtakerFactorLoading(), multiple);
        return new Simulation(book, market.market(), new RunPlan(1, 1, 3, 1)).book.offtakers().stream()
                .filter(o -> o.id().equals("whale")).findFirst().orElseThrow().hazardPerYear();
    }

    private Market with(Effect effect, OptionalInt months) {
        return market.market().with(List.of(new MarketShock(new Start.At(JANUARY), effect, 0, months)));
    }

    private static double[] trace(Portfolio book, Market market, int months,
            ToDoubleFunction<BlockRun> measure) {
        double[] values = new double[months];
        new Simulation(book, market, new RunPlan(1, months, 3, 1))
                .run((run, month, _) -> values[month] = measure.applyAsDouble(run));
        return values;
    }

    private static OfftakeContract contract(String id, String offtaker, int units) {
        return new OfftakeContract(id, offtaker, MarketExample.H100, units, Still.RENT,
                YearMonth.of(2026, 1), 0, YearMonth.of(2028, 12), OfftakeContract.Type.TAKE_OR_PAY, 0);
    }
}
