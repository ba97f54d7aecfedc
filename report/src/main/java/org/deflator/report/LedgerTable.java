package org.deflator.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deflator.engine.run.LedgerRow;

/**
 * Cash of one borrower on the first sampled path, by account and year: one story out of many, to the
 * dollar.
 */
final class LedgerTable {
    private final Book book;
    private final Html html;

    LedgerTable(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    /** Writes nothing when no path was sampled. */
    void write(String borrower) {
        List<LedgerRow> all =
                book.input().ledger().stream().filter(r -> r.borrower().equals(borrower)).toList();
        if (all.isEmpty()) {
            return;
        }
        int path = all.stream().mapToInt(LedgerRow::path).min().orElseThrow();
        TreeMap<Integer, Double> years = new TreeMap<>();
        TreeMap<String, Map<Integer, Double>> accounts = new TreeMap<>();
        for (LedgerRow row : all) {
            if (row.path() == path) {
                int year = book.time().yearMonth(row.month()).getYear();
                years.merge(year, row.usd(), Double::sum);
                accounts.computeIfAbsent(row.account(), key -> new TreeMap<>()).merge(year, row.usd(),
                        Double::sum);
            }
        }
        html.open("details", "class", "ledger").open("summary").text("Cash on sampled path " + path
                + ", $m a calendar year").close();
        html.open("table", "class", "plain").open("thead").open("tr").element("th", "Account", "class",
                "left");
        for (Integer year : years.keySet()) {
            html.element("th", String.valueOf(year));
        }
        html.close().close().open("tbody");
        // Less than a dollar in every year is rounding.
        accounts.values().removeIf(usd -> usd.values().stream().allMatch(each -> Math.abs(each) < 1));
        accounts.forEach((account, usd) -> row(account, years.keySet().stream()
                .map(year -> usd.getOrDefault(year, 0.0)).toList(), ""));
        row("Change of cash", List.copyOf(years.values()), "total");
        html.close().close().close();
    }

    private void row(String account, List<Double> usd, String css) {
        html.open("tr", "class", css).element("td", account, "class", "left");
        for (double amount : usd) {
            html.element("td", amount == 0 ? Figures.NONE : Figures.number(amount / 1e6, 1));
        }
        html.close();
    }
}
