package org.deflator.data.tape;

import java.util.List;
import org.deflator.data.file.Place;

/**
 * The cells of a sheet or a CSV file, as text. A date reads {@code 2030-06-30}, a number has a decimal point
 * and nothing to group its thousands, an empty cell is the empty text.
 *
 * @param file the file as the user named it
 * @param sheet the sheet; empty for a CSV file
 * @param name which table it is
 * @param header names of the columns
 * @param rows what is below, without empty rows
 */
record Grid(String file, String sheet, String name, Row header, List<Row> rows) {
    /**
     * A row.
     *
     * @param line its line or row, from 1
     * @param cells its cells; it may have fewer than the header
     */
    record Row(int line, String[] cells) {
        /** The cell, or the empty text. */
        String cell(int column) {
            return column < cells.length ? cells[column] : "";
        }
    }

    /** A cell; {@code column} from 0. */
    Place place(int line, int column, String heading) {
        return new Place(file, sheet, line, column + 1, heading);
    }

    /** What it is called in a sentence. */
    String kind() {
        return sheet.isEmpty() ? "file" : "sheet";
    }
}
