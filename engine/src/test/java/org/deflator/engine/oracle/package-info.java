/** Worked values that nobody derived from this code, and the engine's answers to them. */
@NullMarked
package org.deflator.engine.oracle;

import org.jspecify.annotations.NullMarked;
