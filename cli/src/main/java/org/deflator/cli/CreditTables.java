package org.deflator.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deflator.cli.TextTable.Column;
import org.deflator.engine.study.BorrowingBaseCertificate;
import org.deflator.engine.study.ContractLadder;
import org.deflator.engine.study.GroupTree;
import org.deflator.engine.study.SourcesAndUses;
import org.deflator.model.portfolio.Guarantee;

/** The structure of a credit as tables: who paid for what, who ranks where, what is owed until when. */
final class CreditTables {
    private CreditTables() {}

    static String sourcesAndUses(SourcesAndUses s, String title, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text(title), Column.number("USD m"),
                Column.number("share")));
        table.heading("Sources");
        s.sources().forEach(line -> line(table, line, s.totalUsd()));
        table.row(List.of("total", Numbers.usdM(s.totalUsd()), ""));
        table.heading("Uses");
        s.uses().forEach(line -> line(table, line, s.totalUsd()));
        table.row(List.of("total", Numbers.usdM(s.totalUsd()), ""));
        return table.render(terminal);
    }

    private static void line(TextTable table, SourcesAndUses.Line line, double totalUsd) {
        table.row(List.of("  " + line.label(), Numbers.usdM(line.usd()),
                Numbers.percent(line.usd() / totalUsd)));
    }

    static String tree(GroupTree tree, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Group and recourse"), Column.number("drawn"),
                Column.number("undrawn"), Column.text("recourse"), Column.number("ahead", "by rank"),
                Column.number("ahead", "below"), Column.number("beside")));
        for (GroupTree.Entity e : tree.entities()) {
            String indent = "  ".repeat(e.depth());
            table.heading(indent + e.id() + guarantees(e));
            for (GroupTree.Obligation d : e.debts()) {
                table.row(List.of(indent + "  " + d.instrument(), Numbers.usdM(d.outstandingUsd()),
                        Numbers.usdM(d.undrawnUsd()), words(d.recourse()), Numbers.usdM(d.aheadByRankUsd()),
                        Numbers.usdM(d.aheadByStructureUsd()), Numbers.usdM(d.besideUsd())));
            }
        }
        return table.render(terminal);
    }

    private static String guarantees(GroupTree.Entity e) {
        return e.guarantees().isEmpty() ? ""
                : ", " + e.guarantees().stream().map(CreditTables::words).collect(Collectors.joining(", "));
    }

    private static String words(Guarantee guarantee) {
        return guarantee.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " guarantee of "
                + guarantee.guarantor();
    }

    private static String words(GroupTree.Recourse recourse) {
        return recourse.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String ladder(ContractLadder l, String title, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text(title), Column.number("drawn"),
                Column.number("repaid"), Column.number("debt at end"), Column.number("contracted", "revenue"),
                Column.number("contracted", "left")));
        for (ContractLadder.Year y : l.years()) {
            table.row(
                    List.of(String.valueOf(y.year()), Numbers.usdM(y.drawnUsd()), Numbers.usdM(y.repaidUsd()),
                            Numbers.usdM(y.debtUsd()), Numbers.usdM(y.contractedUsd()),
                            Numbers.usdM(y.contractedLeftUsd())));
        }
        String last = l.lastContract().map(m -> "The last contract ends " + m + ".").orElse("No contract.");
        return table.render(terminal) + Words.wrap(last + " Uncontracted balloon "
                + Numbers.usdM(l.uncontractedBalloonUsd()) + ", " + Numbers.percent(l.balloonShare())
                + " of the debt.", terminal.width());
    }

    static String certificate(BorrowingBaseCertificate c, Terminal terminal) {
        String basis = switch (c.basis()) {
            case DOCUMENTS -> "Borrowing base";
            case PRO_FORMA -> "Borrowing base, pro forma";
        };
        TextTable table = new TextTable(List.of(Column.text(basis),
                Column.number("gross"), Column.number("ineligible"), Column.number("eligible"),
                Column.number("advance"), Column.number("lent"), Column.text("why ineligible")));
        table.heading(c.instrument() + ", " + c.month());
        for (BorrowingBaseCertificate.Line line : c.lines()) {
            table.row(List.of(line.asset(), Numbers.usdM(line.grossUsd()), Numbers.usdM(line.ineligibleUsd()),
                    Numbers.usdM(line.eligibleUsd()), Numbers.percent(line.advanceRate()),
                    Numbers.usdM(line.lendableUsd()), line.reason()));
        }
        sum(table, "less reserves", -c.reservesUsd());
        sum(table, "borrowing base", c.baseUsd());
        sum(table, "commitment", c.commitmentUsd());
        sum(table, "less letters of credit", -c.lettersUsd());
        sum(table, "available", c.availableUsd());
        sum(table, "outstanding", c.outstandingUsd());
        sum(table, c.excessUsd() < 0 ? "deficit" : "excess", c.excessUsd());
        return table.render(terminal);
    }

    private static void sum(TextTable table, String name, double usd) {
        table.row(List.of(name, "", "", "", "", Numbers.usdM(usd), ""));
    }
}
