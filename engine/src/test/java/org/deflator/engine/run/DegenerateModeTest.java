package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deflator.engine.path.MarketExample;
import org.deflator.engine.random.Normal;
import org.deflator.engine.risk.FirmValue;
import org.deflator.engine.risk.SingleFactor;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.FinancingModel.EquityBetas;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine with constant parameters, no contagion and one normal factor, against closed forms of credit risk, within
 * three standard errors.
 *
 * <p>A company owns nothing and owes one convertible note without coupon. Its share price follows bitcoin, the one
 * factor, and a noise of its own. At maturity the note turns into shares if the price has reached a level; else nobody
 * lends anew and the company fails: that is Merton's firm, and many of them are Vasicek's pool.
 */
class DegenerateModeTest {
    private static final double CONFIDENCE = 3;
    /** Volatility of a company's share price in the pools; any will do. */
    private static final double VOL = 0.5;
    private static final double SOFR = 0.037;

    private final MarketExample market = Still.market(0);

    DegenerateModeTest() {
        market.forbearance = OnePath.forbearance(0, 0);
    }

    /**
     * Share prices of drift zero and {@link #VOL}, two of them correlated by {@code rho}; they fail with
     * {@code pd}.
     */
    private void pool(double pd, double rho, double years) {
        factor(0, Math.sqrt(rho) * VOL);
        double logMedian = -0.5 * VOL * VOL * years;
        shares(Math.exp(logMedian + VOL * Math.sqrt(years) * Normal.inverse(pd)), Math.sqrt(1 - rho) * VOL);
    }

    private void factor(double drift, double vol) {
        market.bitcoin = new BitcoinModel(drift, drift, vol, vol, 144, 3.125, YearMonth.of(2040, 4), 0, 0, 1,
                17.5, 0, 0.06);
    }

    /** Notes convert from {@code level} times today's price on; nobody lends, nobody buys shares. */
    private void shares(double level, double ownVol) {
        EquityBetas betas = new EquityBetas(1, 0, 0, ownVol);
        market.financing =
                new FinancingModel(-1e6, 0, 0, 0, 0.6, 1.4, 60, 450, 0, 0, 0.10, level - 1, 3, false, false,
                        0.03, 0.005, 1, 0,
                        betas,
                        betas, betas);
    }

    private static Portfolio companies(int count, int maturityMonths) {
        return Still.book(IntStream.range(0, count).mapToObj(n -> company("c" + n, maturityMonths))
                .toArray(Borrower[]::new));
    }

    private static Borrower company(String id, int maturityMonths) {
        Still company = OnePath.company(0, 0);
        company.equityUsdM = Optional.of(100.0);
        company.debt.add(new Instrument.Convertible(
                Still.terms(id + "-note", 1, 0, maturityMonths, Security.none()), Optional.empty(), 100,
                List.of()));
        return company.borrower(id, Borrower.Kind.NEOCLOUD);
    }

    /** Number of defaults on each path. */
    private int[] defaults(Portfolio book, int months, int blocks) {
        RunPlan plan = new RunPlan(blocks * RunPlan.BLOCK_PATHS, months, 20261231, 0);
        Engine engine = Engine.of(book, market.market(), plan);
        int[] count = new int[plan.paths()];
        for (int block = 0; block < blocks; block++) {
            for (InstrumentPaths note : engine.run(block).instruments()) {
                for (int i = 0; i < note.paymentMonth().length; i++) {
                    count[block * RunPlan.BLOCK_PATHS + i] += note.paymentMonth()[i] >= 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    private static void assertShare(int[] defaults, int atLeast, double expected) {
        double share = (double) Arrays.stream(defaults).filter(n -> n >= atLeast).count() / defaults.length;
        double error = Math.sqrt(expected * (1 - expected) / defaults.length);
        assertThat(share).isCloseTo(expected, within(CONFIDENCE * error));
    }

    @Test
    void oneFirmFailsAsOftenAsMertonSays() {
        FirmValue firm = new FirmValue(100, 0.05, 0.35); // PORT-07
        factor(firm.drift(), firm.vol());
        shares(70.0 / 100, 0);
        assertShare(defaults(companies(1, 36), 36, 80), 1, firm.below(70, 3));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void theNthOfFiveFailsAsOftenAsTheGaussianCopulaSays(int nth) {
        SingleFactor names = SingleFactor.ofHazard(0.03, 5, 0.3); // PORT-13 for the first
        pool(names.pd(), names.correlation(), 5);
        assertShare(defaults(companies(5, 60), 60, 80), nth, names.atLeast(nth, 5));
    }

    @Test
    void moreThanTenOfFiftyFailAsOftenAsTheMixtureSays() {
        SingleFactor names = new SingleFactor(0.05, 0.2); // PORT-05
        pool(names.pd(), names.correlation(), 1);
        assertShare(defaults(companies(50, 12), 12, 80), 11, names.atLeast(11, 50));
    }

    /**
     * A pool of 100 names is not without end: its quantile and shortfall are those of its own distribution, which the
     * formula of Vasicek approaches. What is lost of a note that nobody repays is all of it.
     */
    @Test
    void lossesOfAPoolAreThoseOfVasicek() {
        int names = 100;
        int blocks = 80;
        double level = 0.99;
        SingleFactor pool = new SingleFactor(0.05, 0.2); // PORT-01, PORT-03
        pool(pool.pd(), pool.correlation(), 1);
        RunPlan plan = new RunPlan(blocks * RunPlan.BLOCK_PATHS, 12, 20261231, 0);
        RunSummary summary = Simulation.summary(companies(names, 12), market.market(), plan);
        double noteUsdM = 1 / Math.pow(1 + SOFR / 12, 12);

        double[] tail = tail(pool.defaults(names), level);
        double mean = tail[0];
        double meanError = tail[1] / Math.sqrt((1 - level) * plan.paths());
        assertThat(summary.portfolio().expectedLossUsdM() / noteUsdM)
                .isCloseTo(names * pool.pd(),
                        within(CONFIDENCE * lossSd(pool, names) / Math.sqrt(plan.paths())));
        assertThat(summary.portfolio().es99UsdM() / noteUsdM).isCloseTo(mean, within(CONFIDENCE * meanError));
        assertThat(mean / names).isCloseTo(pool.expectedShortfall(level), within(0.03));
        assertThat(tail(pool.defaults(1000), level)[0] / 1000)
                .isCloseTo(pool.expectedShortfall(level), within(0.003));
    }

    private static double lossSd(SingleFactor pool, int names) {
        double[] chances = pool.defaults(names);
        double variance = 0;
        for (int k = 0; k <= names; k++) {
            variance += chances[k] * (k - names * pool.pd()) * (k - names * pool.pd());
        }
        return Math.sqrt(variance);
    }

    /**
     * Mean number of defaults in the worst cases, and the deviation of its estimate times the root of their number:
     * {@code Var(ES) = (Var(L | tail) + level (ES - VaR)^2) / (n (1 - level))} (Acerbi and Tasche 2002).
     */
    private static double[] tail(double[] chances, double level) {
        double left = 1 - level;
        double mean = 0;
        double square = 0;
        int k = chances.length - 1;
        int lowest = k;
        for (; left > 0; k--) {
            double weight = Math.min(left, chances[k]);
            left -= weight;
            mean += weight * k / (1 - level);
            square += weight * k * k / (1 - level);
            lowest = k;
        }
        double variance = square - mean * mean + level * (mean - lowest) * (mean - lowest);
        return new double[]{mean, Math.sqrt(variance)};
    }
}
