package org.deflator.data.file;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Holds YAML nodes against a shape; gathers every problem, the evidence of every figure and the place of
 * every value.
 */
final class ShapeReader {
    /** Evidence of a figure that nothing in its file vouches for. */
    static final Evidence NO_EVIDENCE = new Evidence.Assumed("no source given");

    private static final String SOURCE = "source";
    private static final String ASSUMED = "assumed";
    private static final String REASON = "reason";
    private static final String VALUE = "value";
    private static final String TYPE = "type";
    /** Keys that any mapping may have. */
    static final List<String> EVIDENCE_KEYS = List.of(SOURCE, ASSUMED, REASON);

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, Provenance.Entry> figures;
    private final SortedMap<String, Place> places;

    ShapeReader(String file) {
        this(file, new TreeMap<>(), new TreeMap<>());
    }

    /** A reader of one file of several: adds figures and places to what is known of the others. */
    ShapeReader(String file, SortedMap<String, Provenance.Entry> figures, SortedMap<String, Place> places) {
        this.file = file;
        this.figures = figures;
        this.places = places;
    }

    List<Problem> problems() {
        return problems;
    }

    Provenance provenance() {
        return new Provenance(figures);
    }

    SortedMap<String, Place> places() {
        return places;
    }

    /** The whole file; empty if its root is not a mapping. */
    Optional<Tree.Branch> read(Node root, Shape.Fields shape) {
        return fields(root, shape, "", NO_EVIDENCE, "");
    }

    private Optional<? extends Tree> read(Node node, Shape shape, String path, Evidence covering) {
        return switch (shape) {
            case Shape.Fields fields -> fields(node, fields, path, covering, "");
            case Shape.Variants variants -> variant(node, variants, path, covering);
            case Shape.Either either -> either(node, either, path, covering);
            case Shape.Items items -> items(node, items, path, covering);
            case Shape.Series series -> series(node, series, path, covering);
            case Shape.Settings settings -> settings(node, settings, covering);
            case Shape.Scalar _ ->
                    scalar(node, shape, path, covering);
        };
    }

    private Optional<Tree.Branch> fields(Node node, Shape.Fields shape, String path, Evidence covering,
            String type) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind(node, shape);
        }
        Map<String, NodeTuple> tuples = tuples(mapping);
        List<String> keys = shape.keys();
        Evidence evidence = evidence(tuples, keys, covering);
        Set<String> misspelt = new TreeSet<>();
        for (Map.Entry<String, NodeTuple> tuple : tuples.entrySet()) {
            String key = tuple.getKey();
            boolean known = keys.contains(key) || EVIDENCE_KEYS.contains(key)
                    || (!type.isEmpty() && key.equals(TYPE));
            if (!known) {
                Spelling.nearest(key, keys).ifPresent(misspelt::add);
                problems.add(place(tuple.getValue().getKeyNode()).problem("unknown key '" + key + "'",
                        "a key of " + shape.noun() + ": " + String.join(", ", keys),
                        shape.misplaced().containsKey(key)
                                ? shape.misplaced().get(key)
                                : Spelling.remedy(key, keys, "remove it")));
            }
        }
        Map<String, Tree> read = new LinkedHashMap<>();
        for (Shape.Field field : shape.fields()) {
            NodeTuple tuple = tuples.get(field.key());
            if (tuple != null) {
                read(tuple.getValueNode(), field.shape(), join(path, field.key()), evidence)
                        .ifPresent(value -> read.put(field.key(), value));
            } else if (field.required() && !misspelt.contains(field.key())
                    && !toldMissing(node, field.key())) {
                problems.add(missing(node, field.key()).problem("no '" + field.key() + "' in " + shape.noun(),
                        field.shape().words(),
                        "add " + field.key() + ": " + field.meaning()));
            }
        }
        return Optional.of(new Tree.Branch(place(node), type, tuples.keySet(), read));
    }

    private Optional<Tree.Branch> variant(Node node, Shape.Variants shape, String path, Evidence covering) {
        if (node instanceof ScalarNode word) {
            return shortVariant(word, shape);
        }
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind(node, shape);
        }
        String expected = "one of " + String.join(", ", shape.variants().keySet());
        Node typeNode = find(mapping, TYPE).orElse(null);
        if (typeNode == null) {
            if (!toldMissing(node, TYPE)) {
                problems.add(
                        missing(node, TYPE).problem("no 'type' in " + shape.noun(), expected, "add type"));
            }
            return Optional.empty();
        }
        String type = typeNode instanceof ScalarNode word ? word.getValue() : "";
        Shape.Fields fields = shape.variants().get(type);
        if (fields == null) {
            problems.add(place(typeNode).problem(describe(typeNode), expected,
                    Spelling.remedy(type, shape.variants().keySet(), "use one of these")));
            return Optional.empty();
        }
        return fields(node, fields, path, covering, type);
    }

    private Optional<Tree.Branch> shortVariant(ScalarNode word, Shape.Variants shape) {
        String type = word.getValue();
        if (shape.shorthand().contains(type)) {
            return Optional.of(new Tree.Branch(place(word), type, Set.of(), Map.of()));
        }
        Set<String> types = shape.variants().keySet();
        String remedy = types.contains(type)
                ? "write {type: " + type + ", ...} with its other keys"
                : Spelling.remedy(type, types, "the types are " + String.join(", ", types));
        problems.add(place(word).problem(describe(word), shape.words(), remedy));
        return Optional.empty();
    }

    private Optional<Tree.Branch> either(Node node, Shape.Either shape, String path, Evidence covering) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind(node, shape);
        }
        // A misspelt key must not lead to complaints about the other shape.
        boolean with = mapping.getValue().stream().map(NodeTuple::getKeyNode).anyMatch(
                key -> key instanceof ScalarNode word && !shape.without().keys().contains(word.getValue())
                        && Spelling.nearest(word.getValue(), Set.of(shape.key())).isPresent());
        return fields(node, with ? shape.with() : shape.without(), path, covering, "");
    }

    private Optional<Tree> items(Node node, Shape.Items shape, String path, Evidence covering) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrongKind(node, shape);
        }
        if (sequence.getValue().size() < shape.min()) {
            problems.add(place(node).problem("an empty list", "at least " + shape.min() + " " + shape.noun(),
                    "add one"));
        }
        List<Tree> read = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node item = sequence.getValue().get(i);
            Optional<String> name = name(item, shape.key());
            read(item, shape.item(), join(path, name.orElse(Integer.toString(i))), covering)
                    .ifPresent(read::add);
            if (name.isPresent()) {
                Place first = seen.putIfAbsent(name.get(), place(item));
                if (first != null) {
                    problems.add(
                            place(item).problem(shape.noun() + " '" + name.get() + "' for the second time",
                                    "each " + shape.key() + " once",
                                    "rename or remove it; the first is " + first.inside()));
                }
            }
        }
        return Optional.of(new Tree.Items(place(node), read));
    }

    private Optional<Tree> series(Node node, Shape.Series shape, String path, Evidence covering) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind(node, shape);
        }
        Map<String, NodeTuple> tuples = tuples(mapping);
        Evidence evidence = evidence(tuples, List.of(), covering);
        SortedMap<YearMonth, Double> values = new TreeMap<>();
        for (Map.Entry<String, NodeTuple> tuple : tuples.entrySet()) {
            if (EVIDENCE_KEYS.contains(tuple.getKey())) {
                continue;
            }
            Node key = tuple.getValue().getKeyNode();
            Optional<Tree> month =
                    ScalarReader.read((ScalarNode) key, new Shape.Month(), place(key), problems);
            Optional<? extends Tree> value =
                    read(tuple.getValue().getValueNode(), shape.figure(), join(path, tuple.getKey()),
                            evidence);
            if (month.orElse(null) instanceof Tree.Month m && value.orElse(null) instanceof Tree.Num n) {
                values.put(m.value(), n.value());
            }
        }
        return Optional.of(new Tree.Series(place(node), values));
    }

    /** The values are held against the shape of the file that they go to. */
    private Optional<Tree> settings(Node node, Shape.Settings shape, Evidence covering) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind(node, shape);
        }
        Map<String, NodeTuple> tuples = tuples(mapping);
        Evidence evidence = evidence(tuples, List.of(), covering);
        List<Tree.Setting> settings = new ArrayList<>();
        tuples.forEach((path, tuple) -> {
            if (!EVIDENCE_KEYS.contains(path)) {
                settings.add(new Tree.Setting(place(tuple.getKeyNode()), path, tuple.getKeyNode(),
                        tuple.getValueNode(), evidence));
            }
        });
        return Optional.of(new Tree.Settings(place(node), settings));
    }

    private Optional<Tree> scalar(Node node, Shape shape, String path, Evidence covering) {
        places.put(path, place(node));
        if (node instanceof ScalarNode word) {
            record(word, shape, path, covering, false);
            return ScalarReader.read(word, shape, place(node), problems);
        }
        if (!(node instanceof MappingNode mapping) || shape instanceof Shape.Id) {
            return wrongKind(node, shape);
        }
        Map<String, NodeTuple> tuples = tuples(mapping);
        NodeTuple value = tuples.get(VALUE);
        if (value == null) {
            return wrongKind(node, shape);
        }
        Set<String> unknown = new TreeSet<>(tuples.keySet());
        unknown.remove(VALUE);
        EVIDENCE_KEYS.forEach(unknown::remove);
        for (String key : unknown) {
            NodeTuple tuple = Objects.requireNonNull(tuples.get(key));
            problems.add(place(tuple.getKeyNode()).problem("unknown key '" + key + "'",
                    "value, source, assumed or reason", Spelling.remedy(key, EVIDENCE_KEYS, "remove it")));
        }
        Evidence evidence = evidence(tuples, List.of(), covering);
        if (!(value.getValueNode() instanceof ScalarNode word)) {
            return wrongKind(value.getValueNode(), shape);
        }
        record(word, shape, path, evidence, !evidence.equals(covering));
        return ScalarReader.read(word, shape, place(word), problems);
    }

    private void record(ScalarNode word, Shape shape, String path, Evidence evidence, boolean own) {
        boolean figure = switch (shape) {
            case Shape.Figure _,Shape.Count _,Shape.Month _ -> true;
            case Shape.Day day -> day.figure();
            case Shape.Text _,Shape.Id _,Shape.Flag _,Shape.Choice _ -> own;
            case Shape.Structure _ ->
                    false;
        };
        if (figure) {
            figures.put(path, new Provenance.Entry(word.getValue(), evidence));
        }
    }

    /** What a mapping says of all its figures: its own evidence, or what covers it from outside. */
    private Evidence evidence(Map<String, NodeTuple> tuples, List<String> declared, Evidence covering) {
        NodeTuple source = tuples.get(SOURCE);
        NodeTuple assumed = declared.contains(ASSUMED) ? null : tuples.get(ASSUMED);
        NodeTuple reason = declared.contains(REASON) ? null : tuples.get(REASON);
        if (source != null && assumed != null) {
            problems.add(place(assumed.getKeyNode()).problem("both source and assumed", "one of them",
                    "remove one"));
        }
        if (assumed != null
                && !(assumed.getValueNode() instanceof ScalarNode word && word.getValue().equals("true"))) {
            problems.add(place(assumed.getValueNode()).problem(describe(assumed.getValueNode()), "true",
                    "write assumed: true, or give a source"));
        }
        if (assumed != null && reason == null) {
            problems.add(place(assumed.getKeyNode()).problem("an assumption without reason", "a reason",
                    "add reason: why this value"));
        }
        if (assumed == null && reason != null) {
            problems.add(place(reason.getKeyNode()).problem("a reason without assumption",
                    "assumed: true beside it",
                    "add assumed: true, or remove the reason"));
        }
        if (source != null) {
            return evidenceText(source.getValueNode()).<Evidence>map(Evidence.Sourced::new).orElse(covering);
        }
        if (reason != null) {
            return evidenceText(reason.getValueNode()).<Evidence>map(Evidence.Assumed::new).orElse(covering);
        }
        return covering;
    }

    private Optional<String> evidenceText(Node node) {
        if (node instanceof ScalarNode word) {
            return ScalarReader.read(word, new Shape.Text(), place(node), problems)
                    .map(tree -> tree instanceof Tree.Word text ? text.text() : word.getValue());
        }
        problems.add(place(node).problem(describe(node), "text", "write one line of text"));
        return Optional.empty();
    }

    /** Key to tuple, in file order; the first of each key. */
    private Map<String, NodeTuple> tuples(MappingNode mapping) {
        Map<String, NodeTuple> tuples = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode word)) {
                problems.add(
                        place(keyNode).problem(describe(keyNode) + " as key", "a word", "write key: value"));
                continue;
            }
            NodeTuple first = tuples.putIfAbsent(word.getValue(), tuple);
            if (first != null) {
                problems.add(place(keyNode).problem("key '" + word.getValue() + "' for the second time",
                        "each key once",
                        "remove one; the first is " + place(first.getKeyNode()).inside()));
            }
        }
        return tuples;
    }

    private static Optional<Node> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode word && word.getValue().equals(key))
                .map(NodeTuple::getValueNode).findFirst();
    }

    private static Optional<String> name(Node item, String key) {
        if (key.isEmpty() || !(item instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return find(mapping, key).filter(ScalarNode.class::isInstance).map(n -> ((ScalarNode) n).getValue())
                .filter(text -> !text.isBlank());
    }

    private <T> Optional<T> wrongKind(Node node, Shape shape) {
        String remedy = ScalarReader.isNothing(node) ? "give it a value, or leave the key out"
                : "see docs/portfolio-format.md";
        problems.add(place(node).problem(describe(node), shape.words(), remedy));
        return Optional.empty();
    }

    private static String describe(Node node) {
        return ScalarReader.describe(node);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Place place(Node node) {
        // What a scenario puts into the file stands in the scenario.
        return node instanceof PlacedNode placed
                ? placed.place()
                : YamlText.place(node.getStartMark().map(Mark::getName).orElse(file), node.getStartMark());
    }

    private Place missing(Node node, String key) {
        return node instanceof PlacedNode placed ? placed.missing(key) : place(node);
    }

    private static boolean toldMissing(Node node, String key) {
        return node instanceof PlacedNode placed && placed.toldMissing(key);
    }
}
