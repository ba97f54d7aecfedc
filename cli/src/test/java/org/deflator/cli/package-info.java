/** Tests of the command line. */
@NullMarked
package org.deflator.cli;

import org.jspecify.annotations.NullMarked;
