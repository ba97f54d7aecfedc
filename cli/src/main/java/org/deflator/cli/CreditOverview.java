package org.deflator.cli;

import java.util.List;
import org.deflator.cli.TextTable.Column;
import org.deflator.engine.study.Coverage;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.LoanToValue;

/** One line a borrower: where to look first. */
final class CreditOverview {
    private CreditOverview() {}

    static String render(List<CreditReview> reviews, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("borrower"), Column.number("debt", "USD m"),
                Column.number("DSCR", "next year"), Column.number("DSCR", "min"),
                Column.number("life cover", "LLCR"), Column.number("life cover", "PLCR"),
                Column.number("worst LTV", "market"), Column.number("worst LTV", "executable"),
                Column.number("uncontracted", "balloon"), Column.number("liquidity", "low"),
                Column.number("liquidity", "runway"), Column.number("capacity", "USD m"),
                Column.text("first breach")));
        for (CreditReview r : reviews) {
            Coverage c = r.coverage();
            table.row(List.of(r.borrower(), Numbers.usdM(c.debtUsd()), Numbers.cover(c.nextYearDscr()),
                    Numbers.cover(c.minimumDscr()), Numbers.cover(c.llcr()), Numbers.cover(c.plcr()),
                    Numbers.percent(r.loanToValue().stream().mapToDouble(LoanToValue::onMarket).max()),
                    Numbers.percent(r.loanToValue().stream().mapToDouble(LoanToValue::onExecutable).max()),
                    Numbers.percent(r.ladder().balloonShare()), Numbers.usdM(r.liquidity().lowestUsd()),
                    CreditText.runway(r.liquidity()), Numbers.amount(r.capacity().totalUsd() / 1e6),
                    breach(c)));
        }
        return table.render(terminal) + "\n" + Words.wrap(
                "Base case, each group alone. Debt includes what will be drawn. DSCR: years of the debt's"
                        + " life,"
                        + " balloons left out. Balloon: share of the debt owed after the last contract ends."
                        + " Liquidity: next twelve months without new money. Capacity: most debt at the"
                        + " target cover on all cash flow. For one borrower in full: deflator credit -b ID.",
                terminal.width());
    }

    private static String breach(Coverage coverage) {
        return coverage.covenants().stream().filter(h -> h.headroom() < 0)
                .map(h -> h.instrument() + " " + h.covenant()).findFirst().orElse(Numbers.NONE);
    }
}
