/** Results to portfolio risk, and the closed forms that simulation is held to. */
@NullMarked
package org.deflator.engine.risk;

import org.jspecify.annotations.NullMarked;
