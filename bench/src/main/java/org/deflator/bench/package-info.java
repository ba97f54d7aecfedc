/** What the engine costs, in units that a reader can multiply: nanoseconds per instrument, month and path. */
@NullMarked
package org.deflator.bench;

import org.jspecify.annotations.NullMarked;
