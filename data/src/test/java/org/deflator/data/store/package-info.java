/** Tests of the run directory. */
@NullMarked
package org.deflator.data.store;

import org.jspecify.annotations.NullMarked;
