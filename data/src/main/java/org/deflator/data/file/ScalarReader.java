package org.deflator.data.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deflator.model.base.Problem;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Single values: numbers, dates, words. */
final class ScalarReader {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_+-]*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int SHOWN = 60;

    private ScalarReader() {}

    /** The value, or a problem. */
    static Optional<Tree> read(ScalarNode node, Shape shape, Place at, List<Problem> problems) {
        String text = node.getValue();
        Optional<Tree> value = isNothing(node) ? Optional.empty() : parse(text, node.isPlain(), shape, at);
        if (value.isEmpty()) {
            problems.add(at.problem(describe(node), shape.words(), remedy(node, shape)));
        }
        return value;
    }

    private static Optional<Tree> parse(String text, boolean plain, Shape shape, Place at) {
        return switch (shape) {
            case Shape.Figure f -> number(text, plain).filter(x -> fits(x, f)).map(x -> new Tree.Num(at, x));
            case Shape.Count c ->
                    number(text, plain).filter(x -> c.allowed().stream().anyMatch(n -> n == (double) x))
                            .map(x -> new Tree.Num(at, x));
            case Shape.Day d ->
                    date(text).filter(x -> !d.monthEnd() || x.equals(YearMonth.from(x).atEndOfMonth()))
                            .map(x -> new Tree.Date(at, x));
            case Shape.Month _ -> month(text).map(x -> new Tree.Month(at, x));
            case Shape.Text _ -> word(text, !text.isBlank(), at);
            case Shape.Id _ -> word(text, ID.matcher(text).matches(), at);
            case Shape.Choice c -> word(text, c.allowed().contains(text), at);
            case Shape.Flag _ -> text.equals("true") || text.equals("false")
                    ? Optional.of(new Tree.Bool(at, text.equals("true")))
                    : Optional.empty();
            case Shape.Structure _ ->
                    throw new IllegalArgumentException("not a single value: " + shape.words());
        };
    }

    /** Whether {@code text} is a number of this shape. */
    static boolean fits(String text, Shape.Figure shape) {
        return number(text, true).filter(x -> fits(x, shape)).isPresent();
    }

    private static boolean fits(double x, Shape.Figure f) {
        return (f.above() ? x > f.low() : x >= f.low()) && x <= f.high() && (!f.whole() || x == Math.rint(x));
    }

    private static Optional<Tree> word(String text, boolean good, Place at) {
        return good ? Optional.of(new Tree.Word(at, text)) : Optional.empty();
    }

    private static Optional<Double> number(String text, boolean plain) {
        if (!plain || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    }

    private static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        if (!MONTH.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String remedy(ScalarNode node, Shape shape) {
        String text = node.getValue();
        if (isNothing(node)) {
            return "give it a value, or leave the key out";
        }
        return switch (shape) {
            case Shape.Figure _,Shape.Count _ -> numberRemedy(text, node.isPlain());
            case Shape.Day day -> date(text).isPresent() && day.monthEnd()
                    ? "take the last day of that month"
                    : "write an existing day as year-month-day";
            case Shape.Month _ -> date(text).isPresent() ? "leave out the day" : "write year-month";
            case Shape.Choice c -> Spelling.remedy(text, c.allowed(), "use one of these");
            case Shape.Flag _ -> "write true or false";
            case Shape.Text _,Shape.Id _,Shape.Structure _ ->
                    "see docs/portfolio-format.md";
        };
    }

    private static String numberRemedy(String text, boolean plain) {
        String bare = text.replaceAll("[,_ ']", "");
        if (NUMBER.matcher(text).matches()) {
            return plain ? "correct the value" : "remove the quotes";
        }
        return NUMBER.matcher(bare).matches() ? "write " + bare
                : "write a bare number; its unit is in the key";
    }

    /** Whether a node has no value at all. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode word && word.isPlain()
                && (word.getValue().isEmpty() || word.getValue().equals("null")
                        || word.getValue().equals("~"));
    }

    /** What a node is, for a problem. */
    static String describe(Node node) {
        if (isNothing(node)) {
            return "nothing";
        }
        if (!(node instanceof ScalarNode word)) {
            return node instanceof MappingNode ? "a mapping" : "a list";
        }
        String text = word.getValue().replaceAll("\\s+", " ");
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
    }
}
