package org.deflator.data.file;

import org.deflator.model.base.Problem;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user named it
 * @param line line, from 1
 * @param column column, from 1
 */
public record Place(String file, int line, int column) {
    /** A problem at this place. */
    public Problem problem(String found, String expected, String remedy) {
        return new Problem(file, line, column, found, expected, remedy);
    }
}
