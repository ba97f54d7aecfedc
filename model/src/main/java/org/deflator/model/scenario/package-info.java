/** Named changes to a portfolio and its market, and the switches of the mechanisms. */
@NullMarked
package org.deflator.model.scenario;

import org.jspecify.annotations.NullMarked;
