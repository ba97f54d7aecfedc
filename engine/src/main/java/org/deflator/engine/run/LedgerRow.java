package org.deflator.engine.run;

/**
 * One movement of cash on a sampled path.
 *
 * @param path path
 * @param month month of the grid
 * @param borrower borrower id
 * @param account what it was for, such as {@code contract revenue} or {@code interest ddtl-4}
 * @param usd amount from the borrower's side, inflow positive, USD
 */
public record LedgerRow(int path, int month, String borrower, String account, double usd) {}
