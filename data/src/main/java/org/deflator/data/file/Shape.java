package org.deflator.data.file;

import java.util.List;
import java.util.Map;

/** What a value in a file looks like. */
public sealed interface Shape {
    /** A single value. */
    sealed interface Scalar extends Shape {}

    /** What holds others. */
    sealed interface Structure extends Shape {}

    /**
     * A number; also one that carries evidence.
     *
     * @param low lowest value
     * @param above whether {@code low} itself is excluded
     * @param high highest value
     * @param whole whether it has no decimals
     */
    record Figure(double low, boolean above, double high, boolean whole) implements Scalar {}

    /** A whole number out of a few. */
    record Count(List<Integer> allowed) implements Scalar {}

    /**
     * A date.
     *
     * @param monthEnd whether it must be the last day of a month
     * @param figure whether it needs evidence
     */
    record Day(boolean monthEnd, boolean figure) implements Scalar {}

    /** A month. */
    record Month() implements Scalar {}

    /** Any words. */
    record Text() implements Scalar {}

    /** A short name that other places refer to. */
    record Id() implements Scalar {}

    /** True or false. */
    record Flag() implements Scalar {}

    /** One word out of a closed list. */
    record Choice(List<String> allowed) implements Scalar {}

    /**
     * A list.
     *
     * @param item shape of each item
     * @param key field that names an item, unique in the list; empty if items are told apart by position
     * @param noun what an item is called
     * @param min fewest items
     */
    record Items(Shape item, String key, String noun, int min) implements Structure {}

    /** A mapping of months to figures. */
    record Series(Figure figure) implements Structure {}

    /**
     * A mapping of dotted paths into another file to the values that go there.
     *
     * @param file what the paths lead into, in words
     */
    record Settings(String file) implements Structure {}

    /**
     * A mapping with known keys. Every mapping may also carry {@code source}, or {@code assumed} and
     * {@code reason}.
     *
     * @param noun what it is called
     * @param fields its keys
     * @param misplaced keys that belong elsewhere, with what to do about each
     */
    record Fields(String noun, List<Field> fields, Map<String, String> misplaced) implements Structure {
        Fields(String noun, List<Field> fields) {
            this(noun, fields, Map.of());
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /**
     * A mapping whose other keys depend on its {@code type}.
     *
     * @param noun what it is called
     * @param variants type to shape, which excludes the key {@code type}
     * @param shorthand types that may be written as a single word
     */
    record Variants(String noun, Map<String, Fields> variants, List<String> shorthand) implements Structure {}

    /** A mapping of one shape if it has a certain key, of another if not. */
    record Either(String key, Fields with, Fields without) implements Structure {}

    /**
     * A key of a mapping.
     *
     * @param key its name
     * @param shape its value
     * @param required whether it must be there
     * @param meaning what it says, and what its absence says
     */
    record Field(String key, Shape shape, boolean required, String meaning) {}

    /** Any number. */
    static Figure anyNumber() {
        return new Figure(-Double.MAX_VALUE, false, Double.MAX_VALUE, false);
    }

    /** A number greater than zero. */
    static Figure positive() {
        return new Figure(0, true, Double.MAX_VALUE, false);
    }

    /** A number of at least zero. */
    static Figure atLeastZero() {
        return new Figure(0, false, Double.MAX_VALUE, false);
    }

    /** A number in {@code [low, high]}. */
    static Figure between(double low, double high) {
        return new Figure(low, false, high, false);
    }

    /** A number in {@code [0, 1]}. */
    static Figure share() {
        return between(0, 1);
    }

    /** A whole number in {@code [low, high]}. */
    static Figure whole(int low, int high) {
        return new Figure(low, false, high, true);
    }

    /** A date that needs evidence. */
    static Day day() {
        return new Day(false, true);
    }

    /** A key that must be there. */
    static Field required(String key, Shape shape, String meaning) {
        return new Field(key, shape, true, meaning);
    }

    /** A key that may be left out. */
    static Field optional(String key, Shape shape, String meaning) {
        return new Field(key, shape, false, meaning);
    }

    /** A list whose items are named by their {@code id}. */
    static Items listOf(Fields item) {
        return new Items(item, "id", item.noun(), 0);
    }

    /** What stands in a file of this shape, in words. */
    default String words() {
        return switch (this) {
            case Figure f -> numberWords(f);
            case Count c -> "one of " + join(c.allowed());
            case Day d -> d.monthEnd() ? "the last day of a month, such as 2026-06-30"
                    : "a date such as 2030-06-30";
            case Month _ -> "a month such as 2030-06";
            case Text _ -> "text";
            case Id _ -> "an id of letters, digits, '-', '_' and '+'";
            case Flag _ -> "true or false";
            case Choice c -> c.allowed().size() == 1 ? c.allowed().getFirst() : "one of " + join(c.allowed());
            case Items i -> "a list, an item per " + i.noun();
            case Series _ -> "a mapping of months to numbers";
            case Settings s -> "a mapping of paths into " + s.file() + " to values";
            case Fields f -> "a mapping, the " + f.noun();
            case Variants v -> v.shorthand().isEmpty()
                    ? "a mapping with a type"
                    : join(v.shorthand()) + ", or a mapping with a type";
            case Either e -> "a mapping, the " + e.with().noun() + " or " + e.without().noun();
        };
    }

    private static String numberWords(Figure f) {
        String noun = f.whole() ? "a whole number" : "a number";
        if (f.high() < Double.MAX_VALUE) {
            return noun + " from " + plain(f.low()) + " to " + plain(f.high());
        }
        if (f.low() == -Double.MAX_VALUE) {
            return noun;
        }
        return noun + (f.above() ? " greater than " : " of at least ") + plain(f.low());
    }

    /** A number without a needless {@code .0}. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String join(List<?> words) {
        return String.join(", ", words.stream().map(Object::toString).toList());
    }
}
