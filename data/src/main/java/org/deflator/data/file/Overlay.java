package org.deflator.data.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deflator.data.file.Tree.Setting;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Problem;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Values that scenarios put in place of what files say, before anything is checked: each value keeps its place in the
 * scenario, so that what is wrong with it is told there. Serves one reading of a file and its parts.
 */
public final class Overlay {
    private static final String ALL = "*";

    private final String what;
    private final List<Setting> settings;
    private final Map<Setting, Reached> reached = new HashMap<>();

    /** How far a path was followed in the files seen so far, and what there was instead of the next key. */
    private record Reached(boolean whole, int steps, List<String> instead) {}

    /**
     * @param what what the settings are about, such as {@code model.yaml}
     * @param settings in order: a later one replaces an earlier one
     */
    Overlay(String what, List<Setting> settings) {
        this.what = what;
        this.settings = List.copyOf(settings);
    }

    /** Changes nothing. */
    public static Overlay none() {
        return new Overlay("", List.of());
    }

    /** The document with the values in their places. */
    Node on(Node root) {
        Node changed = root;
        for (Setting setting : settings) {
            changed = put(changed, setting, List.of(setting.path().split("\\.", -1)), 0);
        }
        return changed;
    }

    /** The settings whose path led nowhere in any of the files. */
    List<Problem> unmatched() {
        List<Problem> problems = new ArrayList<>();
        for (Setting setting : settings) {
            Reached far = reached.getOrDefault(setting, new Reached(false, 0, List.of()));
            String[] steps = setting.path().split("\\.", -1);
            String missing = steps[Math.min(far.steps(), steps.length - 1)];
            // A list may well have no item that an asterisk stands for.
            if (!far.whole() && !missing.startsWith(ALL)) {
                problems.add(setting.at().problem("the path '" + setting.path() + "'",
                        "a path into " + what,
                        Spelling.remedy(missing, far.instead(), "there is no '" + missing + "'"
                                + (far.instead().isEmpty() || far.instead().size() > 20
                                        ? ""
                                        : ", only " + String.join(", ", far.instead())))));
            }
        }
        return problems;
    }

    private Node put(Node node, Setting setting, List<String> steps, int at) {
        if (node instanceof MappingNode mapping) {
            return putIn(mapping, setting, steps, at);
        }
        if (node instanceof SequenceNode sequence) {
            return putIn(sequence, setting, steps, at);
        }
        stopped(setting, at, List.of());
        return node;
    }

    private Node putIn(MappingNode mapping, Setting setting, List<String> steps, int at) {
        String key = steps.get(at);
        boolean last = at == steps.size() - 1;
        List<NodeTuple> tuples = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        boolean found = false;
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode word ? word.getValue() : "";
            keys.add(name);
            if (!name.equals(key)) {
                tuples.add(tuple);
            } else if (last) {
                found = true;
                tuples.add(new NodeTuple(key(setting, key), value(setting)));
            } else {
                found = true;
                tuples.add(
                        new NodeTuple(tuple.getKeyNode(), put(tuple.getValueNode(), setting, steps, at + 1)));
            }
        }
        // Optional keys may be absent; what does not belong there is refused when the mapping is read.
        boolean added = !found && last && at > 0;
        if (added) {
            tuples.add(new NodeTuple(key(setting, key), value(setting)));
        }
        if (last && (found || added)) {
            reached.put(setting, new Reached(true, steps.size(), List.of()));
        } else if (!found) {
            stopped(setting, at, keys);
        }
        return new MappingNode(mapping.getTag(), true, tuples, mapping.getFlowStyle(), mapping.getStartMark(),
                mapping.getEndMark());
    }

    private Node putIn(SequenceNode sequence, Setting setting, List<String> steps, int at) {
        List<Node> items = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        boolean found = false;
        for (Node item : sequence.getValue()) {
            word(item, "id").ifPresent(ids::add);
            boolean chosen = at < steps.size() - 1 && chosen(item, steps.get(at));
            items.add(chosen ? put(item, setting, steps, at + 1) : item);
            found |= chosen;
        }
        if (!found) {
            stopped(setting, at, ids);
        }
        return new SequenceNode(sequence.getTag(), true, items, sequence.getFlowStyle(),
                sequence.getStartMark(), sequence.getEndMark());
    }

    private static boolean chosen(Node item, String step) {
        if (step.startsWith(ALL + ":")) {
            String feature = step.substring(ALL.length() + 1);
            return word(item, "type").filter(feature::equals).isPresent()
                    || (item instanceof MappingNode mapping && mapping.getValue().stream().anyMatch(
                            t -> t.getKeyNode() instanceof ScalarNode key && key.getValue().equals(feature)));
        }
        return step.equals(ALL) || word(item, "id").filter(step::equals).isPresent();
    }

    private static Optional<String> word(Node item, String key) {
        return item instanceof MappingNode mapping ? mapping.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode word && word.getValue().equals(key))
                .map(NodeTuple::getValueNode).filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue()).findFirst() : Optional.empty();
    }

    private void stopped(Setting setting, int steps, List<String> instead) {
        Reached far = reached.get(setting);
        if (far == null || (!far.whole() && far.steps() <= steps)) {
            reached.put(setting, new Reached(false, steps, List.copyOf(instead)));
        }
    }

    private static Node key(Setting setting, String key) {
        return scalar(setting.key(), key);
    }

    /** A single value says where it comes from; a list or mapping says so itself. */
    private static Node value(Setting setting) {
        if (!(setting.value() instanceof ScalarNode)) {
            return setting.value();
        }
        List<NodeTuple> tuples = new ArrayList<>();
        tuples.add(new NodeTuple(scalar(setting.value(), "value"), setting.value()));
        switch (setting.evidence()) {
            case Evidence.Sourced(String url) ->
                    tuples.add(
                            new NodeTuple(scalar(setting.value(), "source"), scalar(setting.value(), url)));
            case Evidence.Assumed(String reason) -> {
                tuples.add(
                        new NodeTuple(scalar(setting.value(), "assumed"), scalar(setting.value(), "true")));
                tuples.add(new NodeTuple(scalar(setting.value(), "reason"), scalar(setting.value(), reason)));
            }
        }
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.FLOW, setting.value().getStartMark(),
                setting.value().getEndMark());
    }

    private static ScalarNode scalar(Node standing, String text) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.PLAIN, standing.getStartMark(),
                standing.getEndMark());
    }
}
