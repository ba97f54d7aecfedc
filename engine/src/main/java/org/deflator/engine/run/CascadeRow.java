package org.deflator.engine.run;

/**
 * One default inside a month's cascade on a sampled path.
 *
 * @param path path
 * @param month month of the grid
 * @param round round of the cascade in which it fell; 0 = by its own cash, later rounds = pulled down by prices
 * @param borrower borrower id
 * @param cause why, a label of {@link org.deflator.engine.distress.DefaultCause}
 */
public record CascadeRow(int path, int month, int round, String borrower, String cause) {}
