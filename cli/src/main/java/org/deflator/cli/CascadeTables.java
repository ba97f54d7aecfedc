package org.deflator.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.Amplification;
import org.deflator.engine.study.Amplification.Factor;
import org.deflator.engine.study.Reproduction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What contagion does to a book, as text and JSON.
 *
 * @param portfolio id of the book
 * @param plan how each case was run
 * @param cases with channels open, each over the same paths with none; the first has all
 * @param cells with all channels over none, by debts and depth of the market for used cards
 */
record CascadeTables(String portfolio, RunPlan plan, List<Case> cases, List<Cell> cells) {
    /** Some channels open. */
    record Case(String name, Amplification amplification, Reproduction reproduction) {}

    /** All channels open in a market {@code depth} times as deep and with {@code leverage} times the debts. */
    record Cell(double leverage, double depth, Case figures) {}

    String text(Terminal terminal) {
        List<Column> figures = List.of(Column.number("Expected loss", "times"),
                Column.number("Expected loss", "+-"), Column.number("Loss, 99 % ES", "times"),
                Column.number("Loss, 99 % ES", "+-"), Column.number("Falls", "times"),
                Column.number("Falls", "+-"), Column.number("Within the month", "R0"),
                Column.number("Within the month", "rounds"));
        TextTable channels = new TextTable(with(List.of(Column.text("Channels open")), figures));
        cases.forEach(c -> channels.row(with(List.of(c.name()), row(c))));
        TextTable curve =
                new TextTable(with(List.of(Column.text("Debts"), Column.number("Depth")), figures));
        cells.forEach(cell -> curve.row(with(List.of(multiple(cell.leverage()), multiple(cell.depth())),
                row(cell.figures()))));
        return terminal.bold(portfolio) + ": " + Numbers.count(plan.paths(), "path") + " of "
                + Numbers.count(plan.months(), "month") + ", seed " + plan.seed()
                + ", the same random numbers in each case\n\n"
                + terminal.bold("Figures over those without contagion") + "\n" + channels.render(terminal)
                + "\n"
                + terminal.bold("All channels, by today's debts and depth of the market for used cards")
                + "\n"
                + curve.render(terminal) + "\n" + Words.wrap(findings(), terminal.width()) + "\n"
                + Words.wrap("+-: standard error, path by path. R0: spectral radius of how many falls of"
                        + " each borrower a fall of each causes within its month by the price of cards; above"
                        + " 1 a cascade grows from round to round. Rounds: most of any month.",
                        terminal.width());
    }

    private static <T> List<T> with(List<T> first, List<T> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static String multiple(double multiple) {
        return String.format(Locale.ROOT, "x %.2f", multiple);
    }

    private static List<String> row(Case c) {
        Amplification a = c.amplification();
        return List.of(Numbers.fraction(a.expectedLoss().value()),
                Numbers.fraction(a.expectedLoss().standardError()), Numbers.fraction(a.es99().value()),
                Numbers.fraction(a.es99().standardError()), Numbers.fraction(a.falls().value()),
                Numbers.fraction(a.falls().standardError()), Numbers.fraction(c.reproduction().number()),
                Integer.toString(c.reproduction().deepest()));
    }

    private String findings() {
        Case all = cases.getFirst();
        Case most = cases.stream().filter(c -> c.name().endsWith(CascadeCommand.ALONE))
                .max(Comparator.comparingDouble(c -> c.amplification().expectedLoss().value()))
                .orElse(all);
        double caused = 1 - 1 / all.amplification().falls().value();
        String beyond = cells.stream().filter(cell -> cell.figures().reproduction().number() >= 1)
                .map(cell -> "debts " + multiple(cell.leverage()) + " and depth " + multiple(cell.depth()))
                .collect(Collectors.joining("; "));
        String critical = beyond.isEmpty()
                ? "R0 stays below 1 in every market here: within a month a cascade dies out."
                : "R0 is 1 or more at " + beyond + ".";
        return "Contagion makes the expected loss " + change(all.amplification().expectedLoss())
                + " and the loss of the worst 1 % of paths " + change(all.amplification().es99())
                + "; of 100 falls it causes "
                + String.format(Locale.ROOT, "%.1f", 100 * caused)
                + ". Alone, the channel that adds most is " + most.name().replace(CascadeCommand.ALONE, "")
                + " ("
                + change(most.amplification().expectedLoss()) + "). " + critical;
    }

    private static String change(Factor factor) {
        return String.format(Locale.ROOT, "%+.1f%% (+- %.1f%%)", 100 * (factor.value() - 1),
                100 * factor.standardError());
    }

    String json() {
        ObjectNode root = Json.object();
        root.put("portfolio", portfolio);
        root.putObject("plan").put("paths", plan.paths()).put("months", plan.months())
                .put("seed", plan.seed());
        ArrayNode channels = root.putArray("cases");
        cases.forEach(c -> figures(channels.addObject().put("case", c.name()), c));
        ArrayNode curve = root.putArray("phase");
        cells.forEach(cell -> figures(curve.addObject().put("debt_multiple", cell.leverage())
                .put("depth_multiple", cell.depth()), cell.figures()));
        return Json.text(root);
    }

    private static void figures(ObjectNode node, Case c) {
        Amplification a = c.amplification();
        Reproduction r = c.reproduction();
        factor(node, "expected_loss", a.expectedLoss());
        factor(node, "es99", a.es99());
        factor(node, "falls", a.falls());
        node.put("reproduction_number", r.number()).put("falls_a_fall", r.fallsAFall())
                .put("falls_on_all_paths", r.falls()).put("most_rounds", r.deepest());
    }

    private static void factor(ObjectNode node, String name, Factor factor) {
        ObjectNode own = node.putObject(name);
        number(own, "times", factor.value());
        number(own, "standard_error", factor.standardError());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
