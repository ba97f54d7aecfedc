package org.deflator.data.file;

/**
 * A node that does not come from YAML text, such as a row or a cell of a loan tape, and knows where it
 * stands.
 */
public interface PlacedNode {
    /** Where it stands. */
    Place place();

    /** Where the value of a key would stand that a mapping lacks. */
    default Place missing(String key) {
        return place();
    }

    /** Whether the user is told elsewhere that a key is missing, as for a column that a whole table lacks. */
    default boolean toldMissing(String key) {
        return false;
    }
}
