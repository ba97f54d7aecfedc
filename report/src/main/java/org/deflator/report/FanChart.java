package org.deflator.report;

import java.util.List;
import org.deflator.engine.run.Histogram;
import org.deflator.engine.run.RunSummary.Fan;

/** Percentiles by month above a strip that shows on how many paths the measure exists. */
final class FanChart {
    private static final double SMALLEST_SHARE = 0.1;

    private final Html html;
    private final Book book;

    FanChart(Html html, Book book) {
        this.html = html;
        this.book = book;
    }

    /**
     * What a fan shows.
     *
     * @param title title of the figure
     * @param caption what to see in it
     * @param unit unit of the vertical scale
     * @param share what the strip below shows
     */
    record Words(String title, String caption, String unit, String share) {}

    /** {@code months} of the horizon are shown; {@code bounds} are those between which values were recorded. */
    void write(Words words, Fan fan, int months, Histogram bounds, Scale.Label label,
            List<Chart.Label> levels) {
        double highest = levels.stream().mapToDouble(Chart.Label::value).max().orElse(0);
        double least = minimum(fan.p05());
        // A few values just below 0 get no band of their own.
        double lowest = least < -0.05 * room(fan) ? least : 0;
        Scale y = Scale.linear(lowest, Math.max(room(fan), highest * 1.1), label)
                .within(bounds.low(), bounds.high(), least, maximum(fan.p95()), label);
        Scale x = Scale.months(book.time().asOf(), 0, months);
        Figure.open(html, words.title());
        Chart.open(html, words.title() + ". " + words.caption());
        Chart chart = new Chart(html, Chart.Box.upper(), x, y).yAxis(words.unit()).fan("a",
                Book.months(months), fan);
        for (Chart.Label level : levels) {
            chart.level("limit", level.value());
        }
        chart.labels("limit", levels).xAxis(false);
        Scale shares = new Scale(0, 1, false, List.of(new Scale.Tick(0, "0"), new Scale.Tick(1, "100")));
        double[] zero = new double[fan.share().length];
        new Chart(html, Chart.Box.strip(), x, shares).yEnds()
                .band("share", Book.months(months), zero, fan.share()).inside("% " + words.share())
                .xAxis(true);
        html.close();
        Figure.close(html, words.caption());
    }

    /**
     * The part of a fan that says something: where it exists on at least a tenth of the paths. Percentiles of the
     * last few that are left jump about and tell nothing of the borrower.
     */
    static Fan telling(Fan fan) {
        double[][] rows = {fan.p05(), fan.p25(), fan.p50(), fan.p75(), fan.p95()};
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i].clone();
            for (int m = 0; m < rows[i].length; m++) {
                rows[i][m] = fan.share()[m] >= SMALLEST_SHARE ? rows[i][m] : Double.NaN;
            }
        }
        return new Fan(rows[0], rows[1], rows[2], rows[3], rows[4], fan.share());
    }

    /**
     * The height that shows the middle of a fan well: all of the 95th percentile unless it dwarfs the 75th,
     * in which case the top is drawn at the edge.
     */
    static double room(Fan fan) {
        double p95 = maximum(fan.p95());
        double p75 = maximum(fan.p75());
        double room = Math.min(p95, 1.6 * p75);
        return room > 0 ? room : 1;
    }

    static double maximum(double[] values) {
        double maximum = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            maximum = Double.isFinite(value) ? Math.max(maximum, value) : maximum;
        }
        return maximum;
    }

    static double minimum(double[] values) {
        double minimum = Double.POSITIVE_INFINITY;
        for (double value : values) {
            minimum = Double.isFinite(value) ? Math.min(minimum, value) : minimum;
        }
        return minimum;
    }

    /** First month in which {@code values} lies below {@code level}; -1 if it never does. */
    static int firstBelow(double[] values, double level) {
        for (int m = 0; m < values.length; m++) {
            if (values[m] < level) {
                return m;
            }
        }
        return -1;
    }

    /** Whether any value exists. */
    static boolean exists(Fan fan) {
        for (double value : fan.p50()) {
            if (Double.isFinite(value)) {
                return true;
            }
        }
        return false;
    }
}
