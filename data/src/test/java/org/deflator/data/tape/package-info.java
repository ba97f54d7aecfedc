/** Tests of loan tapes. */
@NullMarked
package org.deflator.data.tape;

import org.jspecify.annotations.NullMarked;
