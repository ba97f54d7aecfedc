package org.deflator.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.cli.CashAccount.Section;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.LedgerRow;
import org.deflator.model.base.Timeline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cash ledger as an analyst lays it out: accounts down, periods across; revenue and costs down to the cash flow
 * available for debt service (CFADS), debt service by instrument, the rest, and the net change of cash at the foot.
 * Inflows are positive. Amounts below one dollar are rounding and left out.
 *
 * @param periods names of the columns
 * @param usdByAccount amounts by account in the order of the table, one a period, USD
 */
record CashflowTable(List<String> periods, SequencedMap<CashAccount, double[]> usdByAccount) {
    private static final String NET = "net change of cash";
    private static final double SMALLEST_USD = 1;
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
        SortedMap<CashAccount, double[]> accounts = new TreeMap<>(CashAccount.order());
        for (LedgerRow row : ledger) {
            if (row.borrower().equals(borrower) && row.month() < timeline.months()) {
                double[] usd = accounts.computeIfAbsent(CashAccount.of(row.account()),
                        account -> new double[columns.size()]);
                usd[columnOfMonth[row.month()]] += row.usd();
            }
        }
        SequencedMap<CashAccount, double[]> kept = new LinkedHashMap<>();
        accounts.forEach((account, usd) -> {
            double[] whole =
                    Arrays.stream(usd).map(each -> Math.abs(each) < SMALLEST_USD ? 0 : each).toArray();
            if (Arrays.stream(whole).anyMatch(each -> each != 0)) {
                kept.put(account, whole);
            }
        });
        return new CashflowTable(List.copyOf(columns.keySet()), kept);
    }

    /** Sum over the accounts of {@code sections}, one a period, USD. */
    double[] sumUsd(Set<Section> sections) {
        double[] sum = new double[periods.size()];
        usdByAccount.forEach((account, usd) -> {
            for (int i = 0; i < sum.length && sections.contains(account.section()); i++) {
                sum[i] += usd[i];
            }
        });
        return sum;
    }

    /** Sum over all accounts, one a period, USD. */
    double[] netUsd() {
        return sumUsd(EnumSet.allOf(Section.class));
    }

    /** The sum that closes {@code section}: EBITDA and CFADS run on from the top, debt service stands alone. */
    private double[] totalUsd(Section section) {
        return sumUsd(section == Section.DEBT_SERVICE
                ? EnumSet.of(section)
                : EnumSet.range(Section.OPERATIONS, section));
    }

    private List<CashAccount> accountsOf(Section section) {
        return usdByAccount.keySet().stream().filter(account -> account.section() == section).toList();
    }

    private double[] usd(CashAccount account) {
        return usdByAccount.getOrDefault(account, new double[periods.size()]);
    }

    /** In USD millions, for the screen. */
    String text(Terminal terminal) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("USD m")));
        periods.forEach(period -> columns.add(Column.number(period)));
        TextTable table = new TextTable(columns);
        for (Section section : Section.values()) {
            List<CashAccount> accounts = accountsOf(section);
            if (accounts.isEmpty() && section != Section.MAINTENANCE) {
                continue;
            }
            if (!section.title().isEmpty()) {
                table.heading(section.title());
            }
            accounts.forEach(account -> table.row(millions("  " + account.name(), usd(account))));
            if (!section.total().isEmpty()) {
                table.row(millions(section.total(), totalUsd(section)));
            }
        }
        return table.row(millions(NET, netUsd())).render(terminal);
    }

    /** In USD, for a spreadsheet; sums have no section. */
    String csv() {
        StringBuilder out =
                new StringBuilder("section,account,").append(String.join(",", periods)).append('\n');
        for (Section section : Section.values()) {
            accountsOf(section)
                    .forEach(account -> csvLine(key(section), account.name(), usd(account), out));
            if (!section.total().isEmpty()) {
                csvLine("", section.total(), totalUsd(section), out);
            }
        }
        csvLine("", NET, netUsd(), out);
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
            node.put("section", key(account.section()));
            node.put("account", account.name());
            Json.put(node, "usd", usd);
        });
        Json.put(root, "ebitda_usd", totalUsd(Section.OPERATIONS));
        Json.put(root, "cfads_usd", totalUsd(Section.MAINTENANCE));
        Json.put(root, "debt_service_usd", totalUsd(Section.DEBT_SERVICE));
        Json.put(root, "net_cash_usd", netUsd());
        return Json.text(root);
    }

    private static String key(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> millions(String account, double[] usd) {
        List<String> cells = new ArrayList<>(List.of(account));
        Arrays.stream(usd).mapToObj(each -> each == 0 ? Numbers.NONE : Numbers.amount(each / USD_PER_MILLION))
                .forEach(cells::add);
        return cells;
    }

    private static void csvLine(String section, String account, double[] usd, StringBuilder out) {
        List<String> cells = new ArrayList<>(List.of(section, account));
        Arrays.stream(usd).mapToObj(String::valueOf).forEach(cells::add);
        out.append(Csv.line(cells));
    }
}
