package org.deflator.data.universe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deflator.engine.run.TieOut;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Reported.Figure;

/**
 * The tie-out as a table in Markdown: a line a figure, what is not modelled beside the debt, and below it the groups
 * that nothing was filed for.
 */
final class TieOutTable {
    private TieOutTable() {}

    static String render(List<TieOut.Line> lines, Portfolio portfolio) {
        List<String> rows = new ArrayList<>();
        rows.add("| borrower | figure | book | reported | difference | |");
        rows.add("|---|---|---:|---:|---:|---|");
        for (TieOut.Line line : lines) {
            boolean nothing = line.figure() == Figure.BTC && line.book() == 0 && line.reported().isEmpty();
            if (!nothing) {
                rows.add(row(line));
            }
            if (line.figure() == Figure.DEBT) {
                unmodelled(line, portfolio).ifPresent(rows::add);
            }
        }
        rows.add("");
        rows.add("Groups without any filed figure of the quarter: " + String.join(", ", silent(portfolio))
                + ".");
        return String.join("\n", rows);
    }

    private static List<String> silent(Portfolio portfolio) {
        return portfolio.borrowers().stream()
                .filter(head -> head.parent().isEmpty() && head.reported().isEmpty()).map(Borrower::id)
                .toList();
    }

    private static String row(TieOut.Line line) {
        String filed = line.reported().map(TieOutTable::number).orElse("-");
        String difference = line.reported().map(told -> difference(line.book(), told)).orElse("-");
        return cells(line.group(), label(line.figure()), number(line.book()), filed, difference,
                verdict(line));
    }

    private static Optional<String> unmodelled(TieOut.Line line, Portfolio portfolio) {
        List<String> ids = TieOut.group(portfolio, line.group()).stream().map(Borrower::id).toList();
        double usdM = portfolio.unmodelled().stream().filter(row -> ids.contains(row.borrower()))
                .mapToDouble(Portfolio.Unmodelled::amountUsdM).sum();
        return usdM == 0
                ? Optional.empty()
                : Optional.of(cells(line.group(), "debt not modelled", number(usdM), "-", "-",
                        "listed with reasons"));
    }

    private static String verdict(TieOut.Line line) {
        return switch (line.verdict()) {
            case WITHIN -> line.tolerance() < 0.05 ? "exact" : "within " + number(line.tolerance());
            case EXPLAINED, OUTSIDE -> "**outside**: " + line.reason();
            case NOT_FILED -> "not filed" + (line.reason().isEmpty() ? "" : ": " + line.reason());
        };
    }

    private static String label(Figure figure) {
        return switch (figure) {
            case EBITDA -> "EBITDA";
            case BTC -> "bitcoin";
            case REVENUE, INTEREST, DEBT, CASH -> figure.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String difference(double book, double told) {
        double percent = told == 0 ? 0 : 100 * (book - told) / Math.abs(told);
        return number(book - told)
                + (Math.abs(percent) < 0.05 ? "" : String.format(Locale.ROOT, " (%+.1f %%)", percent));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", Math.abs(value) < 0.05 ? 0.0 : value);
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
