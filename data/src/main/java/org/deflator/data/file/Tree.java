package org.deflator.data.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.deflator.model.base.Evidence;
import org.snakeyaml.engine.v2.nodes.Node;

/** What was understood of a file: values of the right shape, each at its place. What was not is missing. */
public sealed interface Tree {
    /** Where it stands. */
    Place at();

    record Num(Place at, double value) implements Tree {}

    record Word(Place at, String text) implements Tree {}

    record Bool(Place at, boolean value) implements Tree {}

    record Date(Place at, LocalDate value) implements Tree {}

    record Month(Place at, YearMonth value) implements Tree {}

    record Items(Place at, List<Tree> items) implements Tree {}

    record Series(Place at, SortedMap<YearMonth, Double> values) implements Tree {}

    /** Values for places in another file. */
    record Settings(Place at, List<Setting> settings) implements Tree {
        public Settings {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One of them.
     *
     * @param at where its path stands
     * @param path keys and ids on the way to its place, with dots between
     * @param key the path as it stands in the file
     * @param value what goes there
     * @param evidence what the file says of it, unless the value carries its own
     */
    record Setting(Place at, String path, Node key, Node value, Evidence evidence) {}

    /**
     * A mapping.
     *
     * @param at where it begins
     * @param type its type, or empty if its shape has no types
     * @param mentioned all keys, also those whose value was not understood
     * @param fields key to value
     */
    record Branch(Place at, String type, Set<String> mentioned, Map<String, Tree> fields) implements Tree {
        public Branch {
            mentioned = Set.copyOf(mentioned);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        boolean has(String key) {
            return fields.containsKey(key);
        }

        /** Whether the key is there, with whatever value. */
        boolean mentions(String key) {
            return mentioned.contains(key);
        }

        /** Place of a field's value, or of the whole if the field is missing. */
        Place at(String key) {
            Tree field = fields.get(key);
            return field == null ? at : field.at();
        }

        Optional<Double> maybeNumber(String key) {
            return fields.get(key) instanceof Num n ? Optional.of(n.value()) : Optional.empty();
        }

        Optional<String> maybeWord(String key) {
            return fields.get(key) instanceof Word w ? Optional.of(w.text()) : Optional.empty();
        }

        Optional<LocalDate> maybeDate(String key) {
            return fields.get(key) instanceof Date d ? Optional.of(d.value()) : Optional.empty();
        }

        Optional<YearMonth> maybeMonth(String key) {
            return fields.get(key) instanceof Month m ? Optional.of(m.value()) : Optional.empty();
        }

        Optional<Branch> maybeBranch(String key) {
            return fields.get(key) instanceof Branch b ? Optional.of(b) : Optional.empty();
        }

        /** Items of a list; none if the list is missing. */
        List<Tree> items(String key) {
            return fields.get(key) instanceof Items i ? i.items() : List.of();
        }

        /** Mappings of a list; none if the list is missing. */
        List<Branch> branches(String key) {
            return items(key).stream().filter(Branch.class::isInstance).map(Branch.class::cast).toList();
        }

        double number(String key) {
            return maybeNumber(key).orElseThrow();
        }

        double numberOr(String key, double absent) {
            return maybeNumber(key).orElse(absent);
        }

        int count(String key) {
            return (int) number(key);
        }

        int countOr(String key, int absent) {
            return (int) numberOr(key, absent);
        }

        String word(String key) {
            return maybeWord(key).orElseThrow();
        }

        LocalDate date(String key) {
            return maybeDate(key).orElseThrow();
        }

        YearMonth month(String key) {
            return maybeMonth(key).orElseThrow();
        }

        SortedMap<YearMonth, Double> series(String key) {
            return ((Series) Objects.requireNonNull(fields.get(key))).values();
        }

        Branch branch(String key) {
            return maybeBranch(key).orElseThrow();
        }

        /** A flag; absent stands for false. */
        boolean flag(String key) {
            return fields.get(key) instanceof Bool b && b.value();
        }
    }
}
