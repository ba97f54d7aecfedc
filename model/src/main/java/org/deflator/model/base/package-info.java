/** What every room needs: time, day counts, evidence for figures, problems found in input. */
@NullMarked
package org.deflator.model.base;

import org.jspecify.annotations.NullMarked;
