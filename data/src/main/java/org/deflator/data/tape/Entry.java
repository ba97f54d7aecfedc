package org.deflator.data.tape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deflator.data.file.Shape;
import org.deflator.model.base.Evidence;

/** A portfolio as it is to be written, in a file or on a tape. */
sealed interface Entry {
    /**
     * A single value.
     *
     * @param text as the input spelt it
     * @param shape what it is
     * @param evidence its own, where what covers it from outside is not its evidence
     */
    record Value(String text, Shape shape, Optional<Evidence> evidence) implements Entry {}

    /**
     * A mapping.
     *
     * @param type its type; empty if it has none
     * @param evidence what covers all inside that has no own evidence; empty if that comes from outside
     * @param fields key to entry, in order
     */
    record Mapping(String type, Optional<Evidence> evidence, Map<String, Entry> fields) implements Entry {}

    /** A list. */
    record Listing(List<Entry> items) implements Entry {}
}
