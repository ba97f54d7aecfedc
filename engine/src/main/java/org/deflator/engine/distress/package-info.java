/** Default, sale of collateral, recovery. */
@NullMarked
package org.deflator.engine.distress;

import org.jspecify.annotations.NullMarked;
