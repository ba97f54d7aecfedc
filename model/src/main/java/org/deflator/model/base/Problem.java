package org.deflator.model.base;

/**
 * One thing wrong with an input file, told so that its reader can mend it.
 *
 * @param file the file as the user named it
 * @param sheet sheet of a workbook; empty if the file is none
 * @param line line, or row of a sheet, from 1; 0 if the problem concerns the whole file or sheet
 * @param column column, from 1; 0 if unknown
 * @param heading name of the column of a table; empty if the file is none
 * @param found what stands there
 * @param expected what should stand there
 * @param remedy what to do
 */
public record Problem(String file, String sheet, int line, int column, String heading, String found,
        String expected, String remedy) {
    /** A problem in a file of running text, or with a file as a whole. */
    public Problem(String file, int line, int column, String found, String expected, String remedy) {
        this(file, "", line, column, "", found, expected, remedy);
    }

    /**
     * {@code file:line:column: found, expected; remedy}, with the name of the column where it has one. In a
     * workbook the place is {@code file: sheet S, row R, column C}.
     */
    @Override
    public String toString() {
        return place() + ": found " + found + ", expected " + expected + "; " + remedy;
    }

    private String place() {
        if (!sheet.isEmpty()) {
            return file + ": sheet " + sheet + (line == 0 ? "" : ", row " + line)
                    + (heading.isEmpty() ? "" : ", column " + heading);
        }
        return line == 0 ? file : file + ":" + line + ":" + (heading.isEmpty() ? column : heading);
    }
}
