package org.deflator.engine.study;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.run.BaseCase;
import org.deflator.engine.run.MedianRun;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Portfolio;

/**
 * A part of a book that is simulated without the rest, long enough to see its last debt repaid or its collateral sold.
 *
 * @param unshocked the part and its market as agreed
 * @param run its base case, which shocked cases take their repayment schedules from
 */
record GroupCase(Shock unshocked, MedianRun run) {
    /** What a lender looks at in any case: ten years. */
    private static final int LEAST_MONTHS = 120;
    /** Time after the last maturity in which an estate sells and shares out. */
    private static final int ESTATE_MONTHS = 36;

    static GroupCase of(Portfolio part, Market market) {
        return of(part, market, part);
    }

    /** A case of the months that {@code whole} needs, so that two cases of one group are alike. */
    static GroupCase of(Portfolio part, Market market, Portfolio whole) {
        return new GroupCase(new Shock(part, market), MedianRun.of(part, market, months(whole)));
    }

    private static int months(Portfolio part) {
        Timeline grid = new Timeline(part.asOf(), 1);
        int last = 0;
        for (Borrower b : part.borrowers()) {
            for (Instrument debt : b.debt()) {
                last = Math.max(last, grid.indexOf(debt.terms().maturity()) + 1);
            }
            for (OfftakeContract contract : b.contracts()) {
                last = Math.max(last, grid.indexOf(contract.end()) + 1);
            }
            for (YearMonth end : leaseEnds(b)) {
                last = Math.max(last, grid.indexOf(end) + 1);
            }
        }
        return Math.min(Timeline.MAX_MONTHS, Math.max(LEAST_MONTHS, last + ESTATE_MONTHS));
    }

    /** Last months of the leases of a borrower's data centres. */
    static List<YearMonth> leaseEnds(Borrower b) {
        return b.dataCentres().stream().flatMap(each -> each.lease().stream()).map(DataCentreLease::end)
                .toList();
    }

    BaseCase baseCase() {
        return run.baseCase();
    }

    BaseCase shocked(Shock shock) {
        return run.shocked(shock.portfolio(), shock.market());
    }

    Timeline timeline() {
        return baseCase().book().plan().timeline();
    }

    YearMonth month(int m) {
        return timeline().yearMonth(m);
    }

    LocalDate asOf() {
        return unshocked.portfolio().asOf();
    }

    Borrower agreed(String borrower) {
        return CarveOut.find(unshocked.portfolio(), borrower);
    }

    BorrowerTerms terms(String borrower) {
        return baseCase().book().borrowers().stream().filter(b -> b.id().equals(borrower)).findFirst()
                .orElseThrow();
    }

    /** Terms of a borrower and of all that it owns. */
    List<BorrowerTerms> below(String borrower) {
        return CarveOut.below(unshocked.portfolio(), borrower).stream().map(b -> terms(b.id())).toList();
    }

    /** What will have been drawn of a debt, USD. */
    static double fullyDrawnUsd(DebtTerms debt) {
        double usd = debt.openingUsd();
        for (double draw : debt.drawUsd()) {
            usd += draw;
        }
        return usd;
    }
}
