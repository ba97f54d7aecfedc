package org.deflator.model.base;

/**
 * One thing wrong with an input file, told so that its reader can mend it.
 *
 * @param file the file as the user named it
 * @param line line, from 1; 0 if the problem concerns the whole file
 * @param column column, from 1; 0 if unknown
 * @param found what stands there
 * @param expected what should stand there
 * @param remedy what to do
 */
public record Problem(String file, int line, int column, String found, String expected, String remedy) {
    /** {@code file:line:column: found; expected; remedy}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": found " + found + ", expected " + expected + "; " + remedy;
    }
}
