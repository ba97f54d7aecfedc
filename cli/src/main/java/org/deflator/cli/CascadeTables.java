package org.deflator.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.Amplification;
import org.deflator.engine.study.DominoMatrix;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What contagion does to a book, as text and JSON.
 *
 * @param portfolio the book
 * @param plan how it was simulated
 * @param pdMonths months within which a default counts
 * @param channels amplification by each channel alone, and last by all
 * @param depthMultiples depths tried, as multiples of today's
 * @param depths amplification by all channels at these depths
 * @param dominoes who pulls down whom
 */
record CascadeTables(String portfolio, RunPlan plan, int pdMonths, List<Amplification> channels,
        List<Double> depthMultiples, List<Amplification> depths, DominoMatrix dominoes) {
    private static final int SHOWN = 8;
    private static final int VICTIMS = 3;
    /** A change of a chance below this is not worth a name. */
    private static final double LEAST_RAISED = 0.005;

    String text(Terminal terminal) {
        StringBuilder out = new StringBuilder();
        out.append(terminal.bold(portfolio)).append(": ").append(Numbers.count(plan.paths(), "path"))
                .append(" of ")
                .append(Numbers.count(plan.months(), "month")).append(", seed ").append(plan.seed())
                .append(", the same random numbers in each case\n\n");
        TextTable amplification = new TextTable(columns("Channels that are on"));
        channels.forEach(each -> amplification.row(row(each.name(), each)));
        out.append(amplification.render(terminal)).append('\n');
        TextTable curve = new TextTable(columns("Depth of the market, all channels"));
        for (int d = 0; d < depths.size(); d++) {
            curve.row(
                    row(String.format(Locale.ROOT, "%.2f of today's", depthMultiples.get(d)), depths.get(d)));
        }
        out.append(curve.render(terminal)).append('\n');
        TextTable pulls = new TextTable(List.of(Column.text("Let fall in the first month"),
                Column.number("Pulls down", "in its group"), Column.number("Pulls down", "outside"),
                Column.text("whose chance of default rises most")));
        order().limit(SHOWN).forEach(i -> pulls.row(List.of(dominoes.borrowers().get(i),
                String.format(Locale.ROOT, "%.2f", dominoes.pullsDownInGroup(i)),
                String.format(Locale.ROOT, "%.2f", dominoes.pullsDownOutside(i)), victims(i))));
        out.append(pulls.render(terminal)).append('\n');
        out.append(Words.wrap(finding(), terminal.width()));
        out.append('\n')
                .append(Words.wrap("A: losses with these channels over losses without any; +-: its standard"
                        + " error. R: further defaults that a default brings on average, 1 - D0/D, D borrowers in default"
                        + " within " + Numbers.count(pdMonths, "month")
                        + ". Pulls down: expected number of others.",
                        terminal.width()));
        return out.toString();
    }

    private static List<Column> columns(String first) {
        return List.of(Column.text(first), Column.number("Expected loss", "A"),
                Column.number("Expected loss", "+-"),
                Column.number("99 % ES", "A"), Column.number("99 % ES", "+-"), Column.number("R"));
    }

    private static List<String> row(String name, Amplification of) {
        return List.of(name, ratio(of.mean()), ratio(of.meanError()), ratio(of.shortfall()),
                ratio(of.shortfallError()), ratio(of.reproduction()));
    }

    private static String ratio(double x) {
        return Double.isNaN(x) ? Numbers.NONE : String.format(Locale.ROOT, "%.3f", x);
    }

    private java.util.stream.Stream<Integer> order() {
        return IntStream.range(0, dominoes.borrowers().size()).boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -dominoes.pullsDownInGroup(i) - dominoes.pullsDownOutside(i)));
    }

    private String victims(int i) {
        List<String> named = IntStream.range(0, dominoes.borrowers().size()).boxed()
                .filter(j -> dominoes.raised(i, j) >= LEAST_RAISED)
                .sorted(Comparator.comparingDouble((Integer j) -> -dominoes.raised(i, j))).limit(VICTIMS)
                .map(j -> String.format(Locale.ROOT, "%s +%.1f points", dominoes.borrowers().get(j),
                        100 * dominoes.raised(i, j)))
                .toList();
        return named.isEmpty() ? "nobody's by half a point" : String.join(", ", named);
    }

    private String finding() {
        Amplification all = channels.getLast();
        double added = all.mean() - 1;
        boolean told = Math.abs(added) > 2 * all.meanError();
        String losses = told
                ? String.format(Locale.ROOT, "Contagion %s expected losses by %.1f %%.",
                        added > 0 ? "raises" : "lowers", 100 * Math.abs(added))
                : "What contagion does to expected losses is within two standard errors of nothing.";
        double number = dominoes.reproductionNumber();
        return losses + String.format(Locale.ROOT,
                " Reproduction number %.2f, between groups %.2f: %s", number,
                dominoes.reproductionBetweenGroups(),
                number < 1 ? "a fall dies out, defaults do not cascade through this book."
                        : "a fall brings more than one other, the book is beyond the critical line.");
    }

    String json() {
        ObjectNode node = Json.object();
        node.put("portfolio", portfolio).put("paths", plan.paths()).put("months", plan.months())
                .put("seed", plan.seed()).put("default_within_months", pdMonths);
        amplifications(node.putArray("channels"), channels);
        amplifications(node.putArray("depths"), depths);
        for (int d = 0; d < depths.size(); d++) {
            ((ObjectNode) node.get("depths").get(d)).put("depth_multiple", depthMultiples.get(d));
        }
        node.put("reproduction_number", dominoes.reproductionNumber())
                .put("reproduction_between_groups", dominoes.reproductionBetweenGroups());
        ArrayNode matrix = node.putArray("dominoes");
        for (int i = 0; i < dominoes.borrowers().size(); i++) {
            ObjectNode fall = matrix.addObject().put("falls", dominoes.borrowers().get(i))
                    .put("pulls_down_in_group", dominoes.pullsDownInGroup(i))
                    .put("pulls_down_outside", dominoes.pullsDownOutside(i));
            ObjectNode others = fall.putObject("raises_default_probability");
            for (int j = 0; j < dominoes.borrowers().size(); j++) {
                others.put(dominoes.borrowers().get(j), dominoes.raised(i, j));
            }
        }
        return Json.text(node);
    }

    private static void amplifications(ArrayNode into, List<Amplification> all) {
        for (Amplification each : all) {
            ObjectNode node = into.addObject().put("channels", each.name());
            number(node, "amplification_mean", each.mean());
            number(node, "amplification_mean_se", each.meanError());
            number(node, "amplification_es99", each.shortfall());
            number(node, "amplification_es99_se", each.shortfallError());
            number(node, "reproduction", each.reproduction());
        }
    }

    private static void number(ObjectNode node, String key, double value) {
        if (Double.isNaN(value)) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }
}
