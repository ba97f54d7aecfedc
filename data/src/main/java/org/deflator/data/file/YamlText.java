package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Bytes to YAML nodes. What YAML can do beyond lists, mappings and plain values is refused. */
final class YamlText {
    /** A book of a thousand borrowers is about 5 MB. */
    static final int MAX_BYTES = 32 << 20;
    /** The deepest of our files has ten levels. */
    static final int MAX_DEPTH = 40;

    private YamlText() {}

    /** The root node of a file. */
    static Outcome<Node> read(Path path) {
        String name = path.toString();
        if (!Files.exists(path)) {
            return failed(new Problem(name, 0, 0, "no such file", "a YAML file", "check the path"));
        }
        if (!Files.isRegularFile(path)) {
            return failed(new Problem(name, 0, 0, "a directory", "a YAML file", "name the file inside it"));
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return read(name, stream);
        } catch (IOException e) {
            return failed(new Problem(name, 0, 0, "a file that cannot be read", "a readable YAML file",
                    "check its permissions"));
        }
    }

    /** The root node of a stream. */
    static Outcome<Node> read(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return failed(new Problem(name, 0, 0, "more than " + (MAX_BYTES >> 20) + " MB", "a smaller file",
                    "split the portfolio"));
        }
        return switch (decode(name, bytes)) {
            case Outcome.Done<String>(String text) -> parse(name, text);
            case Outcome.Failed<String>(List<Problem> problems) -> new Outcome.Failed<>(problems);
        };
    }

    private static Outcome<String> decode(String name, byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean malformed = decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (malformed) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            String found = String.format("byte 0x%02X, which is not UTF-8", bytes[in.position()]);
            return failed(new Problem(name, line, column, found, "UTF-8 text", "save the file as UTF-8"));
        }
        return new Outcome.Done<>(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Outcome<Node> parse(String name, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).setCodePointLimit(MAX_BYTES + 1)
                .setAllowNonScalarKeys(true).build();
        try {
            List<Problem> problems = refuse(name, new Parse(settings).parseString(text));
            if (!problems.isEmpty()) {
                return new Outcome.Failed<>(problems);
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return failed(new Problem(name, 0, 0, "an empty file", "a mapping of keys to values",
                        "see docs/portfolio-format.md"));
            }
            return new Outcome.Done<>(root.get());
        } catch (MarkedYamlEngineException e) {
            return failed(place(name, e.getProblemMark()).problem(
                    "YAML that does not parse: " + oneLine(e.getProblem()), "valid YAML",
                    "mend the text there or just before"));
        } catch (YamlEngineException e) {
            return failed(new Problem(name, 0, 0, oneLine(String.valueOf(e.getMessage())), "valid YAML",
                    "mend the text"));
        }
    }

    /** Events come without recursion, so that depth is known before anything recurses. */
    private static List<Problem> refuse(String name, Iterable<Event> events) {
        List<Problem> problems = new ArrayList<>();
        Set<String> aliases = new HashSet<>();
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            Place at = place(name, event.getStartMark());
            if (event instanceof AliasEvent alias) {
                // A file may use one many times over; the first place is enough.
                String used = alias.getAlias().getValue();
                if (aliases.add(used)) {
                    problems.add(at.problem("the alias *" + used, "the values themselves", "write them out"));
                }
            } else if (event instanceof DocumentStartEvent && ++documents == 2) {
                problems.add(at.problem("a second document", "one document", "put it into its own file"));
            } else if (event instanceof CollectionStartEvent start) {
                depth++;
                start.getTag().ifPresent(tag -> problems.add(tagged(at, tag)));
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof ScalarEvent scalar) {
                scalar.getTag().ifPresent(tag -> problems.add(tagged(at, tag)));
            }
            if (depth > MAX_DEPTH) {
                return List.of(at.problem("more than " + MAX_DEPTH + " levels of nesting", "fewer",
                        "see docs/portfolio-format.md"));
            }
        }
        return problems;
    }

    private static Problem tagged(Place at, String tag) {
        return at.problem("the tag " + tag, "a plain value", "remove the tag");
    }

    /** Where a mark points. */
    static Place place(String name, Optional<Mark> mark) {
        return new Place(name, mark.map(Mark::getLine).orElse(-1) + 1,
                mark.map(Mark::getColumn).orElse(-1) + 1);
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("nothing");
    }

    private static <T> Outcome<T> failed(Problem problem) {
        return new Outcome.Failed<>(List.of(problem));
    }
}
