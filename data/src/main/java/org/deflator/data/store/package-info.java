/**
 * The run directory: what went in, the blocks of paths that are finished, and the tables that came out.
 * Everything is written to a temporary name and moved into place, so a file that exists is whole.
 */
@NullMarked
package org.deflator.data.store;

import org.jspecify.annotations.NullMarked;
