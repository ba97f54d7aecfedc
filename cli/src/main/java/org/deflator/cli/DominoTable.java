package org.deflator.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.DominoMatrix;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who pulls down whom, as text and JSON.
 *
 * @param portfolio id of the book
 * @param plan how each case was run
 * @param pdMonths months within which a default counts
 * @param matrix who pulls down whom
 */
record DominoTable(String portfolio, RunPlan plan, int pdMonths, DominoMatrix matrix) {
    private static final int SHOWN = 10;
    private static final int VICTIMS = 3;
    /** A change of a chance below half a point is not worth a name. */
    private static final double LEAST_RAISED = 0.005;

    String text(Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Let fall in the first month"),
                Column.number("Pulls down", "in its group"), Column.number("Pulls down", "outside"),
                Column.text("whose chance of default rises most")));
        order().limit(SHOWN).forEach(i -> table.row(List.of(matrix.borrowers().get(i),
                Numbers.fraction(matrix.pullsDownInGroup(i)), Numbers.fraction(matrix.pullsDownOutside(i)),
                victims(i))));
        double number = matrix.reproductionNumber();
        String finding = String.format(Locale.ROOT,
                "R0, the spectral radius of the whole matrix, is %.2f; between groups alone %.2f. %s", number,
                matrix.reproductionBetweenGroups(), number < 1
                        ? "A fall dies out: defaults do not cascade through this book."
                        : "A fall brings more than one other: the book is beyond the critical line.");
        return terminal.bold(portfolio) + ": " + Numbers.count(plan.paths(), "path") + " of "
                + Numbers.count(plan.months(), "month") + ", seed " + plan.seed()
                + ", all channels open, the same random numbers in each case\n\n" + table.render(terminal)
                + "\n" + Words.wrap(finding, terminal.width()) + "\n"
                + Words.wrap("Pulls down: expected number of others that default within "
                        + Numbers.count(pdMonths, "month") + " because of the fall, on paths on which the"
                        + " borrower would have stood. In its group that is guarantees and parents, outside"
                        + " contagion.", terminal.width());
    }

    private Stream<Integer> order() {
        return IntStream.range(0, matrix.borrowers().size()).boxed().sorted(Comparator.comparingDouble(
                (Integer i) -> -matrix.pullsDownInGroup(i) - matrix.pullsDownOutside(i)));
    }

    private String victims(int i) {
        List<String> named = IntStream.range(0, matrix.borrowers().size()).boxed()
                .filter(j -> matrix.raised(i, j) >= LEAST_RAISED)
                .sorted(Comparator.comparingDouble((Integer j) -> -matrix.raised(i, j))).limit(VICTIMS)
                .map(j -> String.format(Locale.ROOT, "%s +%.1f points", matrix.borrowers().get(j),
                        100 * matrix.raised(i, j)))
                .toList();
        return named.isEmpty() ? "nobody's by half a point" : String.join(", ", named);
    }

    String json() {
        ObjectNode root = Json.object();
        root.put("portfolio", portfolio);
        root.putObject("plan").put("paths", plan.paths()).put("months", plan.months())
                .put("seed", plan.seed());
        root.put("default_within_months", pdMonths)
                .put("reproduction_number", matrix.reproductionNumber())
                .put("reproduction_between_groups", matrix.reproductionBetweenGroups());
        ArrayNode falls = root.putArray("dominoes");
        for (int i = 0; i < matrix.borrowers().size(); i++) {
            ObjectNode fall = falls.addObject().put("falls", matrix.borrowers().get(i))
                    .put("pulls_down_in_group", matrix.pullsDownInGroup(i))
                    .put("pulls_down_outside", matrix.pullsDownOutside(i));
            ObjectNode others = fall.putObject("raises_default_probability");
            for (int j = 0; j < matrix.borrowers().size(); j++) {
                others.put(matrix.borrowers().get(j), matrix.raised(i, j));
            }
        }
        return Json.text(root);
    }
}
