package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against MODEL 5.1: how long a loan sized on flat rents stays covered when rents fall. */
class ClosedFormTest {
    private static final double COVER = 1.40;

    /** A five-year level loan sized on today's rent, less opex, at 1.40x; DSCR is measured by the month. */
    private static Portfolio flatSized(double opexShare) {
        Still company = new Still();
        company.cashUsdM = 1000;
        // A card runs all hours, and earns in some of them; its cost is a share of what it earns today.
        company.powerUsdPerKwh = opexShare * Still.RENT * Still.UTILISATION / 1.275;
        double payment = company.revenueUsdM() * (1 - opexShare) / COVER;
        double loan = payment * Annuity.factor(0.10 / 12, 60);
        company.debt.add(Still.loan("loan", loan, 10, 60, new Amortisation.Level(0),
                new Covenant.MinDscr(1.0, 1, Still.AS_OF.plusMonths(1), 1, new Remedy.Lockup())));
        return Still.book(company.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    /**
     * Cash of month m (from 0) is earned at the rent after m + 1 months. Cover is first below one in the month m with
     * {@code m + 1 = ceil(12 t)}, t the years of the closed form, when t is no whole month.
     */
    @ParameterizedTest
    @CsvSource({"0.20, BORR-02, 1.5078734502500788", "0.30, BORR-04, 0.9433582098747316",
            "0.40, BORR-06, 0.6586831610768039"})
    void coverFallsBelowOneInTheMonthOfTheClosedForm(double decline, String oracle, double years) {
        int[] first = {-1};
        Simulation simulation = new Simulation(flatSized(0), Still.market(decline).market(),
                new RunPlan(1, 36, 1, 0));
        simulation.run((run, month, _) -> {
            double dscr = run.ratios.dscr(run.book.borrowers().getFirst(), month, 1, 0);
            if (month % 12 != 1 && month % 12 != 2) {
                // Bond basis: February is short and March long, all other months are alike.
                assertThat(dscr).isCloseTo(COVER * Math.pow(1 - decline, (month + 1) / 12.0), within(1e-3));
            }
            first[0] = first[0] < 0 && dscr < 1 ? month : first[0];
        });
        assertThat(first[0]).as(oracle).isEqualTo((int) Math.ceil(12 * years) - 1);
    }

    /** Scarcity moves rents about the decline; the oracle propagates the density month by month. */
    @Test
    void coverFallsBelowOneWithinAYearAsOftenAsTheDensitySays() {
        double expected = 0.6784175848112193; // NUM-12
        MarketExample market = Still.market(0.20);
        market.rents = Still.rents(0.20, 0.40);
        RunPlan plan = new RunPlan(40 * RunPlan.BLOCK_PATHS, 12, 20261231, 0);
        Engine engine = Engine.of(flatSized(0.25), market.market(), plan);
        int below = 0;
        for (int block = 0; block < plan.blocks(); block++) {
            for (double lowest : engine.run(block).instruments().getFirst().minDscr()) {
                below += lowest < 1 ? 1 : 0;
            }
        }
        double se = Math.sqrt(expected * (1 - expected) / plan.paths());
        assertThat((double) below / plan.paths()).isCloseTo(expected, within(3 * se));
    }
}
