/** What must hold of the market on a block of paths. */
@NullMarked
package org.deflator.engine.path;

import org.jspecify.annotations.NullMarked;
