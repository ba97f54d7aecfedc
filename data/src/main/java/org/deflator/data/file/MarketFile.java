package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads markets: a snapshot and a model, told in {@code docs/portfolio-format.md}. */
public final class MarketFile {
    private MarketFile() {}

    /** A file's value, the evidence of its figures, and where each path stands in it. */
    public record Loaded<T>(T value, Provenance provenance, SortedMap<String, Place> places) {}

    /** The market of two files, or everything that is wrong with them. */
    public static Outcome<LoadedMarket> read(Path snapshot, Path model) {
        return together(snapshot(snapshot.toString(), YamlText.read(snapshot), Overlay.none()),
                model(model.toString(), YamlText.read(model), Overlay.none()));
    }

    /** A snapshot from a stream, which stays open; {@code name} stands for the file in problems. */
    public static Outcome<Loaded<MarketSnapshot>> readSnapshot(String name, InputStream stream)
            throws IOException {
        return readSnapshot(name, stream, Scenarios.none());
    }

    /** The same under scenarios. */
    public static Outcome<Loaded<MarketSnapshot>> readSnapshot(String name, InputStream stream,
            Scenarios scenarios) throws IOException {
        return snapshot(name, YamlText.read(name, stream), scenarios.onSnapshot());
    }

    /** A model from a stream, which stays open; {@code name} stands for the file in problems. */
    public static Outcome<Loaded<MarketModel>> readModel(String name, InputStream stream) throws IOException {
        return readModel(name, stream, Scenarios.none());
    }

    /** The same under scenarios. */
    public static Outcome<Loaded<MarketModel>> readModel(String name, InputStream stream, Scenarios scenarios)
            throws IOException {
        return model(name, YamlText.read(name, stream), scenarios.onModel());
    }

    /** Both parts as one market; figures are found under {@code snapshot} and {@code model}. */
    public static Outcome<LoadedMarket> together(Outcome<Loaded<MarketSnapshot>> snapshot,
            Outcome<Loaded<MarketModel>> model) {
        if (snapshot instanceof Outcome.Done<Loaded<MarketSnapshot>>(Loaded<MarketSnapshot> start)
                && model instanceof Outcome.Done<Loaded<MarketModel>>(Loaded<MarketModel> motion)) {
            SortedMap<String, Provenance.Entry> figures = new TreeMap<>();
            start.provenance().figures().forEach((path, entry) -> figures.put("snapshot." + path, entry));
            motion.provenance().figures().forEach((path, entry) -> figures.put("model." + path, entry));
            SortedMap<String, Place> places = new TreeMap<>();
            start.places().forEach((path, place) -> places.put("snapshot." + path, place));
            motion.places().forEach((path, place) -> places.put("model." + path, place));
            return new Outcome.Done<>(new LoadedMarket(new Market(start.value(), motion.value()),
                    new Provenance(figures), places));
        }
        List<Problem> problems = new ArrayList<>(problems(snapshot));
        problems.addAll(problems(model));
        return new Outcome.Failed<>(problems);
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Failed<?> failed -> failed.problems();
        };
    }

    private static Outcome<Loaded<MarketSnapshot>> snapshot(String name, Outcome<Node> text,
            Overlay overlay) {
        return bind(name, text, overlay, SnapshotShape.SNAPSHOT, MarketChecks::snapshot,
                MarketBinder::snapshot);
    }

    private static Outcome<Loaded<MarketModel>> model(String name, Outcome<Node> text, Overlay overlay) {
        return bind(name, text, overlay, ModelShape.MODEL, MarketChecks::model, MarketBinder::model);
    }

    private static <T> Outcome<Loaded<T>> bind(String name, Outcome<Node> text, Overlay overlay,
            Shape.Fields shape, BiConsumer<Branch, List<Problem>> checks, Function<Branch, T> binder) {
        return switch (text) {
            case Outcome.Failed<Node>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<Node>(Node root) -> {
                ShapeReader reader = new ShapeReader(name);
                Optional<Branch> tree = reader.read(overlay.on(root), shape);
                reader.problems().addAll(overlay.unmatched());
                tree.ifPresent(branch -> checks.accept(branch, reader.problems()));
                yield tree.isEmpty() || !reader.problems().isEmpty()
                        ? new Outcome.Failed<>(InFileOrder.of(reader.problems()))
                        : new Outcome.Done<>(new Loaded<>(binder.apply(tree.get()), reader.provenance(),
                                reader.places()));
            }
        };
    }
}
