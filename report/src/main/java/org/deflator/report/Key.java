package org.deflator.report;

/** What the lines of a chart mean. */
final class Key {
    private final Html html;

    /** Opens the key. */
    Key(Html html) {
        this.html = html;
        html.open("p", "class", "key");
    }

    /** A sample of the line and its meaning. */
    Key item(String css, String meaning) {
        html.open("span").element("span", "", "class", "swatch " + css).text(meaning).close();
        return this;
    }

    void close() {
        html.close();
    }
}
