package org.deflator.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.run.RunSummary.BorrowerSummary;

/** Principal due each quarter against the revenue that contracts promise for it. */
final class MaturityWall {
    private static final String TITLE = "Principal due against contracted revenue";

    private final Html html;
    private final Book book;

    MaturityWall(Html html, Book book) {
        this.html = html;
        this.book = book;
    }

    void write(BorrowerSummary borrower) {
        double[] edges = edges(book.horizon(borrower));
        double[] due = quarters(borrower.maturitiesUsdM(), edges);
        double[] contracted = quarters(borrower.contractedUsdM(), edges);
        double[] revenue = quarters(borrower.revenueUsdM(), edges);
        double top = Math.max(FanChart.maximum(due),
                Math.max(FanChart.maximum(contracted), FanChart.maximum(revenue)));
        if (top <= 0) {
            Figure.empty(html, TITLE, "Neither principal nor revenue falls within the horizon.");
            return;
        }
        String caption = caption(borrower.id(), edges, due, contracted);
        Figure.open(html, TITLE);
        Chart.open(html, TITLE + ". " + caption);
        Scale x = Scale.months(book.time().asOf(), 0, book.horizon(borrower));
        Chart chart = new Chart(html, Chart.Box.whole(), x, Scale.linear(0, top, Figures::number))
                .yAxis("$m a quarter")
                .bars("bar", edges, due, 0.25).steps("revenue", edges, revenue)
                .steps("contracted", edges, contracted);
        for (YearMonth end : contractEnds(borrower.id())) {
            chart.mark("expiry", book.time().indexOf(end) + 1.0);
        }
        chart.xAxis(true);
        html.close();
        new Key(html).item("bar", "principal due").item("contracted", "contracted revenue")
                .item("revenue", "all revenue, base case").item("expiry", "a contract ends").close();
        Figure.close(html, caption);
    }

    private String caption(String borrower, double[] edges, double[] due, double[] contracted) {
        int wall = 0;
        double total = 0;
        double late = 0;
        int last = book.lastContractEnd(borrower).map(end -> book.time().indexOf(end) + 1).orElse(0);
        for (int q = 0; q < due.length; q++) {
            wall = due[q] > due[wall] ? q : wall;
            total += due[q];
            late += edges[q] >= last ? due[q] : 0;
        }
        if (total <= 0) {
            return "No principal falls due within the horizon.";
        }
        String peak = "The wall is the quarter to " + book.month((int) edges[wall + 1] - 1) + ": "
                + Figures.usd(due[wall])
                + " due against " + Figures.usd(contracted[wall]) + " contracted";
        if (last > 0 && late == 0) {
            return peak + "; all principal falls due before the last contract ends.";
        }
        return peak + (last <= 0
                ? "; no contract stands behind the debt."
                : "; " + Figures.percent(late / total, 0)
                        + " of principal falls due after the last contract ends.");
    }

    private List<YearMonth> contractEnds(String borrower) {
        return book.agreed(borrower).stream().flatMap(b -> b.contracts().stream()).map(c -> c.end())
                .distinct().sorted()
                .filter(end -> book.time().indexOf(end) >= 0
                        && book.time().indexOf(end) < book.time().months())
                .toList();
    }

    /** Months at which calendar quarters begin and end, of the months shown. */
    private double[] edges(int months) {
        List<Double> edges = new ArrayList<>(List.of(0.0));
        for (int m = 0; m < months; m++) {
            if (book.time().yearMonth(m).getMonthValue() % 3 == 0 || m == months - 1) {
                edges.add(m + 1.0);
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] quarters(double[] months, double[] edges) {
        double[] quarters = new double[edges.length - 1];
        for (int q = 0; q < quarters.length; q++) {
            for (int m = (int) edges[q]; m < edges[q + 1]; m++) {
                quarters[q] += Double.isFinite(months[m]) ? months[m] : 0;
            }
        }
        return quarters;
    }
}
