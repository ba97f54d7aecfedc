/**
 * One borrower earns and pays, one month, on a block of paths. The resolver turns what was agreed into month arrays and
 * dollars; the steps that follow are loops over columns with one entry a path.
 */
@NullMarked
package org.deflator.engine.cashflow;

import org.jspecify.annotations.NullMarked;
