package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.file.Shape;

/**
 * The tables of a loan tape, derived from what a portfolio file may hold: a key is a column, a mapping dots
 * its keys, a list is a table whose rows name their owner. What a portfolio file learns, a tape knows.
 */
final class TapeLayout {
    /** Keys without a place on a tape, which is one book. */
    private static final Set<String> LEFT_OUT = Set.of("parts");
    /** What a tape calls a list otherwise than a portfolio file: its table, and one of its rows. */
    private static final Map<String, List<String>> CALLED =
            Map.of("debt", List.of("instruments", "instrument"));
    private static final TapeTable PORTFOLIO = new TapeLayout().portfolio(PortfolioFile.shape());

    /** Name of a table to the list that has it. */
    private final Map<String, String> taken = new HashMap<>();

    private TapeLayout() {}

    /** The table of the portfolio itself, which has one row, with all others hanging on it. */
    static TapeTable portfolio() {
        return PORTFOLIO;
    }

    private TapeTable portfolio(Shape.Fields shape) {
        taken.put(shape.noun(), "");
        Place at = new Place(shape.noun(), List.of(), "");
        return new TapeTable(shape.noun(), shape.noun(), "", List.of(),
                new Slot.Group("", "", slots(shape, at), true), false);
    }

    /**
     * Where the walk is.
     *
     * @param table the table
     * @param owners columns by which the rows of a table inside name their owners
     * @param prefix what precedes the key in the name of a column
     */
    private record Place(String table, List<String> owners, String prefix) {
        Place inside(String key) {
            return new Place(table, owners, prefix + key + ".");
        }
    }

    private List<Slot> slots(Shape shape, Place at) {
        return switch (shape) {
            case Shape.Fields fields -> fields.fields().stream().filter(field -> !isLeftOut(field.key()))
                    .map(field -> slot(field, at)).toList();
            case Shape.Either either -> merged(Stream.of(either.with(), either.without()), at);
            case Shape.Variants variants -> {
                Slot type = new Slot.Value("type", at.prefix() + "type",
                        new Shape.Choice(List.copyOf(variants.variants().keySet())), true);
                yield Stream
                        .concat(Stream.of(type), merged(variants.variants().values().stream(), at).stream())
                        .toList();
            }
            case Shape.Scalar _,Shape.Items _,Shape.Series _,Shape.Settings _ ->
                    throw new IllegalArgumentException("no mapping: " + shape.words());
        };
    }

    private Slot slot(Shape.Field field, Place at) {
        String key = field.key();
        return switch (field.shape()) {
            case Shape.Fields _,Shape.Either _,Shape.Variants _ ->
                    new Slot.Group(key, at.prefix() + key, slots(field.shape(), at.inside(key)),
                            field.required());
            case Shape.Items items -> items.item() instanceof Shape.Id
                    ? new Slot.Value(key, at.prefix() + key, items, field.required())
                    : new Slot.Rows(key, table(key, items, at), field.required());
            case Shape.Scalar _ ->
                    new Slot.Value(key, at.prefix() + key, field.shape(), field.required());
            case Shape.Series _,Shape.Settings _ ->
                    throw new IllegalArgumentException("a tape has no columns for " + key);
        };
    }

    private TapeTable table(String key, Shape.Items items, Place at) {
        String path = at.prefix() + key;
        List<String> called = CALLED.getOrDefault(key,
                List.of(path.replace('.', '_'), items.noun().replace(' ', '_')));
        String name = called.getFirst();
        String list = at.table() + "/" + path;
        if (!taken.getOrDefault(name, list).equals(list)) {
            name = at.table() + "_" + name;
        }
        taken.put(name, list);
        String singular = called.getLast();
        boolean single = switch (items.item()) {
            case Shape.Fields _,Shape.Either _,Shape.Variants _ -> false;
            case Shape.Scalar _,Shape.Items _,Shape.Series _,Shape.Settings _ ->
                    true;
        };
        List<String> owners = Stream.concat(at.owners().stream(), Stream.of(singular)).toList();
        List<Slot> slots = single
                ? List.of(new Slot.Value("", singular, items.item(), true))
                : slots(items.item(), new Place(name, owners, ""));
        return new TapeTable(name, singular, items.key(), at.owners(), new Slot.Group("", "", slots, true),
                single);
    }

    /** What any of these mappings has; required is what each of them requires. */
    private List<Slot> merged(Stream<Shape.Fields> mappings, Place at) {
        return union(mappings.map(fields -> slots(fields, at)).toList());
    }

    private static List<Slot> union(List<List<Slot>> alternatives) {
        List<Slot> union = new ArrayList<>();
        for (Slot slot : alternatives.stream().flatMap(List::stream).toList()) {
            if (union.stream().anyMatch(known -> sameKind(known, slot))) {
                continue;
            }
            List<Slot> all =
                    alternatives.stream().flatMap(List::stream).filter(s -> sameKind(s, slot)).toList();
            boolean required = all.size() == alternatives.size() && all.stream().allMatch(Slot::required);
            union.add(switch (slot) {
                case Slot.Value v -> new Slot.Value(v.key(), v.column(), v.shape(), required);
                case Slot.Rows r -> new Slot.Rows(r.key(), r.table(), required);
                case Slot.Group g -> new Slot.Group(g.key(), g.column(),
                        union(all.stream().map(s -> ((Slot.Group) s).slots()).toList()), required);
            });
        }
        return List.copyOf(union);
    }

    private static boolean sameKind(Slot a, Slot b) {
        return a.key().equals(b.key()) && a.getClass().equals(b.getClass());
    }

    /** Whether a tape has no place for a key of the portfolio. */
    static boolean isLeftOut(String key) {
        return LEFT_OUT.contains(key);
    }

    /** Whether a column holds numbers. */
    static boolean isNumber(Shape shape) {
        return shape instanceof Shape.Figure || shape instanceof Shape.Count;
    }
}
