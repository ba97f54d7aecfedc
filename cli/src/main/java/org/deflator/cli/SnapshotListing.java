package org.deflator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.MarketFile.Loaded;
import org.deflator.data.store.Manifest.InputCopy;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.MarketSnapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a market snapshot holds.
 *
 * @param file its name
 * @param bundled whether it comes with the program
 * @param asOf its date
 * @param sha256 SHA-256 of the file, hexadecimal
 * @param series what is in it
 */
record SnapshotListing(String file, boolean bundled, LocalDate asOf, String sha256, List<Series> series) {
    /**
     * Values of one kind.
     *
     * @param name list or key of the file
     * @param values number of figures
     * @param dates dates on which they were quoted, sorted; none if the file dates them only by its as-of date
     * @param sourced figures with a source
     * @param sources sources, sorted
     */
    record Series(String name, int values, List<LocalDate> dates, int sourced, List<String> sources) {
        /** Hosts of the sources. */
        Set<String> hosts() {
            Set<String> hosts = new TreeSet<>();
            for (String source : sources) {
                hosts.add(host(source));
            }
            return hosts;
        }

        private static String host(String source) {
            try {
                return Optional.ofNullable(URI.create(source).getHost()).orElse(source);
            } catch (IllegalArgumentException e) {
                return source;
            }
        }
    }

    /** Reads a snapshot; {@code file} stands for it in problems. */
    static Outcome<SnapshotListing> of(String file, boolean bundled, byte[] bytes) throws IOException {
        return switch (MarketFile.readSnapshot(file, new ByteArrayInputStream(bytes))) {
            case Outcome.Failed<Loaded<MarketSnapshot>>(List<Problem> problems) ->
                    new Outcome.Failed<>(problems);
            case Outcome.Done<Loaded<MarketSnapshot>>(Loaded<MarketSnapshot> loaded) ->
                    new Outcome.Done<>(new SnapshotListing(file, bundled, loaded.value().asOf(),
                            InputCopy.of("market", file, bytes).sha256(), series(loaded.provenance())));
        };
    }

    private static List<Series> series(Provenance provenance) {
        SortedMap<String, List<Map.Entry<String, Provenance.Entry>>> byName = new TreeMap<>();
        provenance.figures().entrySet().forEach(each -> byName
                .computeIfAbsent(each.getKey().split("\\.")[0], _ -> new ArrayList<>()).add(each));
        List<Series> series = new ArrayList<>();
        byName.forEach((name, figures) -> {
            Set<LocalDate> dates = new TreeSet<>();
            Set<String> sources = new TreeSet<>();
            int values = 0;
            int sourced = 0;
            for (var figure : figures) {
                if (figure.getKey().endsWith(".quoted")) {
                    dates.add(LocalDate.parse(figure.getValue().value()));
                    continue;
                }
                values++;
                if (figure.getValue().evidence() instanceof Evidence.Sourced(String source)) {
                    sources.add(source);
                    sourced++;
                }
            }
            series.add(new Series(name, values, List.copyOf(dates), sourced, List.copyOf(sources)));
        });
        return List.copyOf(series);
    }

    void json(ObjectNode node) {
        node.put("file", file);
        node.put("bundled", bundled);
        node.put("as_of", asOf.toString());
        node.put("sha256", sha256);
        ArrayNode list = node.putArray("series");
        for (Series each : series) {
            ObjectNode one = list.addObject();
            one.put("name", each.name()).put("values", each.values());
            ArrayNode dates = one.putArray("quoted");
            each.dates().forEach(date -> dates.add(date.toString()));
            one.put("sourced", each.sourced()).put("assumed", each.values() - each.sourced());
            ArrayNode sources = one.putArray("sources");
            each.sources().forEach(sources::add);
        }
    }
}
