package org.deflator.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.LedgerRow;
import org.deflator.model.base.Timeline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cash ledger as an analyst lays it out: accounts down, periods across, net cash at the foot. Inflows are
 * positive.
 *
 * @param periods names of the columns
 * @param usdByAccount amounts by account in order of first appearance, one a period, USD
 */
record CashflowTable(List<String> periods, SequencedMap<String, double[]> usdByAccount) {
    private static final double USD_PER_MILLION = 1e6;

    /** Length of a column. */
    enum Period {
        MONTH, QUARTER, YEAR;

        private String name(YearMonth month) {
            return switch (this) {
                case MONTH -> month.toString();
                case QUARTER -> month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
                case YEAR -> String.valueOf(month.getYear());
            };
        }
    }

    /** The rows of {@code borrower} in the months of {@code timeline}. */
    static CashflowTable of(List<LedgerRow> ledger, String borrower, Timeline timeline, Period period) {
        SequencedMap<String, Integer> columns = new LinkedHashMap<>();
        int[] columnOfMonth = new int[timeline.months()];
        for (int month = 0; month < timeline.months(); month++) {
            int next = columns.size();
            columnOfMonth[month] =
                    columns.computeIfAbsent(period.name(timeline.yearMonth(month)), name -> next);
        }
        SequencedMap<String, double[]> accounts = new LinkedHashMap<>();
        for (LedgerRow row : ledger) {
            if (row.borrower().equals(borrower) && row.month() < timeline.months()) {
                double[] usd = accounts.computeIfAbsent(row.account(), account -> new double[columns.size()]);
                usd[columnOfMonth[row.month()]] += row.usd();
            }
        }
        return new CashflowTable(List.copyOf(columns.keySet()), accounts);
    }

    /** Sum over accounts, one a period, USD. */
    double[] netUsd() {
        double[] net = new double[periods.size()];
        for (double[] usd : usdByAccount.values()) {
            for (int i = 0; i < net.length; i++) {
                net[i] += usd[i];
            }
        }
        return net;
    }

    /** In USD millions, for the screen. */
    String text(Terminal terminal) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("USD m")));
        periods.forEach(period -> columns.add(Column.number(period)));
        TextTable table = new TextTable(columns);
        usdByAccount.forEach((account, usd) -> table.row(millions(account, usd)));
        return table.row(millions("net cash", netUsd())).render(terminal);
    }

    /** In USD, for a spreadsheet. */
    String csv() {
        StringBuilder out = new StringBuilder("account,").append(String.join(",", periods)).append('\n');
        for (Map.Entry<String, double[]> account : usdByAccount.entrySet()) {
            csvLine(account.getKey(), account.getValue(), out);
        }
        csvLine("net cash", netUsd(), out);
        return out.toString();
    }

    /** In USD. */
    String json(String borrower) {
        ObjectNode root = Json.object();
        root.put("borrower", borrower);
        ArrayNode names = root.putArray("periods");
        periods.forEach(names::add);
        ArrayNode accounts = root.putArray("accounts");
        usdByAccount.forEach((account, usd) -> {
            ObjectNode node = accounts.addObject();
            node.put("account", account);
            Json.put(node, "usd", usd);
        });
        Json.put(root, "net_cash_usd", netUsd());
        return Json.text(root);
    }

    private static List<String> millions(String account, double[] usd) {
        List<String> cells = new ArrayList<>(List.of(account));
        Arrays.stream(usd).mapToObj(each -> each == 0 ? Numbers.NONE : Numbers.amount(each / USD_PER_MILLION))
                .forEach(cells::add);
        return cells;
    }

    private static void csvLine(String account, double[] usd, StringBuilder out) {
        boolean quote = account.contains(",") || account.contains("\"");
        out.append(quote ? '"' + account.replace("\"", "\"\"") + '"' : account);
        for (double each : usd) {
            out.append(',').append(each);
        }
        out.append('\n');
    }
}
