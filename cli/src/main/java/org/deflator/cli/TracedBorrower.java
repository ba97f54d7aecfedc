package org.deflator.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to a borrower on one path, between two months. Opening and closing cash are what the simulation
 * holds on all accounts of the borrower, free, restricted and reserved; the movements between them come from the
 * ledger.
 *
 * @param borrower the borrower
 * @param trace the path
 * @param timeline months of the run
 * @param from first month told, index
 * @param to last month told, index
 */
record TracedBorrower(Borrower borrower, PathTrace trace, Timeline timeline, int from, int to) {
    private static final String OPENING = "opening cash";
    private static final String CLOSING = "closing cash";

    /** Amounts by account and month told, USD, in the order of an income statement. */
    SortedMap<CashAccount, double[]> movementsUsd() {
        SortedMap<CashAccount, double[]> accounts = new TreeMap<>(CashAccount.order());
        for (LedgerRow row : trace.ledger()) {
            if (row.borrower().equals(borrower.id()) && row.month() >= from && row.month() <= to) {
                accounts.computeIfAbsent(CashAccount.of(row.account()), _ -> new double[to - from + 1])[row
                        .month() - from] += row.usd();
            }
        }
        return accounts;
    }

    /** Cash at the start of each month told, USD. */
    double[] openingUsd() {
        return Arrays.copyOfRange(cashUsd(), from, to + 1);
    }

    /** Cash at the end of each month told, USD. */
    double[] closingUsd() {
        return Arrays.copyOfRange(cashUsd(), from + 1, to + 2);
    }

    private double[] cashUsd() {
        return Objects.requireNonNull(trace.cashUsd().get(borrower.id()), borrower.id());
    }

    private List<String> months() {
        return IntStream.rangeClosed(from, to).mapToObj(month -> timeline.yearMonth(month).toString())
                .toList();
    }

    /** Tests of its instruments in the months told. */
    List<TestRow> tests() {
        Set<String> own = borrower.debt().stream().map(Instrument::id).collect(Collectors.toSet());
        return trace.tests().stream().filter(test -> own.contains(test.instrument()))
                .filter(test -> test.month() >= from && test.month() <= to).toList();
    }

    private Optional<CascadeRow> fall() {
        return trace.falls().stream().filter(each -> each.borrower().equals(borrower.id())).findFirst();
    }

    /** For the screen, in dollars. */
    String text(Terminal terminal) {
        StringBuilder out = new StringBuilder();
        out.append(terminal.bold(borrower.name())).append(", path ").append(trace.path()).append(", ")
                .append(timeline.yearMonth(from)).append(" to ").append(timeline.yearMonth(to))
                .append(to - from + 1 < timeline.months()
                        ? " (the run goes from " + timeline.yearMonth(0) + " to "
                                + timeline.yearMonth(timeline.months() - 1) + ")"
                        : "")
                .append("\n").append(fallSentence()).append("\n\n");
        List<Column> columns = new ArrayList<>(List.of(Column.text("USD")));
        months().forEach(month -> columns.add(Column.number(month)));
        TextTable table = new TextTable(columns).row(dollars(OPENING, openingUsd()));
        movementsUsd().forEach((account, usd) -> table.row(dollars("  " + account.name(), usd)));
        out.append(table.row(dollars(CLOSING, closingUsd())).render(terminal));
        out.append(
                "Cash on all accounts: free, restricted, reserves. Rounded to dollars; --csv has all"
                        + " digits.\n");
        return out.append(testsText(terminal)).toString();
    }

    private String fallSentence() {
        return fall().map(fall -> "Defaults in " + timeline.yearMonth(fall.month()) + ": " + fall.cause()
                + (fall.round() == 0 ? "" : ", pulled down by prices in round " + fall.round()))
                .orElse("Does not default.");
    }

    private String testsText(Terminal terminal) {
        if (tests().isEmpty()) {
            return "\nNo covenant test in these months.\n";
        }
        TextTable table = new TextTable(List.of(Column.text("covenant test"), Column.text("instrument"),
                Column.text("covenant"), Column.number("ratio"), Column.number("threshold"),
                Column.number("headroom"), Column.text("effect")));
        for (TestRow test : tests()) {
            table.row(List.of(timeline.end(test.month()).toString(), test.instrument(), test.covenant(),
                    measured(test.ratio()), measured(test.threshold()), measured(test.headroom()),
                    test.effect()));
        }
        return "\n" + table.render(terminal);
    }

    /** A ratio with four decimals; an amount in dollars. */
    private static String measured(double value) {
        return Math.abs(value) < 1000 ? String.format(Locale.ROOT, "%.4f", value) : Numbers.count(value);
    }

    private static List<String> dollars(String name, double[] usd) {
        List<String> cells = new ArrayList<>(List.of(name));
        Arrays.stream(usd).mapToObj(each -> each == 0 ? Numbers.NONE : Numbers.count(each))
                .forEach(cells::add);
        return cells;
    }

    /** For a spreadsheet, in USD with all digits. */
    String csv() {
        StringBuilder out = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("section", "account"));
        head.addAll(months());
        out.append(Csv.line(head)).append(csvLine("", OPENING, openingUsd()));
        movementsUsd().forEach((account, usd) -> out.append(csvLine(section(account), account.name(), usd)));
        return out.append(csvLine("", CLOSING, closingUsd())).toString();
    }

    private static String csvLine(String section, String name, double[] usd) {
        List<String> cells = new ArrayList<>(List.of(section, name));
        DoubleStream.of(usd).mapToObj(String::valueOf).forEach(cells::add);
        return Csv.line(cells);
    }

    private static String section(CashAccount account) {
        return account.section().name().toLowerCase(Locale.ROOT);
    }

    /** In USD, tests included. */
    String json() {
        ObjectNode root = Json.object();
        root.put("borrower", borrower.id());
        root.put("path", trace.path());
        fall().ifPresentOrElse(fall -> root.putObject("default")
                .put("month", timeline.yearMonth(fall.month()).toString()).put("cause", fall.cause())
                .put("round", fall.round()), () -> root.putNull("default"));
        ArrayNode months = root.putArray("months");
        months().forEach(months::add);
        Json.put(root, "opening_usd", openingUsd());
        ArrayNode accounts = root.putArray("accounts");
        for (Map.Entry<CashAccount, double[]> each : movementsUsd().entrySet()) {
            ObjectNode node = accounts.addObject();
            node.put("section", section(each.getKey())).put("account", each.getKey().name());
            Json.put(node, "usd", each.getValue());
        }
        Json.put(root, "closing_usd", closingUsd());
        ArrayNode tests = root.putArray("tests");
        for (TestRow test : tests()) {
            ObjectNode node = tests.addObject();
            node.put("date", timeline.end(test.month()).toString()).put("instrument", test.instrument())
                    .put("covenant", test.covenant());
            Json.put(node, "ratio", test.ratio());
            Json.put(node, "threshold", test.threshold());
            Json.put(node, "headroom", test.headroom());
            node.put("effect", test.effect());
        }
        return Json.text(root);
    }
}
