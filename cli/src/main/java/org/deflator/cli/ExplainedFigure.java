package org.deflator.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deflator.data.file.Explanation;
import org.deflator.data.store.Json;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunTables.PathRow;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.SummaryFigure;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.engine.run.SummarySubject;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Timeline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A figure of a run's summary with all that is behind it.
 *
 * @param run the run
 * @param summary its results
 * @param figure the figure
 * @param explanation the input figures
 * @param happened what happened to the debts behind it, a row a path
 */
record ExplainedFigure(RunDirectory run, RunSummary summary, SummaryFigure figure, Explanation explanation,
        List<PathRow> happened) {
    private static final int WORST = 5;

    SummaryMetric<?> metric() {
        return figure.metric();
    }

    SummarySubject subject() {
        return figure.subject();
    }

    /** The borrower whose it is; empty for the portfolio. */
    Optional<String> borrower() {
        return switch (subject()) {
            case SummarySubject.OfInstrument(InstrumentSummary instrument) ->
                    Optional.of(instrument.borrower());
            case SummarySubject.OfBorrower(BorrowerSummary borrower) -> Optional.of(borrower.id());
            case SummarySubject.OfPortfolio _ -> Optional.empty();
        };
    }

    /** The paths that push the figure most, worst first; none for a figure that no path enters. */
    List<PathRow> worst() {
        return switch (metric().source()) {
            case TERMS, BASE_CASE -> List.of();
            case DEFAULT_DATES -> first(behind(),
                    Comparator.comparingInt(row -> row.month(definition()).orElse(Integer.MAX_VALUE)));
            case LOSSES -> first(behind(), Comparator.comparingDouble(row -> -row.lossUsd()));
            case COVER -> first(happened.stream().filter(row -> !Double.isNaN(row.minDscr())),
                    Comparator.comparingDouble(PathRow::minDscr));
        };
    }

    private static List<PathRow> first(Stream<PathRow> rows, Comparator<PathRow> order) {
        return rows.sorted(order.thenComparingInt(PathRow::path)).limit(WORST).toList();
    }

    /** The paths that are counted; none for a figure that no path enters. */
    Stream<PathRow> behind() {
        return switch (metric().source()) {
            case TERMS, BASE_CASE, COVER -> Stream.empty();
            case DEFAULT_DATES -> happened.stream()
                    .filter(row -> row.month(definition()).orElse(Integer.MAX_VALUE) < months());
            case LOSSES -> happened.stream().filter(row -> row.month(DefaultDefinition.PAYMENT).isPresent());
        };
    }

    /** The definition of default in the name of the figure, payment in all others. */
    private DefaultDefinition definition() {
        return Stream.of(DefaultDefinition.values())
                .filter(each -> metric().name().startsWith("pd_" + each.label())).findFirst()
                .orElse(DefaultDefinition.PAYMENT);
    }

    /** Months that a probability looks at. */
    private int months() {
        return RunSummary.PD_YEARS.stream().filter(years -> metric().name().endsWith("_" + years + "y"))
                .mapToInt(years -> 12 * years).findFirst().orElse(summary.plan().months());
    }

    /** The month of default of a path by the definition that counts. */
    Optional<YearMonth> monthOf(PathRow row) {
        OptionalInt month = row.month(definition());
        return month.isPresent()
                ? Optional.of(new Timeline(summary.asOf(), summary.plan().months())
                        .yearMonth(month.getAsInt()))
                : Optional.empty();
    }

    /** A file below the folder of the run by its path from there. */
    String local(String file) {
        Path path = Path.of(file);
        return path.startsWith(run.path()) ? run.path().relativize(path).toString() : file;
    }

    String json() {
        ObjectNode root = Json.object();
        if (subject() instanceof SummarySubject.OfInstrument) {
            root.put("instrument", subject().id());
        }
        borrower().ifPresent(id -> root.put("borrower", id));
        root.put("metric", metric().name());
        Json.put(root, "value", figure.value().orElse(Double.NaN));
        Json.put(root, "standard_error", figure.standardError().orElse(Double.NaN));
        root.put("unit", metric().unit().name().toLowerCase(Locale.ROOT));
        root.put("definition", metric().definition());
        root.put("computation", metric().computation());
        RunPlan plan = summary.plan();
        ObjectNode made = root.putObject("run");
        made.put("portfolio", summary.portfolioId()).put("as_of", summary.asOf().toString())
                .put("seed", plan.seed()).put("paths", plan.paths()).put("months", plan.months())
                .put("version", run.manifest().version()).put("identity", run.manifest().identity());
        ArrayNode paths = root.putArray("worst_paths");
        worst().forEach(row -> path(row, paths.addObject()));
        ObjectNode reach = root.putObject("reached_by");
        explanation.channels()
                .forEach((id, channel) -> reach.put(id, channel.name().toLowerCase(Locale.ROOT)));
        ArrayNode inputs = root.putArray("inputs");
        explanation.inputs().forEach(input -> input(input, inputs.addObject()));
        return Json.text(root);
    }

    private void path(PathRow row, ObjectNode node) {
        node.put("path", row.path());
        node.put("sampled", row.path() < summary.plan().sampledPaths());
        monthOf(row).ifPresentOrElse(month -> node.put("month", month.toString()),
                () -> node.putNull("month"));
        row.cause().ifPresentOrElse(cause -> node.put("cause", cause), () -> node.putNull("cause"));
        Json.put(node, "claim_usd", row.exposureUsd());
        Json.put(node, "loss_usd", row.lossUsd());
        Json.put(node, "min_dscr", row.minDscr());
    }

    private void input(Explanation.Input input, ObjectNode node) {
        node.put("group", input.nearness().label());
        node.put("owner", input.owner());
        node.put("figure", input.figure());
        node.put("value", input.value());
        node.put("file", local(input.place().file()));
        node.put("line", input.place().line());
        switch (input.evidence()) {
            case Evidence.Sourced(String url) -> node.put("source", url);
            case Evidence.Assumed(String reason) -> node.put("assumed", reason);
        }
    }
}
