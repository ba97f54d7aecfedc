package org.deflator.data.tape;

import java.util.Locale;
import java.util.Optional;

/** How much a tape may hold; counts what it is shown. */
final class Limits {
    /** Largest file read. */
    static final long FILE_BYTES = 512L << 20;
    /** Largest part of a workbook when unpacked; a tape of 100,000 instruments has some 150 MB. */
    static final long PART_BYTES = 512L << 20;
    /** Most columns of a table. */
    static final int COLUMNS = 2_000;
    /** Longest text in a cell: that of spreadsheets. */
    static final int CELL_CHARACTERS = 32_767;
    /** Most cells of a tape. */
    static final long CELLS = 20_000_000;

    private long cells;

    /** What a row exceeds, in words; empty if nothing. */
    Optional<String> exceededBy(String[] row) {
        cells += row.length;
        if (cells > CELLS) {
            return Optional.of(String.format(Locale.ROOT, "more than %,d cells", CELLS));
        }
        if (row.length > COLUMNS) {
            return Optional.of(String.format(Locale.ROOT, "%,d columns", row.length));
        }
        for (String cell : row) {
            if (cell.length() > CELL_CHARACTERS) {
                return Optional
                        .of(String.format(Locale.ROOT, "a cell of %,d characters", cell.length()));
            }
        }
        return Optional.empty();
    }
}
