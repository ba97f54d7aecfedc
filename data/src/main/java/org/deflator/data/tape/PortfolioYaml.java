package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.Shape;
import org.deflator.model.base.Evidence;

/** Writes a portfolio as one file of YAML, to be read by people as well as by the program. */
public final class PortfolioYaml {
    private static final int WIDTH = 110;
    private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9_+/.-]*( [A-Za-z0-9_+/.-]+)*");
    private static final Set<String> NOT_BARE = Set.of("null", "true", "false", "yes", "no", "on", "off");

    private final StringBuilder out = new StringBuilder();

    private PortfolioYaml() {}

    /** The text of the file. */
    public static String of(LoadedPortfolio loaded) {
        PortfolioYaml yaml = new PortfolioYaml();
        yaml.fields(Outline.of(loaded), "", "");
        return yaml.out.toString();
    }

    /** The lines of a mapping; the first begins after {@code lead}. */
    private void fields(Entry.Mapping mapping, String indent, String lead) {
        String before = lead.isEmpty() ? indent : lead;
        for (Map.Entry<String, String> own : evidence(mapping).entrySet()) {
            line(before, own.getKey() + ": " + own.getValue());
            before = indent;
        }
        for (Map.Entry<String, Entry> field : mapping.fields().entrySet()) {
            field(before, indent, field.getKey(), field.getValue());
            before = indent;
        }
        if (mapping.fields().isEmpty() && evidence(mapping).isEmpty()) {
            line(before, "{}");
        }
    }

    private void field(String before, String indent, String key, Entry entry) {
        Optional<String> flow = flow(entry);
        boolean fits = flow.isPresent() && before.length() + key.length() + 2 + flow.get().length() <= WIDTH;
        if (fits || (entry instanceof Entry.Value value && value.evidence().isEmpty())) {
            line(before, key + ": " + flow.orElse(""));
            return;
        }
        line(before, key + ":");
        switch (entry) {
            case Entry.Value value -> {
                line(indent + "  ", "value: " + scalar(value));
                value.evidence().ifPresent(said -> said(said)
                        .forEach((name, text) -> line(indent + "  ", name + ": " + text)));
            }
            case Entry.Mapping mapping -> fields(mapping, indent + "  ", "");
            case Entry.Listing list -> items(list, indent + "  ");
        }
    }

    private void items(Entry.Listing list, String indent) {
        for (Entry item : list.items()) {
            Optional<String> flow = flow(item);
            if (flow.isPresent() && indent.length() + 2 + flow.get().length() <= WIDTH) {
                line(indent, "- " + flow.get());
            } else if (item instanceof Entry.Mapping mapping) {
                fields(mapping, indent + "  ", indent + "- ");
            } else if (item instanceof Entry.Value value) {
                line(indent, "- value: " + scalar(value));
                value.evidence().ifPresent(said -> said(said)
                        .forEach((name, text) -> line(indent + "  ", name + ": " + text)));
            }
        }
    }

    private void line(String before, String text) {
        out.append(before).append(text).append('\n');
    }

    /** An entry in one line, if it has a form that a reader takes in at a glance. */
    private static Optional<String> flow(Entry entry) {
        return switch (entry) {
            case Entry.Value value -> Optional.of(value.evidence().isEmpty() ? scalar(value)
                    : "{value: " + scalar(value) + ", " + joined(said(value.evidence().get())) + "}");
            case Entry.Mapping mapping -> {
                List<String> parts = new ArrayList<>();
                evidence(mapping).forEach((key, text) -> parts.add(key + ": " + text));
                boolean flat = true;
                for (Map.Entry<String, Entry> field : mapping.fields().entrySet()) {
                    Optional<String> inside = flow(field.getValue());
                    inside.ifPresent(text -> parts.add(field.getKey() + ": " + text));
                    flat &= inside.isPresent() && !(field.getValue() instanceof Entry.Listing list
                            && list.items().stream().anyMatch(Entry.Mapping.class::isInstance));
                }
                yield flat ? Optional.of("{" + String.join(", ", parts) + "}") : Optional.empty();
            }
            case Entry.Listing list -> {
                List<String> parts = list.items().stream().flatMap(item -> flow(item).stream()).toList();
                boolean flat = list.items().stream().allMatch(Entry.Value.class::isInstance);
                yield flat ? Optional.of("[" + String.join(", ", parts) + "]") : Optional.empty();
            }
        };
    }

    private static Map<String, String> evidence(Entry.Mapping mapping) {
        Map<String, String> all = new LinkedHashMap<>();
        if (!mapping.type().isEmpty()) {
            all.put("type", mapping.type());
        }
        mapping.evidence().ifPresent(said -> all.putAll(said(said)));
        return all;
    }

    private static Map<String, String> said(Evidence evidence) {
        Map<String, String> all = new LinkedHashMap<>();
        switch (evidence) {
            case Evidence.Sourced(String url) -> all.put("source", quoted(url));
            case Evidence.Assumed(String reason) -> {
                all.put("assumed", "true");
                all.put("reason", quoted(reason));
            }
        }
        return all;
    }

    private static String joined(Map<String, String> keys) {
        return String.join(", ",
                keys.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    }

    private static String scalar(Entry.Value value) {
        boolean text = value.shape() instanceof Shape.Text || value.shape() instanceof Shape.Id;
        boolean bare = BARE.matcher(value.text()).matches()
                && !NOT_BARE.contains(value.text().toLowerCase(Locale.ROOT));
        if (!text || bare) {
            return value.text();
        }
        return quoted(value.text());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean hidden = c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029
                            || c == 0xFEFF || c >= 0xFFFE;
                    quoted.append(hidden ? String.format(Locale.ROOT, "\\u%04X", (int) c)
                            : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
