package org.deflator.cli;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deflator.data.store.Json;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.PathTrace.CardSale;
import org.deflator.model.base.Timeline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One path told month by month: who fell, what was sold at what price, who that pulled down.
 *
 * @param trace the path with all channels open
 * @param without the same random numbers with none
 * @param timeline months
 */
record CascadeStory(PathTrace trace, PathTrace without, Timeline timeline) {
    String text(Terminal terminal) {
        StringBuilder out = new StringBuilder(terminal.bold("Path " + trace.path())).append('\n');
        TreeSet<Integer> months = new TreeSet<>();
        trace.falls().forEach(fall -> months.add(fall.month()));
        trace.sales().stream().filter(sale -> sale.soldUnits() > 0).forEach(sale -> months.add(sale.month()));
        for (int month : months) {
            out.append('\n').append(terminal.bold(timeline.yearMonth(month).toString())).append('\n');
            int last = falls(month).stream().mapToInt(CascadeRow::round).max().orElse(-1);
            for (int round = 0; round <= last; round++) {
                int now = round;
                String who = falls(month).stream().filter(fall -> fall.round() == now)
                        .map(fall -> fall.borrower() + " (" + fall.cause() + otherwise(fall) + ")")
                        .collect(Collectors.joining(", "));
                out.append(Words.wrap((round == 0 ? "  Falls: " : "  Pulled down by these marks: ") + who,
                        terminal.width()));
            }
            sales(month).forEach(sale -> out.append(Words.wrap("  " + said(sale), terminal.width())));
        }
        return months.isEmpty() ? out.append("\nNobody falls.\n").toString() : out.toString();
    }

    /** What becomes of the same borrower without contagion, if it is something else. */
    private String otherwise(CascadeRow fall) {
        int month = monthWithout(fall.borrower());
        if (month == fall.month()) {
            return "";
        }
        return month < 0 ? "; would stand without contagion"
                : "; in " + timeline.yearMonth(month) + " without contagion";
    }

    private int monthWithout(String borrower) {
        return without.falls().stream().filter(fall -> fall.borrower().equals(borrower))
                .mapToInt(CascadeRow::month).findFirst().orElse(-1);
    }

    private static String said(CardSale sale) {
        String sold = sale.soldUnits() > 0
                ? Numbers.count(sale.soldUnits()) + " sold at " + share(sale.priceShare()) + ", "
                : "";
        return sale.gpu() + ": " + sold + Numbers.count(sale.waitingUnits())
                + " wait for a buyer, what stands is marked at " + share(sale.markShare());
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f%% of the price without sales", 100 * share);
    }

    private List<CascadeRow> falls(int month) {
        return trace.falls().stream().filter(fall -> fall.month() == month).toList();
    }

    private List<CardSale> sales(int month) {
        return trace.sales().stream().filter(sale -> sale.month() == month).toList();
    }

    String json() {
        ObjectNode root = Json.object().put("path", trace.path());
        ArrayNode falls = root.putArray("falls");
        for (CascadeRow fall : trace.falls()) {
            ObjectNode node = falls.addObject().put("month", timeline.yearMonth(fall.month()).toString())
                    .put("round", fall.round()).put("borrower", fall.borrower()).put("cause", fall.cause());
            int otherwise = monthWithout(fall.borrower());
            if (otherwise < 0) {
                node.putNull("month_without_contagion");
            } else {
                node.put("month_without_contagion", timeline.yearMonth(otherwise).toString());
            }
        }
        ArrayNode sales = root.putArray("sales");
        trace.sales().forEach(sale -> sales.addObject()
                .put("month", timeline.yearMonth(sale.month()).toString()).put("gpu", sale.gpu())
                .put("sold_units", sale.soldUnits()).put("price_share", sale.priceShare())
                .put("waiting_units", sale.waitingUnits()).put("mark_share", sale.markShare()));
        return Json.text(root);
    }
}
