package org.deflator.report;

/** The frame of a chart: its title above, what to see below. */
final class Figure {
    private Figure() {}

    static void open(Html html, String title) {
        html.open("figure").element("h4", title);
    }

    static void close(Html html, String caption) {
        html.element("figcaption", caption).close();
    }

    /** A figure that has nothing to draw says why. */
    static void empty(Html html, String title, String reason) {
        html.open("figure", "class", "empty").element("h4", title).element("figcaption", reason).close();
    }
}
