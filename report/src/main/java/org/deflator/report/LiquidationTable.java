package org.deflator.report;

import java.util.List;
import org.deflator.engine.distress.SalePlan;

/** The liquidation curve at its marked points, with the plan that brings most. */
final class LiquidationTable {
    private LiquidationTable() {}

    /**
     * One state of the market: what it assumes and the best plans at a third of the depth, the depth, three
     * times it.
     */
    record Row(String name, double unitsPerMonth, double fade, double floor, SalePlan third, SalePlan assumed,
            SalePlan triple) {}

    static void write(Html html, String title, List<Row> rows) {
        html.open("figure", "class", "facts").element("h4", title).open("table", "class", "plain");
        html.open("thead").open("tr").element("th", "Market", "class", "left").element("th",
                "Depth N, cards a month");
        html.element("th", "Impact fades, a month").element("th", "Floor").element("th", "Best sale");
        html.element("th", "Net recovery").element("th", "at N ÷ 3").element("th", "at N × 3").close()
                .close();
        html.open("tbody");
        for (Row row : rows) {
            html.open("tr").element("td", row.name(), "class", "left").element("td",
                    Figures.number(row.unitsPerMonth(), 0));
            html.element("td", Figures.percent(row.fade(), 0)).element("td", Figures.percent(row.floor(), 0));
            html.element("td", Figures.count(row.assumed().months(), "month"));
            html.element("td", net(row.assumed())).element("td", net(row.third()))
                    .element("td", net(row.triple())).close();
        }
        html.close().close();
        html.element("figcaption",
                "Net recovery is over the mark and after time, carry, removal and legal cost. A loan"
                        + " is covered in a sale only if its stated LTV is below it.")
                .close();
    }

    private static String net(SalePlan plan) {
        return Figures.percent(Math.max(0, plan.recoveryOverMark()), 0);
    }
}
