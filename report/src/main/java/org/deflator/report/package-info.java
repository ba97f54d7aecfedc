/** The report that a reader forwards: one file, all figures with their units, sources and limits. */
@NullMarked
package org.deflator.report;

import org.jspecify.annotations.NullMarked;
