package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.debt;
import static org.deflator.engine.run.Still.access;

import java.util.List;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What lenders do with a balance that falls due when nobody else lends and the borrower cannot pay. */
class AmendAndExtendTest {
    private final OnePath path = new OnePath();

    private static ForbearanceModel extending(int maxExtensions, boolean waiverIsExchange) {
        return new ForbearanceModel(1, 0.12, 0.35, 0.05, 2, 12, 200, maxExtensions, 24, waiverIsExchange, 4,
                4,
                0, 100);
    }

    /** A bond of 10 due in six months and no new lender. */
    private static Portfolio bond(double cashUsdM, double incomeUsdM, double couponPct) {
        Still company = company(cashUsdM, incomeUsdM);
        company.debt.add(
                new Instrument.Bond(Still.terms("bond", 10, couponPct, 6, Security.none()), List.of()));
        return alone(company);
    }

    private double[] balances(Portfolio book, int months, int maxExtensions) {
        path.market.financing = access(-50, 1.4);
        path.market.forbearance = extending(maxExtensions, false);
        return path.trace(book, months, run -> balance(run, "bond"));
    }

    private int agencyMonth() {
        return path.result().instruments().get(0).agencyMonth()[0];
    }

    private int paymentMonth() {
        return path.result().instruments().get(0).paymentMonth()[0];
    }

    @Test
    void aBalanceThatNobodyRefinancesIsPutOff() {
        path.market.financing = access(-50, 1.4);
        path.market.forbearance = extending(2, false);
        double[] due = path.trace(bond(0, 0, 0), 8, run -> run.state.maturityMonth[debt(run, "bond")][0]);
        assertThat(due).containsExactly(5, 5, 5, 5, 5, 29, 29, 29);
        assertThat(path.effects()).containsExactly("extended");
    }

    @Test
    void anExtensionIsADefaultToAnAgencyAndToNobodyElse() {
        balances(bond(0, 0.05, 0), 8, 2);
        assertThat(agencyMonth()).isEqualTo(5);
        assertThat(paymentMonth()).isEqualTo(-1);
        assertThat(path.result().cascades()).isEmpty();
        assertThat(path.result().instruments().get(0).lossUsd()[0]).isZero();
    }

    @Test
    void whereNobodyExtendsTheSameBorrowerMissesItsMaturity() {
        balances(bond(0, 0, 0), 8, 0);
        assertThat(path.causes()).containsExactly("maturity not refinanced");
        assertThat(paymentMonth()).isEqualTo(6);
        assertThat(agencyMonth()).isEqualTo(6);
    }

    @Test
    void lendersExtendTwiceAndNoMore() {
        double[] owed = balances(bond(0, 0.05, 0), 58, 2);
        // Due in month 5, put off to 29 and to 53; unpaid at two month ends.
        assertThat(path.causes()).containsExactly("maturity not refinanced");
        assertThat(paymentMonth()).isEqualTo(54);
        assertThat(agencyMonth()).isEqualTo(5);
        InstrumentPaths bond = path.result().instruments().get(0);
        // The loss is of what was still owed then, not of what was put off first.
        assertThat(bond.exposureUsd()[0]).isBetween(0.99e6 * owed[53], 1.01e6 * owed[53]);
        assertThat(bond.lossUsd()[0]).isBetween(0.8 * bond.exposureUsd()[0], 0.9 * bond.exposureUsd()[0]);
    }

    @Test
    void anExtendedLoanTakesWhatTheBorrowerDoesNotNeed() {
        double[] owed = balances(bond(1, 0.4, 0), 12, 2);
        // Six months' earnings and the cash at the start; then each month's, but for the next month's interest.
        assertThat(owed[4]).isCloseTo(10, within(CENT));
        assertThat(owed[5]).isCloseTo(10 - 1 - 6 * 0.4, within(CENT));
        double interest = 6.6 * 0.02 / 12;
        assertThat(owed[6]).isCloseTo(6.6 - (0.4 - 2 * interest), within(CENT));
    }

    @Test
    void anExtendedLoanCostsTwoPointsMore() {
        balances(bond(0.5, 0.1, 12), 8, 2);
        // Month 5: interest at 12 %; all that is left, 0.5 + 6 x (0.1 - 0.1), less the next month's service, is swept.
        assertThat(path.posted("company", "interest bond", 5)).isCloseTo(-0.1, within(CENT));
        double owed = 10 + path.posted("company", "sweep bond", 5);
        assertThat(owed).isLessThan(10);
        assertThat(path.posted("company", "interest bond", 6)).isCloseTo(-owed * 0.14 / 12, within(CENT));
    }

    @Test
    void lendersSellWhatIsWorthMoreThanHoldingOn() {
        // Without coupon and cash flow, holding on is worth the recovery: 3.5, sold for 3.33 and the 5 % of trouble.
        // Of the company's cash a sale in place leaves (1 - 10 %) (1 - 6 %): 3.33 of 3.94.
        balances(bond(3.9, 0, 0), 7, 2);
        assertThat(path.causes()).isEmpty();
        balances(bond(4.0, 0, 0), 7, 2);
        assertThat(path.causes()).containsExactly("maturity not refinanced");
    }

    @Test
    void whoCanPayIsNotExtended() {
        assertThat(balances(bond(10, 0, 0), 8, 2)[7]).isZero();
        assertThat(agencyMonth()).isEqualTo(-1);
    }

    @Test
    void aWaiverIsAnExchangeWhereAnAgencyCountsIt() {
        for (boolean counts : new boolean[]{false, true}) {
            path.market.forbearance = extending(0, counts);
            Still still = company(3, 0.2);
            still.debt.add(Still.loan("loan", 10, 0, 60, new Amortisation.Bullet(),
                    new Covenant.MinLiquidity(4, Still.AS_OF.plusMonths(1), 24,
                            new Remedy.EventOfDefault(0, 0))));
            path.trace(alone(still), 8, _ -> 0);
            assertThat(path.effects()).contains("event of default, waived");
            assertThat(agencyMonth()).isEqualTo(counts ? 0 : -1);
        }
    }
}
