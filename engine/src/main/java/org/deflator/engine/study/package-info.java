/** Questions asked of the engine: what a lender looks for first, from the base case and from shocked base cases. */
@NullMarked
package org.deflator.engine.study;

import org.jspecify.annotations.NullMarked;
