/** Tests of the studies. */
@NullMarked
package org.deflator.engine.study;

import org.jspecify.annotations.NullMarked;
