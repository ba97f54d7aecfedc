/**
 * The market on a block of paths: regimes, factors, rents, resale values, bitcoin, credit.
 *
 * <p>A column is a {@code double[]} with one number per path. {@link org.deflator.engine.path.MarketPlan} is compiled
 * once from the market and shared; a {@link org.deflator.engine.path.PathBlock} belongs to one thread and moves its
 * columns from month to month. A month's columns hold the state at the month's end, {@code (month + 1) / 12} years
 * after the as-of date; the regime is the one that the month starts in and that drives it. A path's numbers depend on
 * the seed and on its own index only, never on the block it is computed in.
 */
@NullMarked
package org.deflator.engine.path;

import org.jspecify.annotations.NullMarked;
