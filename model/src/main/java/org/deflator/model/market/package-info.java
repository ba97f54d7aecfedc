/**
 * The world the borrowers live in: GPU generations, launches, rents, resale prices, bitcoin, rates, market
 * depth. Records only; how they move is the engine's business.
 */
@NullMarked
package org.deflator.model.market;

import org.jspecify.annotations.NullMarked;
