package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.path.MarketExample;
import org.deflator.engine.run.Still;
import org.deflator.model.base.DayCount;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten exahash at 20 J/TH and five cents, so USD 24 of power a PH/s and day, carry notes of USD 200 m at five percent. The
 * market gives 144 blocks of 3.171875 bitcoin at 90,784 dollars to 1,092 exahash.
 */
class MinerStudyTest {
    private static final double BITCOIN = 90_784;
    private static final double HASHPRICE = 144 * 3.171875 * BITCOIN / 1_092_000;
    private static final double POWER = 24 * 20 * 0.05;
    private static final double INTEREST_USD = 0.05 * 200e6;
    /** Ten thousand PH/s for twelve months of 30.4 days. */
    private static final double PH_DAYS = 10_000 * 12 * 30.4;
    /** Hash price at which the margin of a year is its interest. */
    private static final double COVERING_HASHPRICE = POWER + INTEREST_USD / PH_DAYS;

    private final Still miner = new Still();
    private final MarketExample market = Still.market(0);

    @BeforeEach
    void hasCash() {
        miner.units = 0;
        miner.cashUsdM = 50;
    }

    private void mines() {
        miner.miners = List.of(new MiningFleet("rigs", 10, 20, 1, 0.05, 15));
    }

    /** A network that stands still while the hash price is what it is today, and otherwise grows or shrinks. */
    private void networkAnswers() {
        double anchorOverBreakeven = HASHPRICE / (24 * 17.5 * 0.06);
        market.bitcoin = new BitcoinModel(0, 0, 0, 0, 144, 3.125, YearMonth.of(2040, 4), 1, 3,
                anchorOverBreakeven, 17.5, 0, 0.06);
    }

    private CreditReview review(double usdM, double couponPct, int months, Covenant... covenants) {
        miner.debt.add(new Instrument.Bond(new Instrument.Terms("notes", "notes", Rank.SENIOR_UNSECURED,
                new Security(List.of(), false), usdM, new Rate.Fixed(couponPct), DayCount.THIRTY_360, 12,
                Still.AS_OF.plusMonths(months), Optional.empty()), List.of(covenants)));
        return CreditStudy.of(Still.book(miner.borrower("miner", Borrower.Kind.MINER)), market.market())
                .review("miner");
    }

    private CreditReview covered() {
        return review(200, 5, 60,
                new Covenant.MinDscr(1.0, 12, Still.AS_OF.plusMonths(12), 600, new Remedy.Lockup()));
    }

    private static double breaks(CreditReview review, Driver driver, Breakeven.Target.Kind kind) {
        Breakeven found = review.breakevens().stream()
                .filter(b -> b.driver() == driver && b.target().kind() == kind).findFirst().orElseThrow();
        return ((Breakeven.Outcome.At) found.outcome()).level();
    }

    @Test
    void hashPriceMayFallToPowerAndInterest() {
        mines();
        CreditReview review = covered();

        assertThat(breaks(review, Driver.HASH_PRICE, Breakeven.Target.Kind.COVENANT))
                .isCloseTo(COVERING_HASHPRICE, withinPercentage(0.1));
        assertThat(review.breakevens().stream().filter(b -> b.driver() == Driver.HASH_PRICE))
                .allSatisfy(b -> assertThat(b.baseLevel()).isCloseTo(HASHPRICE, withinPercentage(1e-9)));
    }

    @Test
    void hashPriceSearchedIsThatOfEveryMonthWhateverTheNetworkDoes() {
        mines();
        networkAnswers();

        assertThat(breaks(covered(), Driver.HASH_PRICE, Breakeven.Target.Kind.COVENANT))
                .isCloseTo(COVERING_HASHPRICE, withinPercentage(0.1));
    }

    @Test
    void bitcoinMayFallInProportionIfTheNetworkStays() {
        mines();

        assertThat(breaks(covered(), Driver.BITCOIN_PRICE, Breakeven.Target.Kind.COVENANT))
                .isCloseTo(BITCOIN * COVERING_HASHPRICE / HASHPRICE, withinPercentage(0.1));
    }

    @Test
    void bitcoinMayFallFurtherIfTheNetworkShrinks() {
        mines();
        networkAnswers();

        assertThat(breaks(covered(), Driver.BITCOIN_PRICE, Breakeven.Target.Kind.COVENANT))
                .isLessThan(0.98 * BITCOIN * COVERING_HASHPRICE / HASHPRICE);
    }

    @Test
    void bitcoinThatRepaysTheNotesMustFetchTheirPar() {
        miner.cashUsdM = 0;
        miner.btc = 2000;
        CreditReview review = review(80, 0, 12);

        assertThat(review.breakevens()).extracting(Breakeven::driver).containsOnly(Driver.BITCOIN_PRICE);
        assertThat(breaks(review, Driver.BITCOIN_PRICE, Breakeven.Target.Kind.PAR))
                .isCloseTo(80e6 / 2000, withinPercentage(0.1));
    }

    @Test
    void rigsAreWorthMoreWhenMiningEarnsMore() {
        mines();
        Shock agreed = new Shock(Still.book(miner.borrower("miner", Borrower.Kind.MINER)), market.market());

        for (Shock shocked : List.of(agreed.hashPrice(0.5), agreed.bitcoinPrice(0.5))) {
            assertThat(shocked.portfolio().borrowers().getFirst().miners().getFirst().rigUsdPerTh())
                    .isEqualTo(7.5);
        }
    }
}
