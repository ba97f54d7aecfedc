package org.deflator.report;

import org.deflator.engine.study.BorrowingBaseCertificate;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.LiquidityRunway;
import org.deflator.engine.study.LoanToValue;

/** What stands behind the debt beyond cash flow: collateral, liquidity, borrowing bases. */
final class MemoCollateral {
    private final Html html;
    private final CreditReview review;

    MemoCollateral(Html html, CreditReview review) {
        this.html = html;
        this.review = review;
    }

    void loanToValue() {
        if (review.loanToValue().isEmpty()) {
            html.element("p", "No debt of the borrower is secured on cards or data centres.");
            return;
        }
        MemoTable table = new MemoTable(html, "Loan to value, collateral in USD m", 1, "Facility", "Debt",
                "Cost", "LTV", "Book", "LTV", "Market", "LTV", "Executable", "LTV");
        for (LoanToValue l : review.loanToValue()) {
            table.row(l.instrument(), MemoFigures.millions(l.debtUsd()), MemoFigures.millions(l.costUsd()),
                    Figures.percent(l.onCost(), 0), MemoFigures.millions(l.bookUsd()),
                    Figures.percent(l.onBook(), 0), MemoFigures.millions(l.marketUsd()),
                    Figures.percent(l.onMarket(), 0), MemoFigures.millions(l.executableUsd()),
                    Figures.percent(l.onExecutable(), 0));
        }
        table.close();
        html.element("p", "At the end of " + Figures.month(review.loanToValue().getFirst().month())
                + ". Debts that share collateral share it by balance and are shown together. Book: cards"
                + " written"
                + " off in equal parts over the book life. Market: cards at the marked price of a used"
                + " one, data"
                + " centres at the value of their leases and re-letting. Executable: what an orderly sale"
                + " brings"
                + " after time and cost.", "class", "note");
    }

    void liquidity() {
        LiquidityRunway l = review.liquidity();
        MemoTable table = new MemoTable(html, "Liquidity over twelve months without new money, USD m", 1,
                "Month", "CFADS", "Debt service", "Maturing", "Capex", "Draws", "Liquidity");
        table.row("Opening", "", "", "", "", "", MemoFigures.millions(l.openingUsd()));
        for (LiquidityRunway.Month m : l.months()) {
            table.row(Figures.month(m.month()), MemoFigures.millions(m.cfadsUsd()),
                    MemoFigures.millions(m.serviceUsd()), MemoFigures.millions(m.maturingUsd()),
                    MemoFigures.millions(m.capexUsd()), MemoFigures.millions(m.drawnUsd()),
                    MemoFigures.millions(m.liquidityUsd()));
        }
        table.close();
        html.element("p", "Opening: cash " + MemoFigures.amount(l.cashUsd()) + ", restricted "
                + MemoFigures.amount(l.restrictedUsd()) + ", undrawn revolvers "
                + MemoFigures.amount(l.revolverUsd()) + ". Delayed draws still to come: "
                + MemoFigures.amount(l.delayedDrawUsd()) + ". Lowest: " + MemoFigures.amount(l.lowestUsd())
                + " in " + Figures.month(l.lowestMonth()) + ". Liquidity lasts "
                + (l.runwayMonths().isPresent()
                        ? Figures.count(l.runwayMonths().getAsInt(), "full month")
                        : "as long as is simulated")
                + ".", "class", "note");
    }

    void certificates() {
        if (review.certificates().isEmpty()) {
            html.element("p", "No debt of the borrower is limited by a borrowing base or is a drawn term loan"
                    + " secured on cards.");
        }
        review.certificates().forEach(this::certificate);
    }

    private void certificate(BorrowingBaseCertificate c) {
        String basis = switch (c.basis()) {
            case DOCUMENTS -> "by the base of the documents";
            case PRO_FORMA -> "pro forma, as a new lender would reckon: the documents test no base";
        };
        MemoTable table = new MemoTable(html, "Borrowing base of " + c.instrument() + ", "
                + Figures.month(c.month()) + ", USD m; " + basis, 2, "Collateral", "Why ineligible", "Gross",
                "Ineligible", "Eligible", "Advance", "Lent");
        for (BorrowingBaseCertificate.Line line : c.lines()) {
            table.row(line.asset(), line.reason(), MemoFigures.millions(line.grossUsd()),
                    MemoFigures.millions(line.ineligibleUsd()), MemoFigures.millions(line.eligibleUsd()),
                    Figures.percent(line.advanceRate(), 0), MemoFigures.millions(line.lendableUsd()));
        }
        sum(table, "Less reserves", -c.reservesUsd());
        sum(table, "Borrowing base", c.baseUsd());
        sum(table, "Commitment", c.commitmentUsd());
        sum(table, "Less letters of credit", -c.lettersUsd());
        sum(table, "Available", c.availableUsd());
        sum(table, "Outstanding", c.outstandingUsd());
        table.total(c.excessUsd() < 0 ? "Deficit" : "Excess", "", "", "", "", "",
                MemoFigures.millions(c.excessUsd()));
        table.close();
    }

    private static void sum(MemoTable table, String name, double usd) {
        table.row(name, "", "", "", "", "", MemoFigures.millions(usd));
    }
}
