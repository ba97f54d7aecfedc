package org.deflator.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text. The first column names the row. A table too wide for the screen is set as several
 * below each other, each with the first column; columns of one group stay together.
 */
final class TextTable {
    private static final String GAP = "  ";

    /** A column; {@code group} is written above the columns that share it and may be empty. */
    record Column(String group, String title, boolean alignRight) {
        static Column text(String title) {
            return new Column("", title, false);
        }

        static Column number(String title) {
            return new Column("", title, true);
        }

        static Column number(String group, String title) {
            return new Column(group, title, true);
        }
    }

    private sealed interface Row {
        record Cells(List<String> texts) implements Row {}

        record Heading(String text) implements Row {}
    }

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with one text a column. */
    TextTable row(List<String> texts) {
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(texts.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row.Cells(List.copyOf(texts)));
        return this;
    }

    /** Adds a line that belongs to no column, set over the rows that follow. */
    TextTable heading(String text) {
        rows.add(new Row.Heading(text));
        return this;
    }

    /** The table in at most the terminal's width, as far as its widest group of columns allows. */
    String render(Terminal terminal) {
        StringBuilder out = new StringBuilder();
        for (List<Integer> panel : panels(terminal.width())) {
            out.append(out.isEmpty() ? "" : "\n");
            renderPanel(panel, terminal, out);
        }
        return out.toString();
    }

    private List<List<Integer>> panels(int width) {
        List<List<Integer>> panels = new ArrayList<>();
        List<Integer> panel = new ArrayList<>(List.of(0));
        for (int from = 1; from < columns.size();) {
            int to = groupEnd(from);
            List<Integer> wider = new ArrayList<>(panel);
            for (int column = from; column < to; column++) {
                wider.add(column);
            }
            if (panel.size() > 1 && totalWidth(wider) > width) {
                panels.add(panel);
                panel = new ArrayList<>(List.of(0));
            } else {
                panel = wider;
                from = to;
            }
        }
        panels.add(panel);
        return panels;
    }

    private int groupEnd(int from) {
        String group = columns.get(from).group();
        int to = from + 1;
        while (!group.isEmpty() && to < columns.size() && columns.get(to).group().equals(group)) {
            to++;
        }
        return to;
    }

    private int totalWidth(List<Integer> panel) {
        return panel.stream().mapToInt(this::columnWidth).sum() + GAP.length() * (panel.size() - 1);
    }

    private int columnWidth(int column) {
        int width = columns.get(column).title().length();
        for (Row row : rows) {
            if (row instanceof Row.Cells(List<String> texts)) {
                width = Math.max(width, texts.get(column).length());
            }
        }
        // The last column of a group makes room for the group's name.
        int end = groupEnd(groupStart(column));
        if (column == end - 1 && !columns.get(column).group().isEmpty()) {
            int others = 0;
            for (int other = groupStart(column); other < column; other++) {
                others += columnWidth(other) + GAP.length();
            }
            width = Math.max(width, columns.get(column).group().length() - others);
        }
        return width;
    }

    private int groupStart(int column) {
        String group = columns.get(column).group();
        int start = column;
        while (!group.isEmpty() && start > 0 && columns.get(start - 1).group().equals(group)) {
            start--;
        }
        return start;
    }

    private void renderPanel(List<Integer> panel, Terminal terminal, StringBuilder out) {
        String groups = groupLine(panel);
        if (!groups.isBlank()) {
            out.append(terminal.bold(groups)).append('\n');
        }
        out.append(terminal.bold(line(panel, columns.stream().map(Column::title).toList()))).append('\n');
        for (Row row : rows) {
            switch (row) {
                case Row.Heading(String text) -> out.append(terminal.bold(text)).append('\n');
                case Row.Cells(List<String> texts) -> out.append(line(panel, texts)).append('\n');
            }
        }
    }

    private String groupLine(List<Integer> panel) {
        StringBuilder line = new StringBuilder();
        int position = 0;
        for (int column : panel) {
            String group = columns.get(column).group();
            if (!group.isEmpty() && groupStart(column) == column) {
                line.append(" ".repeat(position - line.length())).append(group);
            }
            position += columnWidth(column) + GAP.length();
        }
        return line.toString();
    }

    private String line(List<Integer> panel, List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int column : panel) {
            String text = texts.get(column);
            String padding = " ".repeat(columnWidth(column) - text.length());
            line.append(line.isEmpty() && column == 0 ? "" : GAP);
            line.append(columns.get(column).alignRight() ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }
}
