package org.deflator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.deflator.engine.run.RunSummary.Fan;

/**
 * One panel of an SVG chart: a frame with scales, and what is drawn in it. Colours come from the style
 * sheet by class, so that screen, dark screen and paper each have their own; no series is told by colour
 * alone.
 */
final class Chart {
    /** Width of the drawing; the page scales it. */
    static final int WIDTH = 540;
    /** Height of a drawing. */
    static final int HEIGHT = 260;
    /** Height of a drawing that names the unit of its horizontal scale. */
    static final int TALL = 278;
    private static final double LABEL_STEP = 12.5;

    private final Html html;
    private final Box box;
    private final Scale x;
    private final Scale y;

    /** Where a panel lies in its drawing. */
    record Box(double left, double top, double width, double height) {
        /** The only panel. */
        static Box whole() {
            return new Box(46, 24, 486, 214);
        }

        /** The main panel above a strip. */
        static Box upper() {
            return new Box(46, 24, 486, 160);
        }

        /** The strip below the main panel, as wide. */
        static Box strip() {
            return new Box(46, 200, 486, 38);
        }
    }

    /** Words at a height. */
    record Label(double value, String text) {}

    Chart(Html html, Box box, Scale x, Scale y) {
        this.html = html;
        this.box = box;
        this.x = x;
        this.y = y;
    }

    /** Opens a drawing; {@code told} is read out to those who do not see it. */
    static void open(Html html, String told) {
        open(html, told, HEIGHT);
    }

    /** Opens a drawing of another height. */
    static void open(Html html, String told, int height) {
        html.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-label", told);
    }

    /** Grid and labels of the vertical scale. */
    Chart yAxis(String unit) {
        for (Scale.Tick tick : y.ticks()) {
            double at = py(tick.value());
            segment("grid", box.left, at, box.left + box.width, at);
            words("tick end", box.left - 6, at + 3.5, tick.label());
        }
        words("unit", 2, box.top - 13, unit);
        return this;
    }

    /** Two labels only, for strips. */
    Chart yEnds() {
        Scale.Tick top = y.ticks().getLast();
        segment("grid", box.left, py(top.value()), box.left + box.width, py(top.value()));
        words("tick end", box.left - 6, py(top.value()) + 3.5, top.label());
        words("tick end", box.left - 6, py(y.low()) + 3.5, y.ticks().getFirst().label());
        return this;
    }

    /** Words at the upper left inside the panel, above what is already drawn. */
    Chart inside(String unit) {
        words("note", box.left + 4, box.top + 10, unit);
        return this;
    }

    /** Base line and labels of the horizontal scale; {@code labelled} false draws the ticks only. */
    Chart xAxis(boolean labelled) {
        double base = box.top + box.height;
        segment("axis", box.left, base, box.left + box.width, base);
        for (Scale.Tick tick : x.ticks()) {
            double at = px(tick.value());
            segment("axis", at, base, at, base + 4);
            if (labelled && at < WIDTH - 12) {
                words("tick mid", at, base + 16, tick.label());
            }
        }
        return this;
    }

    /** The unit of the horizontal scale, at its right end. */
    Chart xUnit(String unit) {
        words("unit end", box.left + box.width, box.top + box.height + 32, unit);
        return this;
    }

    /** The area between two rows of values, interrupted where either does not exist. */
    Chart band(String css, double[] at, double[] low, double[] high) {
        StringBuilder path = new StringBuilder();
        int month = 0;
        while (month < at.length) {
            int from = month;
            while (month < at.length && Double.isFinite(low[month]) && Double.isFinite(high[month])) {
                month++;
            }
            if (month - from > 1) {
                for (int i = from; i < month; i++) {
                    path.append(i == from ? 'M' : 'L').append(point(at[i], high[i]));
                }
                for (int i = month - 1; i >= from; i--) {
                    path.append('L').append(point(at[i], low[i]));
                }
                path.append('Z');
            }
            month = Math.max(month, from + 1);
        }
        return path(css, path);
    }

    /** A line through values, interrupted where there are none. */
    Chart line(String css, double[] at, double[] values) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < at.length; i++) {
            boolean exists = Double.isFinite(values[i]);
            if (exists) {
                path.append(down ? 'L' : 'M').append(point(at[i], values[i]));
            }
            down = exists;
        }
        return path(css, path);
    }

    /** A line that keeps each value for the whole of its interval. */
    Chart steps(String css, double[] edges, double[] values) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(edges[i], values[i]));
            path.append('L').append(point(edges[i + 1], values[i]));
        }
        return path(css, path);
    }

    /** A bar from the base for each interval, leaving {@code gap} of its width free. */
    Chart bars(String css, double[] edges, double[] values, double gap) {
        StringBuilder path = new StringBuilder();
        double base = box.top + box.height;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                double left = px(edges[i]) + gap * (px(edges[i + 1]) - px(edges[i])) / 2;
                double right = px(edges[i + 1]) - gap * (px(edges[i + 1]) - px(edges[i])) / 2;
                path.append('M').append(place(left, base)).append('V').append(coordinate(py(values[i])))
                        .append('H')
                        .append(coordinate(right)).append('V').append(coordinate(base)).append('Z');
            }
        }
        return path(css, path);
    }

    /** A bar across from one value to another, {@code thick} units of the vertical scale thick. */
    Chart across(String css, double from, double to, double at, double thick) {
        StringBuilder path = new StringBuilder();
        if (from != to) {
            path.append('M').append(place(px(from), py(at - thick / 2))).append('H')
                    .append(coordinate(px(to))).append('V').append(coordinate(py(at + thick / 2)))
                    .append('H').append(coordinate(px(from))).append('Z');
        }
        return path(css, path);
    }

    /** Middle half and 5th to 95th percentile as areas, the median as a line. */
    Chart fan(String css, double[] at, Fan fan) {
        return band(css + " wide", at, fan.p05(), fan.p95()).band(css + " half", at, fan.p25(), fan.p75())
                .line(css + " median", at, fan.p50());
    }

    /** A line across at a height. */
    Chart level(String css, double value) {
        segment(css, box.left, py(value), box.left + box.width, py(value));
        return this;
    }

    /** A line from top to base. */
    Chart mark(String css, double at) {
        segment(css, px(at), box.top, px(at), box.top + box.height);
        return this;
    }

    /** A dot. */
    Chart dot(String css, double at, double value) {
        html.leaf("circle", "class", css, "cx", coordinate(px(at)), "cy", coordinate(py(value)), "r", "4");
        return this;
    }

    /** Words beside a point; {@code css} says on which side. */
    Chart note(String css, double at, double value, double dx, double dy, String text) {
        words("note " + css, px(at) + dx, py(value) + dy, text);
        return this;
    }

    /**
     * Words at the right edge, moved apart where they would overlap; the lower of two close ones goes below
     * its line.
     */
    Chart labels(String css, List<Label> labels) {
        List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::value)).toList();
        List<Double> places = new ArrayList<>();
        double above = Double.MAX_VALUE;
        for (int i = 0; i < sorted.size(); i++) {
            double line = py(sorted.get(i).value());
            boolean crowded = i == 0 && sorted.size() > 1 && line - py(sorted.get(1).value()) < LABEL_STEP;
            double place = Math.min(crowded ? line + 11 : line - 3.5, above - LABEL_STEP);
            places.add(place);
            above = place;
        }
        for (int i = 0; i < sorted.size(); i++) {
            words("note end " + css, box.left + box.width - 4, places.get(i), sorted.get(i).text());
        }
        return this;
    }

    private Chart path(String css, StringBuilder path) {
        if (!path.isEmpty()) {
            html.leaf("path", "class", css, "d", path.toString());
        }
        return this;
    }

    private void segment(String css, double x1, double y1, double x2, double y2) {
        html.leaf("path", "class", css, "d", "M" + place(x1, y1) + "L" + place(x2, y2));
    }

    private void words(String css, double at, double height, String text) {
        html.element("text", text, "class", css, "x", coordinate(at), "y", coordinate(height));
    }

    private String point(double at, double value) {
        return place(px(at), py(value));
    }

    private double px(double at) {
        return box.left + x.at(at) * box.width;
    }

    private double py(double value) {
        return box.top + (1 - y.at(value)) * box.height;
    }

    private static String place(double px, double py) {
        return coordinate(px) + " " + coordinate(py);
    }

    /** Tenths of a unit are finer than print; fixed decimals keep the file the same on every machine. */
    private static String coordinate(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
