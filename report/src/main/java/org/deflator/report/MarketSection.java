package org.deflator.report;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.GenerationSummary;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.market.RentHistory;
import org.deflator.model.market.RentQuote;
import org.deflator.model.market.ResaleQuote;

/** Rents and used prices by generation, as they were and as simulated, and what the market takes. */
final class MarketSection {
    /** The lot of the liquidation curve is of this generation, the one in which depth is stated. */
    private static final String DEPTH_GPU = "H100";
    /** Months in a year from which rents are compared. */
    private static final int YEAR = 12;

    private final Book book;
    private final Html html;
    private final MarketSnapshot snapshot;

    MarketSection(Book book, Html html) {
        this.book = book;
        this.html = html;
        this.snapshot = book.input().market().snapshot();
    }

    void write() {
        html.open("section", "id", "market").element("h2", "Market");
        html.element("p",
                "Left of the vertical line what was quoted, right of it what was simulated: median,"
                        + " middle half"
                        + " and 5th to 95th percentile of all paths.",
                "class", "lead");
        html.open("div", "class", "figures pairs");
        for (GenerationSummary generation : book.summary().generations()) {
            rent(generation);
            resale(generation);
        }
        snapshot.resale().stream().filter(q -> q.gpu().startsWith(DEPTH_GPU)).findFirst().ifPresent(
                q -> new LiquidationChart(html, book.input().market().model(), q.gpu(), q.usedUsd()).write());
        html.close().close();
    }

    private void rent(GenerationSummary generation) {
        List<RentHistory> histories = snapshot.histories().stream()
                .filter(h -> h.gpu().equals(generation.gpu()) && !h.usdPerGpuHour().isEmpty()).toList();
        OptionalDouble quote = snapshot.rent(generation.gpu()).map(q -> OptionalDouble.of(q.usdPerGpuHour()))
                .orElse(OptionalDouble.empty());
        String quoted =
                snapshot.rent(generation.gpu()).map(RentQuote::quoted).map(d -> ", quoted " + d).orElse("");
        draw("Rent of " + generation.gpu(), "$ per card-hour", generation.rentUsdPerGpuHour(), quote,
                histories,
                caption(generation.rentUsdPerGpuHour(), quote, 2, quoted));
    }

    private void resale(GenerationSummary generation) {
        OptionalDouble quote = snapshot.resalePrice(generation.gpu()).map(q -> OptionalDouble.of(q.usedUsd()))
                .orElse(OptionalDouble.empty());
        String quoted =
                snapshot.resalePrice(generation.gpu()).map(ResaleQuote::quoted).map(d -> ", quoted " + d)
                        .orElse("");
        draw("Price of a used " + generation.gpu(), "$ a card", generation.resaleUsd(), quote, List.of(),
                caption(generation.resaleUsd(), quote, 0, quoted));
    }

    private String caption(Fan fan, OptionalDouble quote, int decimals, String quoted) {
        int last = Math.min(3 * YEAR, fan.p50().length) - 1;
        String start = quote.isPresent()
                ? "Today $" + Figures.number(quote.getAsDouble(), decimals) + quoted + ". "
                : "No quote on the as-of date; valued by the model alone. ";
        if (!FanChart.exists(fan)) {
            return start + "Not simulated.";
        }
        String middle = "In " + book.month(last) + " the median is $"
                + Figures.number(fan.p50()[last], decimals)
                + ", nine paths in ten lie between $" + Figures.number(fan.p05()[last], decimals) + " and $"
                + Figures.number(fan.p95()[last], decimals);
        return start + middle + (quote.isPresent()
                ? "; " + ShareAbove.of(fan, last, quote.getAsDouble()).words()
                        + " of paths stand above today."
                : ".");
    }

    private void draw(String title, String unit, Fan fan, OptionalDouble quote, List<RentHistory> histories,
            String caption) {
        int from = -histories.stream().mapToInt(h -> back(h.usdPerGpuHour().firstKey())).max().orElse(0);
        double top = Math.max(FanChart.room(fan), quote.orElse(0) * 1.05);
        for (RentHistory history : histories) {
            top = Math.max(top, history.usdPerGpuHour().values().stream().mapToDouble(Double::doubleValue)
                    .max().orElse(0));
        }
        Figure.open(html, title);
        Chart.open(html, title + ". " + caption);
        Scale x = Scale.months(book.time().asOf(), from, book.time().months());
        Chart chart = new Chart(html, Chart.Box.whole(), x, Scale.linear(0, top, Figures::number)).yAxis(unit)
                .mark("today", 0).fan("a", joined(Book.months(book.time().months()), 0), fan(fan, quote));
        for (int i = 0; i < histories.size(); i++) {
            history(chart, histories.get(i).usdPerGpuHour(), i);
        }
        if (quote.isPresent()) {
            chart.dot("quote dot", 0, quote.getAsDouble());
        }
        chart.xAxis(true);
        html.close();
        if (!histories.isEmpty()) {
            Key key = new Key(html);
            for (int i = 0; i < histories.size(); i++) {
                key.item("history h" + i % 3, histories.get(i).label());
            }
            key.close();
        }
        Figure.close(html, caption);
    }

    private void history(Chart chart, SortedMap<YearMonth, Double> rents, int index) {
        List<Double> months = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        rents.forEach((month, value) -> {
            months.add((double) -back(month));
            values.add(value);
        });
        chart.line("history h" + index % 3, array(months), array(values));
    }

    /** Months from {@code month} to the as-of date. */
    private int back(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(month, YearMonth.from(book.time().asOf())));
    }

    /** The fan with today's quote in front, so that it starts where the market stands. */
    private static Fan fan(Fan fan, OptionalDouble quote) {
        double today = quote.orElse(Double.NaN);
        return new Fan(joined(fan.p05(), today), joined(fan.p25(), today), joined(fan.p50(), today),
                joined(fan.p75(), today), joined(fan.p95(), today), joined(fan.share(), 1));
    }

    private static double[] joined(double[] values, double first) {
        double[] joined = new double[values.length + 1];
        joined[0] = first;
        System.arraycopy(values, 0, joined, 1, values.length);
        return joined;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
