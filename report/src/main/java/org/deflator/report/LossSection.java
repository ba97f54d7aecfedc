package org.deflator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.PortfolioTotals;

/** The loss of the whole book: how it is distributed, when borrowers fall, who contributes. */
final class LossSection {
    private final Book book;
    private final Html html;

    LossSection(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "losses").element("h2", "Losses of the book");
        html.open("div", "class", "figures pairs");
        quantiles();
        defaults();
        html.close();
        contributions();
        html.close();
    }

    private void quantiles() {
        PortfolioTotals totals = book.summary().portfolio();
        double[] losses = totals.lossQuantilesUsdM();
        double[] percentiles = new double[losses.length];
        int lossless = 0;
        for (int i = 0; i < losses.length; i++) {
            percentiles[i] = 100.0 * i / Math.max(1, losses.length - 1);
            lossless += losses[i] <= 0 ? 1 : 0;
        }
        String caption = (lossless == 0
                ? "Every path has some loss. "
                : lossless == losses.length
                        ? "No path has a loss. "
                        : "About " + Figures.percent(percentiles[lossless - 1] / 100, 0)
                                + " of paths have no loss. ")
                + "The median path loses " + Figures.usd(losses[losses.length / 2]) + ", the mean is "
                + Figures.usd(totals.expectedLossUsdM()) + "; the worst 1" + Figures.SPACE + "% lose "
                + Figures.usd(totals.es99UsdM()) + " on average.";
        Figure.open(html, "Loss by percentile of paths");
        Chart.open(html, "Loss by percentile of paths. " + caption, Chart.TALL);
        Scale x = Scale.linear(0, 100, Figures::number);
        double top = Math.max(FanChart.maximum(losses), totals.es99UsdM());
        Chart chart = new Chart(html, Chart.Box.whole(), x, Scale.linear(0, top, Figures::number)).yAxis("$m")
                .band("a half", percentiles, new double[losses.length], losses)
                .line("a median", percentiles, losses)
                .level("limit", totals.expectedLossUsdM()).level("limit", totals.var99UsdM())
                .level("limit", totals.es99UsdM());
        levels(chart, totals);
        chart.xAxis(true).xUnit("percentile of paths");
        html.close();
        Figure.close(html, caption);
    }

    /** Named at the left, where the curve is low. */
    private static void levels(Chart chart, PortfolioTotals totals) {
        chart.note("", 1, totals.expectedLossUsdM(), 0, -4, "mean " + Figures.usd(totals.expectedLossUsdM()));
        chart.note("", 1, totals.var99UsdM(), 0, 12, "VaR 99 % " + Figures.usd(totals.var99UsdM()));
        chart.note("", 1, totals.es99UsdM(), 0, -4, "ES 99 % " + Figures.usd(totals.es99UsdM()));
    }

    private void defaults() {
        int years = (book.time().months() + 11) / 12;
        double[] edges = new double[years + 1];
        double[] expected = new double[years];
        double total = 0;
        int worst = 0;
        for (int year = 0; year < years; year++) {
            edges[year + 1] = Math.min(12.0 * (year + 1), book.time().months());
            for (BorrowerSummary borrower : book.summary().indebted()) {
                for (int m = 12 * year; m < edges[year + 1]; m++) {
                    expected[year] += borrower.defaultsByMonth()[m];
                }
            }
            total += expected[year];
            worst = expected[year] > expected[worst] ? year : worst;
        }
        if (total <= 0) {
            Figure.empty(html, "Borrowers expected to default", "No borrower defaults on any path.");
            return;
        }
        String caption = "Of " + Figures.count(book.summary().indebted().size(), "borrower") + " "
                + Figures.number(total, 1)
                + " are expected to default within the horizon, most of them in the twelve"
                + " months to " + book.month((int) edges[worst + 1] - 1) + " ("
                + Figures.number(expected[worst], 2) + ").";
        Figure.open(html, "Borrowers expected to default");
        Chart.open(html, "Borrowers expected to default. " + caption);
        Scale x = Scale.months(book.time().asOf(), 0, book.time().months());
        new Chart(html, Chart.Box.whole(), x, Scale.linear(0, expected[worst], Figures::number))
                .yAxis("mean number in twelve months").bars("bar", edges, expected, 0.3).xAxis(true);
        html.close();
        Figure.close(html, caption);
    }

    private void contributions() {
        List<InstrumentSummary> sorted = new ArrayList<>(book.summary().instruments());
        sorted.sort(Comparator.comparingDouble(InstrumentSummary::expectedLossUsdM).reversed()
                .thenComparing(InstrumentSummary::id));
        double all = Math.max(Double.MIN_NORMAL,
                sorted.stream().mapToDouble(InstrumentSummary::expectedLossUsdM).sum());
        double largest =
                Math.max(Double.MIN_NORMAL, sorted.isEmpty() ? 0 : sorted.getFirst().expectedLossUsdM());
        html.element("h3", "Who contributes to expected loss");
        html.open("table", "class", "plain contributions").open("thead").open("tr");
        html.element("th", "Instrument", "class", "left").element("th", "$m").element("th", "% of total")
                .element("th", "% of its exposure").element("th", "", "class", "bar");
        html.close().close().open("tbody");
        for (InstrumentSummary instrument : sorted) {
            double loss = instrument.expectedLossUsdM();
            html.open("tr").element("td", book.named(instrument), "class", "left");
            html.element("td", Figures.number(loss, 1)).element("td", Figures.percentCell(loss / all));
            html.element("td", Figures.percentCell(loss / instrument.exposureUsdM())).open("td", "class",
                    "bar");
            html.element("span", "", "style", "width:" + Math.round(1000 * loss / largest) / 10.0 + "%");
            html.close().close();
        }
        html.close().close();
    }
}
