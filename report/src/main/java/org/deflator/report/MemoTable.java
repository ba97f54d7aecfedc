package org.deflator.report;

/** A table of a memo: rows of texts, the first columns set left, the rest right. */
final class MemoTable {
    private final Html html;
    private final int leftColumns;
    private final int columns;

    /** Opens a table under a title. */
    MemoTable(Html html, String title, int leftColumns, String... heads) {
        this.html = html;
        this.leftColumns = leftColumns;
        this.columns = heads.length;
        html.open("table").element("caption", title).open("thead").open("tr");
        for (int i = 0; i < heads.length; i++) {
            html.element("th", heads[i], "class", side(i), "scope", "col");
        }
        html.close().close().open("tbody");
    }

    MemoTable row(String... cells) {
        return row("", cells);
    }

    /** A row that adds up those above. */
    MemoTable total(String... cells) {
        return row("total", cells);
    }

    /** A line across that names the rows below it. */
    MemoTable heading(String text) {
        html.open("tr", "class", "heading")
                .element("th", text, "class", "left", "colspan", String.valueOf(columns), "scope", "rowgroup")
                .close();
        return this;
    }

    void close() {
        html.close().close();
    }

    private MemoTable row(String css, String... cells) {
        html.open("tr", "class", css);
        for (int i = 0; i < cells.length; i++) {
            html.element("td", cells[i], "class", side(i));
        }
        html.close();
        return this;
    }

    private String side(int column) {
        return column < leftColumns ? "left" : "";
    }
}
