package org.deflator.data.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deflator.data.file.MarketFile.Loaded;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance.Entry;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.market.RentHistory;

/**
 * A market snapshot made of another one and of quotes: of each series the latest at or before the as-of date, with
 * its own evidence; everything that nobody quotes stays as it was.
 *
 * @param asOf as-of date
 * @param used quotes that entered
 * @param later quotes of a later date, left out
 * @param text the snapshot file
 */
public record QuotedSnapshot(LocalDate asOf, List<Quote> used, int later, String text) {
    /** The base with {@code quotes} laid over it; {@code name} stands for the quote file in problems. */
    public static Outcome<QuotedSnapshot> of(String name, List<Quote> quotes, Loaded<MarketSnapshot> base,
            LocalDate asOf) {
        List<Problem> problems = new ArrayList<>();
        Set<String> gpus = new TreeSet<>();
        base.value().generations().forEach(each -> gpus.add(each.id()));
        SortedMap<String, Quote> latest = new TreeMap<>();
        int later = 0;
        for (Quote quote : quotes) {
            if (!quote.gpu().isEmpty() && !gpus.contains(quote.gpu())) {
                problems.add(new Problem(name, quote.line(), 1, "the gpu '" + quote.gpu() + "'",
                        "a generation that the snapshot of " + base.value().asOf() + " describes",
                        Spelling.remedy(quote.gpu(), gpus, "there are " + String.join(", ", gpus)
                                + "; describe a new one in a snapshot file and name it with --base")));
            }
            if (quote.date().isAfter(asOf)) {
                later++;
            } else {
                latest.merge(quote.series() + " " + quote.gpu(), quote,
                        (a, b) -> b.date().isAfter(a.date()) ? b : a);
            }
        }
        if (!problems.isEmpty()) {
            return new Outcome.Failed<>(problems);
        }
        SortedMap<String, Entry> figures = new TreeMap<>(base.provenance().figures());
        latest.values().forEach(quote -> lay(quote, figures));
        String text = "# The market on " + asOf + ": quotes of " + name + " laid over the snapshot of "
                + base.value().asOf() + ".\n" + new Writer(base.value(), figures).text(asOf);
        return new Outcome.Done<>(new QuotedSnapshot(asOf, List.copyOf(latest.values()), later, text));
    }

    private static void lay(Quote quote, SortedMap<String, Entry> figures) {
        Entry value = new Entry(quote.value(), quote.evidence());
        if (!SnapshotShape.perGeneration(quote.series())) {
            figures.put(quote.series(), value);
            return;
        }
        String list = SnapshotShape.listOf(quote.series()) + "." + quote.gpu() + ".";
        figures.put(list + SnapshotShape.keyOf(quote.series()), value);
        figures.put(list + "quoted", new Entry(quote.date().toString(), quote.evidence()));
    }

    /** Writes a snapshot file from its figures. */
    private record Writer(MarketSnapshot base, SortedMap<String, Entry> figures) {
        String text(LocalDate asOf) {
            StringBuilder out = new StringBuilder("as_of: " + asOf + "\n\ngenerations:\n");
            for (GpuGeneration each : base.generations()) {
                item("generations", "id", each.id(), out);
            }
            for (String list : List.of("rents", "resale")) {
                out.append('\n').append(list).append(names(list).isEmpty() ? ": []\n" : ":\n");
                names(list).forEach(gpu -> item(list, "gpu", gpu, out));
            }
            out.append('\n');
            SnapshotShape.marketWide()
                    .forEach(key -> entry(key).ifPresent(each -> line("", key, each, out)));
            histories(out);
            return out.toString();
        }

        private Optional<Entry> entry(String path) {
            return Optional.ofNullable(figures.get(path));
        }

        /** Names of the items of a list, sorted. */
        private Set<String> names(String list) {
            Set<String> names = new TreeSet<>();
            figures.tailMap(list + ".").forEach((path, _) -> {
                if (path.startsWith(list + ".")) {
                    names.add(path.split("\\.")[1]);
                }
            });
            return names;
        }

        private void item(String list, String key, String name, StringBuilder out) {
            out.append("  - ").append(key).append(": ").append(name).append('\n');
            String prefix = list + "." + name + ".";
            for (Map.Entry<String, Entry> each : figures.tailMap(prefix).entrySet()) {
                if (!each.getKey().startsWith(prefix)) {
                    break;
                }
                line("    ", each.getKey().substring(prefix.length()), each.getValue(), out);
            }
        }

        private void histories(StringBuilder out) {
            out.append(base.histories().isEmpty() ? "" : "\nhistories:\n");
            for (int i = 0; i < base.histories().size(); i++) {
                RentHistory history = base.histories().get(i);
                out.append("  - gpu: ").append(history.gpu()).append("\n    label: ")
                        .append(quoted(history.label())).append("\n    usd_per_gpu_hour:\n");
                String prefix = "histories." + i + ".usd_per_gpu_hour.";
                figures.entrySet().stream().filter(each -> each.getKey().startsWith(prefix))
                        .sorted(Comparator.comparing(Map.Entry::getKey)).forEach(each -> line("      ",
                                each.getKey().substring(prefix.length()), each.getValue(), out));
            }
        }

        private static void line(String indent, String key, Entry entry, StringBuilder out) {
            String evidence = switch (entry.evidence()) {
                case Evidence.Sourced(String url) -> "source: " + quoted(url);
                case Evidence.Assumed(String reason) -> "assumed: true, reason: " + quoted(reason);
            };
            out.append(indent).append(key).append(": {value: ").append(entry.value()).append(", ")
                    .append(evidence).append("}\n");
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
