/** Ratios, tests, cures, remedies: what the documents look at and what lenders then do. */
@NullMarked
package org.deflator.engine.covenant;

import org.jspecify.annotations.NullMarked;
