/**
 * Columns of random numbers, and the elementary functions of the engine.
 *
 * <p>A column is a {@code double[]} with one number per path of a block. Everything here is a static method
 * on numbers or on columns: it keeps no state, allocates nothing in the kernels, and gives the same bits for
 * a path whatever the block, the thread or the machine. That is why the functions are our own polynomials
 * with {@link Math#fma}: the platform's {@code Math.exp} may differ in the last bit between processors.
 *
 * <p>The story of a random number: {@link org.deflator.engine.random.CounterRandom} turns (seed, stream,
 * month, path) into a uniform, {@link org.deflator.engine.random.Normal} into a normal, {@link
 * org.deflator.engine.random.Correlator} mixes the factors, and {@link org.deflator.engine.random.StudentT}
 * gives them a common tail.
 */
@NullMarked
package org.deflator.engine.random;

import org.jspecify.annotations.NullMarked;
