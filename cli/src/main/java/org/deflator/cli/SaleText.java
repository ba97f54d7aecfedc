package org.deflator.cli;

import java.util.ArrayList;
import java.util.List;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.distress.SalePlan;
import org.deflator.engine.distress.SaleTerms;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code liquidate} says. */
final class SaleText {
    private SaleText() {}

    static String render(String gpu, List<SaleTrial> trials, Terminal terminal) {
        SaleTerms terms = trials.getFirst().terms();
        double markUsdM = terms.units() * terms.markUsd() / 1e6;
        String head = terminal.bold(Numbers.count(terms.units()) + " " + gpu) + " at USD "
                + Numbers.count(terms.markUsd()) + ": mark USD " + Numbers.amount(markUsdM)
                + " m, prices falling "
                + Numbers.percent(1 - Math.exp(-terms.declineLogPerYear())) + " a year, first sale after "
                + Numbers.count(terms.lagMonths(), "month")
                + (terms.costShare() == 0 ? ", before legal and estate costs" : "");
        return Words.wrap(head, terminal.width()) + "\n" + regimes(trials).render(terminal) + "\n"
                + curve(trials).render(terminal) + "\n" + months(trials).render(terminal);
    }

    private static TextTable regimes(List<SaleTrial> trials) {
        TextTable table = new TextTable(columns("", trials));
        row(table, "depth, cards a month", trials,
                trial -> Numbers.count(trial.terms().depth().unitsPerMonth()));
        row(table, "resilience a month", trials,
                trial -> Numbers.fraction(trial.terms().depth().resiliencePerMonth()));
        row(table, "price floor", trials, trial -> Numbers.fraction(trial.terms().depth().priceFloor()));
        row(table, "months of selling", trials, trial -> Numbers.count(trial.plan().months()));
        row(table, "net proceeds, USD m", trials,
                trial -> Numbers.amount(trial.plan().netProceedsUsd() / 1e6));
        row(table, "recovery / mark", trials, trial -> Numbers.fraction(trial.plan().recoveryOverMark()));
        row(table, "liquidation LTV at 70% stated", trials, trial -> Numbers.percent(trial.liquidationLtv()));
        return table;
    }

    private static TextTable curve(List<SaleTrial> trials) {
        TextTable table = new TextTable(columns("recovery / mark by depth", trials));
        for (int i = 0; i < SaleTrial.DEPTH_MULTIPLES.size(); i++) {
            int index = i;
            row(table, "depth x " + SaleTrial.DEPTH_MULTIPLES.get(i), trials,
                    trial -> Numbers.fraction(trial.curve().get(index).recoveryOverMark()));
        }
        return table;
    }

    private static TextTable months(List<SaleTrial> trials) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("month")));
        int longest = 0;
        for (SaleTrial trial : trials) {
            columns.add(Column.number(trial.regime().label(), "sold"));
            columns.add(Column.number(trial.regime().label(), "price"));
            columns.add(Column.number(trial.regime().label(), "net USD m"));
            longest = Math.max(longest, trial.plan().rows().size());
        }
        TextTable table = new TextTable(columns);
        for (int month = 0; month < longest; month++) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(month + 1)));
            for (SaleTrial trial : trials) {
                cells.addAll(month < trial.plan().rows().size()
                        ? month(trial.plan().rows().get(month))
                        : List.of(Numbers.NONE, Numbers.NONE, Numbers.NONE));
            }
            table.row(cells);
        }
        return table;
    }

    private static List<String> month(SalePlan.Month month) {
        return List.of(Numbers.count(month.soldUnits()),
                month.soldUnits() > 0 ? Numbers.percent(month.averageFactor()) : Numbers.NONE,
                Numbers.amount(month.discountedNetUsd() / 1e6));
    }

    private interface Cell {
        String of(SaleTrial trial);
    }

    private static List<Column> columns(String title, List<SaleTrial> trials) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(title)));
        trials.forEach(trial -> columns.add(Column.number(trial.regime().label())));
        return columns;
    }

    private static void row(TextTable table, String name, List<SaleTrial> trials, Cell cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        trials.forEach(trial -> cells.add(cell.of(trial)));
        table.row(cells);
    }

    static String json(String gpu, List<SaleTrial> trials) {
        SaleTerms terms = trials.getFirst().terms();
        ObjectNode root = Json.object();
        root.put("gpu", gpu);
        Json.put(root, "units", terms.units());
        Json.put(root, "mark_usd", terms.markUsd());
        Json.put(root, "decline_log_per_year", terms.declineLogPerYear());
        root.put("lag_months", terms.lagMonths());
        Json.put(root, "carry_usd_per_gpu_month", terms.carryUsdPerGpuMonth());
        Json.put(root, "deinstall_usd_per_gpu", terms.deinstallUsdPerGpu());
        Json.put(root, "yield_loss", terms.yieldLoss());
        Json.put(root, "cost_share", terms.costShare());
        Json.put(root, "funding_rate", terms.fundingRate());
        ArrayNode regimes = root.putArray("regimes");
        trials.forEach(trial -> json(trial, regimes.addObject()));
        return Json.text(root);
    }

    private static void json(SaleTrial trial, ObjectNode node) {
        node.put("regime", trial.regime().label());
        Json.put(node, "depth_units_per_month", trial.terms().depth().unitsPerMonth());
        Json.put(node, "resilience_per_month", trial.terms().depth().resiliencePerMonth());
        Json.put(node, "price_floor", trial.terms().depth().priceFloor());
        node.put("sale_months", trial.plan().months());
        Json.put(node, "net_proceeds_usd", trial.plan().netProceedsUsd());
        Json.put(node, "recovery_over_mark", trial.plan().recoveryOverMark());
        Json.put(node, "liquidation_ltv_at_70_pct_stated", trial.liquidationLtv());
        ArrayNode curve = node.putArray("curve");
        for (int i = 0; i < trial.curve().size(); i++) {
            ObjectNode point = curve.addObject();
            Json.put(point, "depth_multiple", SaleTrial.DEPTH_MULTIPLES.get(i));
            point.put("sale_months", trial.curve().get(i).months());
            Json.put(point, "recovery_over_mark", trial.curve().get(i).recoveryOverMark());
        }
        ArrayNode months = node.putArray("months");
        for (SalePlan.Month month : trial.plan().rows()) {
            ObjectNode row = months.addObject();
            row.put("month", month.month() + 1);
            Json.put(row, "sold_units", month.soldUnits());
            Json.put(row, "average_price_factor", month.averageFactor());
            Json.put(row, "gross_usd", month.grossUsd());
            Json.put(row, "costs_usd", month.costsUsd());
            Json.put(row, "discounted_net_usd", month.discountedNetUsd());
        }
    }
}
