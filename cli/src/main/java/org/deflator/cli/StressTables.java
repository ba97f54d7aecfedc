package org.deflator.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.PairedDifference;
import org.deflator.engine.study.StressResult;
import org.deflator.engine.study.StressResult.BorrowerResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases of a stress test as text, CSV and JSON. The first case is the base. */
record StressTables(List<StressResult> cases, String portfolio, RunPlan plan) {
    /** Borrowers named for each case on the screen. */
    private static final int MOVERS = 3;

    String text(Terminal terminal) {
        String years = cases.getFirst().pdMonths() % 12 == 0
                ? Numbers.count(cases.getFirst().pdMonths() / 12, "year")
                : Numbers.count(cases.getFirst().pdMonths(), "month");
        List<Column> columns = new ArrayList<>(List.of(Column.text("Case")));
        for (String group : List.of("Expected loss, USD m", "Loss, 99 % ES, USD m",
                "Debt in default in " + years)) {
            columns.add(Column.number(group, ""));
            columns.add(Column.number(group, "to base"));
            columns.add(Column.number(group, "+-"));
        }
        TextTable table = new TextTable(columns);
        for (StressResult result : cases) {
            boolean base = result.equals(cases.getFirst());
            List<String> row = new ArrayList<>(List.of(result.name()));
            amounts(result.expectedLossUsdM(), base, row);
            amounts(result.es99UsdM(), base, row);
            shares(result.defaultedShare(), base, row);
            table.row(row);
        }
        return terminal.bold(portfolio) + ": " + Numbers.count(plan.paths(), "path") + " of "
                + Numbers.count(plan.months(), "month") + ", seed " + plan.seed()
                + ", the same random numbers in each case\n\n" + table.render(terminal) + "\n"
                + Words.wrap(
                        "+-: standard error of the difference to the base, path by path. Debt in default:"
                                + " expected share of today's debt in payment default within " + years + ".",
                        terminal.width())
                + movers(terminal);
    }

    private String movers(Terminal terminal) {
        StringBuilder out = new StringBuilder("\n")
                .append(terminal.bold("Whose chance of default moves most")).append('\n');
        for (StressResult result : cases.subList(1, cases.size())) {
            List<String> moved = result.borrowers().entrySet().stream()
                    .filter(e -> Math.abs(e.getValue().pd().difference())
                            > 2 * e.getValue().pd().standardError())
                    .sorted(Comparator.comparingDouble(
                            (Map.Entry<String, BorrowerResult> e) -> -Math
                                    .abs(e.getValue().pd().difference())))
                    .limit(MOVERS).map(e -> mover(e.getKey(), e.getValue().pd())).toList();
            out.append(Words.wrap("  " + result.name() + ": "
                    + (moved.isEmpty() ? "nobody's, by more than two standard errors"
                            : String.join(", ", moved)),
                    terminal.width()));
        }
        return out.toString();
    }

    private String mover(String borrower, PairedDifference pd) {
        double before = Objects.requireNonNull(cases.getFirst().borrowers().get(borrower)).pd().value();
        return borrower + " " + Numbers.percent(before) + " to " + Numbers.percent(pd.value());
    }

    private static void amounts(PairedDifference figure, boolean base, List<String> row) {
        row.add(Numbers.amount(figure.value()));
        row.add(base ? "" : String.format(Locale.ROOT, "%+,.1f", figure.difference()));
        row.add(base ? "" : Numbers.amount(figure.standardError()));
    }

    private static void shares(PairedDifference figure, boolean base, List<String> row) {
        row.add(Numbers.percent(figure.value()));
        row.add(base ? "" : String.format(Locale.ROOT, "%+.1f%%", 100 * figure.difference()));
        row.add(base ? "" : Numbers.percent(figure.standardError()));
    }

    String csv() {
        StringBuilder out = new StringBuilder(
                Csv.line(List.of("case", "borrower", "metric", "value", "difference", "standard_error")));
        for (StressResult result : cases) {
            line(result, "", "expected_loss_usd_m", result.expectedLossUsdM(), out);
            line(result, "", "es99_usd_m", result.es99UsdM(), out);
            line(result, "", "defaulted_share_" + result.pdMonths() + "m", result.defaultedShare(), out);
            result.borrowers().forEach((id, own) -> {
                line(result, id, "pd_" + result.pdMonths() + "m", own.pd(), out);
                line(result, id, "expected_loss_usd_m", own.expectedLossUsdM(), out);
            });
        }
        return out.toString();
    }

    private static void line(StressResult result, String borrower, String metric, PairedDifference figure,
            StringBuilder out) {
        out.append(Csv.line(List.of(result.name(), borrower, metric, Double.toString(figure.value()),
                Double.toString(figure.difference()), Double.toString(figure.standardError()))));
    }

    String json() {
        ObjectNode root = Json.object();
        root.put("portfolio", portfolio);
        ObjectNode how = root.putObject("plan");
        how.put("paths", plan.paths()).put("months", plan.months()).put("seed", plan.seed());
        root.put("pd_months", cases.getFirst().pdMonths());
        ArrayNode list = root.putArray("cases");
        for (StressResult result : cases) {
            ObjectNode node = list.addObject().put("case", result.name());
            figure(node, "expected_loss_usd_m", result.expectedLossUsdM());
            figure(node, "es99_usd_m", result.es99UsdM());
            figure(node, "defaulted_share", result.defaultedShare());
            ArrayNode borrowers = node.putArray("borrowers");
            result.borrowers().forEach((id, own) -> {
                ObjectNode one = borrowers.addObject().put("borrower", id);
                figure(one, "pd", own.pd());
                figure(one, "expected_loss_usd_m", own.expectedLossUsdM());
            });
        }
        return Json.text(root);
    }

    private static void figure(ObjectNode node, String name, PairedDifference figure) {
        ObjectNode own = node.putObject(name).put("value", figure.value());
        own.put("difference", figure.difference());
        if (Double.isFinite(figure.standardError())) {
            own.put("standard_error", figure.standardError());
        } else {
            own.putNull("standard_error");
        }
    }
}
