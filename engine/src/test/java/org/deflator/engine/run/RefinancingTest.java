package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deflator.engine.run.OnePath.CENT;
import static org.deflator.engine.run.Still.access;
import static org.deflator.engine.run.OnePath.alone;
import static org.deflator.engine.run.OnePath.balance;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.debt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.FinancingModel.EquityBetas;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** Who finds a new lender, and what is left of the old terms after that. */
class RefinancingTest {
    private final OnePath path = new OnePath();

    /** A company that has 100 in cash and earns 4 a month, with a convertible of 10 due in six months. */
    private static Portfolio note(double redemptionPct, LocalDate... puts) {
        Still still = company(100, 4);
        still.equityUsdM = Optional.of(100.0);
        still.debt.add(new Instrument.Convertible(Still.terms("note", 10, 0, 6, Security.none()),
                Optional.empty(), redemptionPct, List.of(puts)));
        return alone(still);
    }

    @Test
    void aRefinancedNoteCannotBePutAgain() {
        path.market.financing = access(50, 1.4);
        Portfolio book = note(100, Still.AS_OF.plusMonths(3), Still.AS_OF.plusMonths(5));
        double[] maturity = path.trace(book, 6, run -> run.state.maturityMonth[debt(run, "note")][0]);
        // Put in month 2 and lent again for 60 months: neither the later put nor the old maturity counts.
        assertThat(maturity).containsExactly(5, 5, 62, 62, 62, 62);
    }

    @Test
    void aNoteThatIsNotRefinancedIsPaidWhenItIsPut() {
        path.market.financing = access(-50, 1.4);
        double[] owed = path.trace(note(100, Still.AS_OF.plusMonths(3)), 4, run -> balance(run, "note"));
        assertThat(owed).containsExactly(new double[]{10, 10, 0, 0}, within(CENT));
    }

    @Test
    void aRedemptionPremiumIsOwedOnce() {
        path.market.financing = access(50, 1.4);
        double[] owed = path.trace(note(110), 68, run -> balance(run, "note"));
        assertThat(owed[4]).isCloseTo(10, within(CENT));
        assertThat(owed[5]).isCloseTo(11, within(CENT));
        // The new loan of 11 falls due at par in month 65.
        assertThat(owed[66]).isCloseTo(11, within(CENT));
    }

    @Test
    void aRefinancedNoteIsNotConvertedWhenSharesRiseLater() {
        // Shares follow bitcoin, which rises by 5 % a month: by 35 % in six months, by 146 % in eighteen.
        path.market.bitcoin = new BitcoinModel(0.6, 0.6, 0, 0, 144, 3.125, YearMonth.of(2040, 4), 0, 0, 1,
                17.5, 0, 0.06);
        EquityBetas bitcoin = new EquityBetas(1, 0, 0, 0);
        path.market.financing = new FinancingModel(50, 0, 0, 0, 0.6, 1.4, 12, 450, 0, 0, 0.10, 0.5, 3, false,
                false, 0.03, 0.005, 1, 0,
                bitcoin, bitcoin, bitcoin);
        double[] owed = path.trace(note(100), 20, run -> balance(run, "note"));
        double[] shares = path.trace(note(100), 20, run -> 1e-8 * run.state.equityUsd[0][0]);
        assertThat(shares[5]).isLessThan(1.5);
        assertThat(shares[17]).isGreaterThan(1.5);
        assertThat(owed[18]).isCloseTo(10, within(CENT));
    }

    /** A bond of 10 due in six months; the group then has this much cash, of which it earned 3. */
    private double[] bond(double cashAtMaturity) {
        EquityBetas still = new EquityBetas(0, 0, 0, 0);
        // Nothing counts but the LTV: log-odds of 1,000 for each point below 60 %.
        path.market.financing =
                new FinancingModel(0, 0, -1000, 0, 0.6, 1.4, 60, 450, 0, 0, 0.10, 1.4, 3, false, false, 0.03,
                        0.005, 1, 0,
                        still, still, still);
        Still company = company(cashAtMaturity - 3, 0.5);
        company.debt.add(new Instrument.Bond(Still.terms("bond", 10, 0, 6, Security.none()), List.of()));
        return path.trace(alone(company), 8, run -> balance(run, "bond"));
    }

    @Test
    void aLowLoanToValueIsRefinanced() {
        assertThat(bond(20)[7]).isCloseTo(10, within(CENT));
        assertThat(path.posted("company", "principal bond", 5)).isZero();
    }

    @Test
    void aHighLoanToValueIsNot() {
        assertThat(bond(14)[7]).isZero();
        assertThat(path.posted("company", "principal bond", 5)).isCloseTo(-10, within(CENT));
    }
}
