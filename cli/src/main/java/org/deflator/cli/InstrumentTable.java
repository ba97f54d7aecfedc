package org.deflator.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deflator.cli.TextTable.Column;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;

/** One row an instrument, grouped by borrower. */
final class InstrumentTable {
    private static final String INDENT = "  ";
    private static final double[] UNKNOWN =
            RunSummary.PD_YEARS.stream().mapToDouble(year -> Double.NaN).toArray();

    private InstrumentTable() {}

    static TextTable of(RunSummary summary) {
        boolean buildings = lets(summary);
        TextTable table = new TextTable(columns(buildings));
        List<String> ids = summary.indebted().stream().map(BorrowerSummary::id).toList();
        for (BorrowerSummary borrower : summary.indebted()) {
            if (borrower.parent().filter(ids::contains).isEmpty()) {
                group(borrower, "", summary, buildings, table);
            }
        }
        return table;
    }

    /** Whether an owner of data centres is in the book. */
    static boolean lets(RunSummary summary) {
        return summary.indebted().stream().anyMatch(borrower -> borrower.landlord().isPresent());
    }

    /** A borrower, then those it owns, indented; a portfolio whose owners go in a circle is never simulated. */
    private static void group(BorrowerSummary borrower, String indent, RunSummary summary, boolean buildings,
            TextTable table) {
        List<InstrumentSummary> owed = summary.instruments().stream()
                .filter(instrument -> instrument.borrower().equals(borrower.id())).toList();
        table.heading(indent + borrower.name());
        owed.forEach(instrument -> table.row(cells(indent, instrument, buildings)));
        for (BorrowerSummary other : summary.indebted()) {
            if (other.parent().filter(borrower.id()::equals).isPresent()) {
                group(other, indent + INDENT, summary, buildings, table);
            }
        }
    }

    /** Interest cover and debt yield stand there only if a data centre is in the book. */
    private static List<Column> columns(boolean buildings) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("instrument"), Column.number("USD m")));
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            for (int year : RunSummary.PD_YEARS) {
                columns.add(Column.number("PD " + definition.label(), year + "y"));
            }
        }
        columns.addAll(List.of(Column.number("LGD"), Column.number("expected loss", "USD m"),
                Column.number("expected loss", "+-"), Column.number("DSCR", "min"),
                Column.number("DSCR", "median"),
                Column.number("LTV", "stated"), Column.number("LTV", "sale")));
        if (buildings) {
            columns.addAll(List.of(Column.number("interest cover"), Column.number("debt yield")));
        }
        columns.addAll(List.of(Column.text("first breach"), Column.text("main cause of default")));
        return columns;
    }

    private static List<String> cells(String indent, InstrumentSummary instrument, boolean buildings) {
        List<String> cells = new ArrayList<>(
                List.of(indent + INDENT + instrument.id(), Numbers.count(instrument.exposureUsdM())));
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            double[] cumulative =
                    instrument.pd().stream().filter(pd -> pd.definition() == definition).findFirst()
                            .map(RunSummary.Pd::cumulative).orElse(UNKNOWN);
            Arrays.stream(cumulative).mapToObj(Numbers::percent).forEach(cells::add);
        }
        cells.addAll(List.of(Numbers.percent(instrument.lgd()), Numbers.amount(instrument.expectedLossUsdM()),
                Numbers.amount(instrument.expectedLossSeUsdM()), Numbers.dscr(instrument.minDscrMedian()),
                Numbers.dscr(instrument.medianDscr()), Numbers.percent(instrument.statedLtv()),
                Numbers.percent(instrument.liquidationLtv())));
        if (buildings) {
            cells.addAll(List.of(Numbers.cover(instrument.interestCover()),
                    Numbers.percent(instrument.debtYield())));
        }
        cells.addAll(List.of(instrument.firstBreach()
                .map(breach -> breach.covenant() + " (" + Numbers.percent(breach.share()) + ")")
                .orElse(Numbers.NONE),
                instrument.dominantCause().orElse(Numbers.NONE)));
        return cells;
    }
}
