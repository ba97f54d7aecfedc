/** The {@code deflator} command. The only place that wires model, engine, data and report together. */
@NullMarked
package org.deflator.cli;

import org.jspecify.annotations.NullMarked;
