/**
 * Loan tapes: a portfolio as tables, in an Excel workbook or a folder of CSV files, in and out without loss.
 *
 * <p>{@link org.deflator.data.tape.TapeLayout} derives tables and columns from the description of a portfolio
 * file. In: a {@link org.deflator.data.tape.Grid} of cells is bound to its table, and rows become the nodes
 * that a YAML file would have, so that the same reader and the same checks follow. Out: an
 * {@link org.deflator.data.tape.Outline} of the portfolio becomes rows, or YAML.
 */
@NullMarked
package org.deflator.data.tape;

import org.jspecify.annotations.NullMarked;
