/**
 * The front door: a portfolio, a market and a plan in; what happened out. Cash is signed from the borrower
 * side, inflow positive; losses are positive to the lender.
 */
@NullMarked
package org.deflator.engine.run;

import org.jspecify.annotations.NullMarked;
