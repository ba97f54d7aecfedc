/** One market for all sellers, and the fixed point of what their sales do to the others. */
@NullMarked
package org.deflator.engine.contagion;

import org.jspecify.annotations.NullMarked;
