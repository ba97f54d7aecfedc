package org.deflator.report;

import java.util.List;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.Fan;

/** Stated against liquidation LTV over time: the distance between them is what a finite market takes. */
final class LtvChart {
    private static final String TITLE = "Loan to value, stated and in liquidation";
    private static final double HIGHEST = 4;

    private final Html html;
    private final Book book;

    LtvChart(Html html, Book book) {
        this.html = html;
        this.book = book;
    }

    void write(BorrowerSummary borrower) {
        Fan stated = FanChart.telling(borrower.statedLtv());
        Fan sale = FanChart.telling(borrower.liquidationLtv());
        if (!FanChart.exists(stated) || !FanChart.exists(sale)) {
            Figure.empty(html, TITLE, "No secured debt, so no loan to value.");
            return;
        }
        String caption = caption(stated, sale);
        double top = Math.min(HIGHEST, Math.max(1.2, Math.max(FanChart.maximum(stated.p75()),
                Math.min(FanChart.maximum(sale.p75()), 1.6 * FanChart.maximum(sale.p50())))));
        Scale x = Scale.months(book.time().asOf(), 0, book.horizon(borrower));
        Scale.Label percent = (value, decimals) -> Figures.number(value * 100, 0);
        Scale y = Scale.linear(0, top, percent).within(-1, HIGHEST, 0,
                Math.max(FanChart.maximum(stated.p75()), FanChart.maximum(sale.p75())), percent);
        double[] months = Book.months(book.horizon(borrower));
        Figure.open(html, TITLE);
        Chart.open(html, TITLE + ". " + caption);
        new Chart(html, Chart.Box.whole(), x, y).yAxis("% of collateral value")
                .band("b half", months, sale.p25(), sale.p75())
                .band("a half", months, stated.p25(), stated.p75())
                .line("b median", months, sale.p50()).line("a median", months, stated.p50())
                .level("limit", 1)
                .labels("limit", List.of(new Chart.Label(1, "100 %: debt equals collateral")))
                .xAxis(true);
        html.close();
        new Key(html).item("a", "stated: at the mark")
                .item("b", "liquidation: sold into the depth of that month").close();
        Figure.close(html, caption);
    }

    private String caption(Fan stated, Fan sale) {
        int from = 0;
        while (!Double.isFinite(stated.p50()[from]) || !Double.isFinite(sale.p50()[from])) {
            from++;
            if (from == stated.p50().length) {
                return "Stated and liquidation LTV never exist in the same month.";
            }
        }
        int covered = 0;
        int exist = 0;
        int hidden = 0;
        for (int m = from; m < stated.p50().length; m++) {
            exist += Double.isFinite(stated.p50()[m]) ? 1 : 0;
            covered += sale.p50()[m] <= 1 ? 1 : 0;
            hidden += stated.p50()[m] < 1 && sale.p50()[m] > 1 ? 1 : 0;
        }
        String start = "In " + book.month(from) + " the medians are " + Figures.percent(stated.p50()[from], 0)
                + " stated and " + Figures.percent(sale.p50()[from], 0) + " in a sale; ";
        return start + (hidden > 0
                ? "in " + hidden + " of " + Figures.count(exist, "month")
                        + " the mark covers the debt and a sale does not."
                : covered == exist
                        ? "a sale covers the debt in every month."
                        : "in no month does the mark cover the debt while a sale does not.");
    }
}
