/** Tests of the bundled book. */
@NullMarked
package org.deflator.data.universe;

import org.jspecify.annotations.NullMarked;
