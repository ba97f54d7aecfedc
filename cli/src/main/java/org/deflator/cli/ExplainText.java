package org.deflator.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.file.Explanation.Input;
import org.deflator.data.file.Explanation.Nearness;
import org.deflator.data.store.RunTables.PathRow;
import org.deflator.engine.run.Influence.Channel;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.model.base.Evidence;

/** An explained figure on the screen: value, meaning, worst paths, input figures a line each. */
final class ExplainText {
    private static final double USD_M = 1e-6;
    /** Told by their number unless asked for. */
    private static final Set<Nearness> FAR = EnumSet.of(Nearness.OTHERS, Nearness.MARKET);

    private ExplainText() {}

    static String render(ExplainedFigure figure, boolean all, Terminal terminal) {
        StringBuilder out = new StringBuilder();
        out.append(terminal.bold(figure.metric().name() + " of " + figure.subject().id())).append(", ")
                .append(figure.subject().name()).append(": ").append(value(figure)).append("\n\n");
        out.append(Words.wrap("  " + sentence(figure.metric().definition()), terminal.width()));
        out.append(Words.wrap("  " + sentence(computation(figure)), terminal.width()));
        RunPlan plan = figure.summary().plan();
        out.append("  ").append(figure.summary().portfolioId()).append(" as of ")
                .append(figure.summary().asOf()).append(", ").append(Numbers.count(plan.paths(), "path"))
                .append(" of ").append(Numbers.count(plan.months(), "month")).append(", seed ")
                .append(plan.seed()).append(", Deflator ").append(figure.run().manifest().version())
                .append("; files are in ").append(figure.run().path()).append('\n');
        worst(figure, terminal, out);
        reach(figure, terminal, out);
        inputs(figure, all, out, terminal);
        return out.toString();
    }

    private static String value(ExplainedFigure figure) {
        if (figure.figure().value().isEmpty()) {
            return switch (figure.metric().source()) {
                case TERMS, DEFAULT_DATES -> "not defined: the run ends before";
                case LOSSES -> "not defined: it defaults on no path";
                case COVER -> "not defined: no debt service is due";
                case BASE_CASE -> "not defined: no cards are pledged";
            };
        }
        OptionalDouble error = figure.figure().standardError();
        return number(figure.metric(), figure.figure().value()) + (error.isPresent()
                ? ", standard error " + number(figure.metric(), error)
                : "");
    }

    private static String number(SummaryMetric<?> metric, OptionalDouble value) {
        return switch (metric.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%.2f%%", 100 * value.orElseThrow());
            case MULTIPLE -> Numbers.dscr(value);
            case USD_M -> "USD " + Numbers.amount(value.orElseThrow()) + " m";
        };
    }

    private static String computation(ExplainedFigure figure) {
        long behind = figure.behind().count();
        String paths = Numbers.count(behind, "path") + " of "
                + String.format(Locale.ROOT, "%,d", figure.summary().plan().paths());
        return figure.metric().computation() + switch (figure.metric().source()) {
            case TERMS, BASE_CASE, COVER -> "";
            case DEFAULT_DATES -> ": " + paths;
            case LOSSES -> "; a payment default on " + paths;
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static void worst(ExplainedFigure figure, Terminal terminal, StringBuilder out) {
        List<PathRow> rows = figure.worst();
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of(Column.text("worst paths"), Column.text("default"),
                Column.text("cause"), Column.number("claim, USD m"), Column.number("loss, USD m"),
                Column.number("lowest DSCR")));
        for (PathRow row : rows) {
            table.row(List.of("  " + row.path(),
                    figure.monthOf(row).map(Object::toString).orElse(Numbers.NONE),
                    row.cause().orElse(Numbers.NONE), Numbers.amount(USD_M * row.exposureUsd()),
                    Numbers.amount(USD_M * row.lossUsd()), Numbers.dscr(OptionalDouble.of(row.minDscr()))));
        }
        out.append('\n').append(table.render(terminal)).append("Follow one: deflator trace ")
                .append(figure.run().path()).append(" -b ").append(figure.borrower().orElse("BORROWER"))
                .append(" --path ").append(rows.getFirst().path()).append('\n');
    }

    private static void reach(ExplainedFigure figure, Terminal terminal, StringBuilder out) {
        SortedMap<String, Channel> channels = figure.explanation().channels();
        if (channels.values().stream().allMatch(Channel.OWN::equals)) {
            return;
        }
        out.append('\n').append(terminal.bold("Who else moves it")).append('\n');
        for (Channel channel : EnumSet.complementOf(EnumSet.of(Channel.OWN))) {
            List<String> ids = channels.entrySet().stream()
                    .filter(each -> each.getValue() == channel).map(Map.Entry::getKey).toList();
            if (!ids.isEmpty()) {
                out.append(Words.wrap("  " + way(channel) + ": " + String.join(", ", ids),
                        terminal.width()));
            }
        }
    }

    private static String way(Channel channel) {
        return switch (channel) {
            case OWN -> "itself";
            case GROUP -> "parents, vehicles and guarantors";
            case CARD_MARKET -> "owners of the same cards, who sell into one market";
            case SECTOR_LOSSES -> "others, whose defaults make that market shallower";
            case NEW_LOANS -> "others, whose debts share the supply of new loans";
            case CONTAGION -> "others, whose sales and losses reach rents, bitcoin, lenders or customers";
        };
    }

    private static void inputs(ExplainedFigure figure, boolean all, StringBuilder out, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("input figure"), Column.text("value"),
                Column.text("place"), Column.text("evidence")));
        for (Nearness nearness : Nearness.values()) {
            List<Input> inputs = figure.explanation().inputs().stream()
                    .filter(each -> each.nearness() == nearness).toList();
            if (inputs.isEmpty()) {
                continue;
            }
            boolean listed = all || !FAR.contains(nearness);
            table.heading(nearness.label() + ": " + counts(inputs) + (listed ? "" : "; --all lists them"));
            inputs.stream().filter(_ -> listed).forEach(input -> table.row(List.of("  " + input.figure(),
                    input.value(), figure.local(input.place().file()) + ":" + input.place().line(),
                    evidence(input.evidence()))));
        }
        // One line a figure, whatever the screen: sources are for copying and for searching.
        out.append('\n').append(
                table.render(new Terminal(Integer.MAX_VALUE, terminal.colour(), terminal.progress())));
    }

    private static String counts(List<Input> inputs) {
        Map<Boolean, Long> sourced = inputs.stream().collect(Collectors.partitioningBy(
                each -> each.evidence() instanceof Evidence.Sourced, Collectors.counting()));
        return Numbers.count(inputs.size(), "figure") + ", "
                + sourced.getOrDefault(true, 0L) + " sourced, " + sourced.getOrDefault(false, 0L)
                + " assumed";
    }

    private static String evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Sourced(String url) -> url;
            case Evidence.Assumed(String reason) -> "assumed: " + reason;
        };
    }
}
