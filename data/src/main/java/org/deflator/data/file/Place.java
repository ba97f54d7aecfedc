package org.deflator.data.file;

import org.deflator.model.base.Problem;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user named it
 * @param sheet sheet of a workbook; empty in a file that is one text
 * @param line line, or row of a sheet, from 1
 * @param column column, from 1
 * @param heading name of the column of a table; empty in running text
 */
public record Place(String file, String sheet, int line, int column, String heading) {
    /** A place in running text. */
    public Place(String file, int line, int column) {
        this(file, "", line, column, "");
    }

    /** A problem at this place. */
    public Problem problem(String found, String expected, String remedy) {
        return new Problem(file, sheet, line, column, heading, found, expected, remedy);
    }

    /** Where to look inside the file, such as {@code on line 7}. */
    String inside() {
        return (sheet.isEmpty() ? "on line " : "in row ") + line;
    }
}
