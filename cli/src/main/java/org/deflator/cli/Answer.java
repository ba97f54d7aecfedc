package org.deflator.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.data.store.RunQuery.AnswerColumn;
import org.deflator.data.store.RunQuery.RowSink;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a query in one of its forms. */
sealed interface Answer extends RowSink {
    /** What remains to be printed once all rows are in. */
    String text();

    /** A table for the eye: numbers rounded, not more rows than a reader asked for. */
    final class AsText implements Answer {
        private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
        private static final double CENTS_FROM = 1000;

        private final Terminal terminal;
        private final int most;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private long count;

        AsText(Terminal terminal, int most) {
            this.terminal = terminal;
            this.most = most;
        }

        @Override
        public void columns(List<AnswerColumn> given) {
            given.forEach(
                    each -> columns
                            .add(each.number() ? Column.number(each.name()) : Column.text(each.name())));
        }

        @Override
        public void row(List<Optional<Object>> values) {
            if (count++ < most) {
                rows.add(values.stream().map(value -> value.map(AsText::cell).orElse(Numbers.NONE)).toList());
            }
        }

        @Override
        public String text() {
            TextTable table = new TextTable(columns);
            rows.forEach(table::row);
            String more = count > most
                    ? Numbers.count(count - most, "more row") + "; see them with --rows, --csv or --json\n"
                    : "";
            return (rows.isEmpty() ? "no rows\n" : table.render(terminal)) + more;
        }

        /** Six digits, or cents where six digits would lose them. */
        private static String cell(Object value) {
            return switch (value) {
                case Double number when Double.isFinite(number) -> Math.abs(number) >= CENTS_FROM
                        ? BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
                        : plain(new BigDecimal(number).round(SIX_DIGITS));
                default -> value.toString();
            };
        }

        private static String plain(BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            return shortest.scale() > 10 ? shortest.toString() : shortest.toPlainString();
        }
    }

    /** Comma-separated values, written as they come; null is an empty cell. */
    final class AsCsv implements Answer {
        private final PrintWriter out;

        AsCsv(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void columns(List<AnswerColumn> given) {
            out.print(Csv.line(given.stream().map(AnswerColumn::name).toList()));
        }

        @Override
        public void row(List<Optional<Object>> values) {
            out.print(
                    Csv.line(values.stream().map(value -> value.map(Object::toString).orElse("")).toList()));
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** {@code columns} and {@code rows}, each row a list in the order of the columns. */
    final class AsJson implements Answer {
        private final ObjectNode root = Json.object();
        private final ArrayNode columns = root.putArray("columns");
        private final ArrayNode rows = root.putArray("rows");

        @Override
        public void columns(List<AnswerColumn> given) {
            given.forEach(each -> columns.add(each.name()));
        }

        @Override
        public void row(List<Optional<Object>> values) {
            ArrayNode row = rows.addArray();
            values.forEach(value -> add(row, value));
        }

        private static void add(ArrayNode row, Optional<Object> value) {
            switch (value.orElse("")) {
                case Double number when !Double.isFinite(number) -> row.addNull();
                case Double number -> row.add(number);
                case Float number -> row.add(number);
                case BigDecimal number -> row.add(number);
                case BigInteger number -> row.add(number);
                case Number number -> row.add(number.longValue());
                case Object other when value.isPresent() -> row.add(other.toString());
                case Object _ -> row.addNull();
            }
        }

        @Override
        public String text() {
            return Json.text(root);
        }
    }
}
