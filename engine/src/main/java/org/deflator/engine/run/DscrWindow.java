package org.deflator.engine.run;

import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.model.portfolio.Covenant;

/** Months over which a borrower's DSCR is reported: those of its first DSCR covenant, else a year. */
final class DscrWindow {
    private DscrWindow() {}

    static int months(BorrowerTerms b) {
        for (DebtTerms debt : b.debts()) {
            for (CovenantTerms test : debt.tests()) {
                if (test.agreed() instanceof Covenant.MinDscr dscr) {
                    return dscr.trailingMonths();
                }
            }
        }
        return BookState.WINDOW;
    }
}
