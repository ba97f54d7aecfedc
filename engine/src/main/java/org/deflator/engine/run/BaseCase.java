package org.deflator.engine.run;

import java.time.LocalDate;
import java.util.List;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;

/**
 * The base case: every random driver at its median, one path.
 *
 * @param portfolioId name of the book
 * @param asOf as-of date
 * @param unmodelled what could not be simulated
 * @param leftOut growth outside the perimeter
 * @param ledger all cash movements
 * @param statedLtv per debt, balance over marked collateral after the first month; NaN if unsecured
 * @param liquidationLtv per debt, balance over orderly sale proceeds; NaN if unsecured
 */
record BaseCase(String portfolioId, LocalDate asOf, List<Unmodelled> unmodelled,
        List<LeftOut> leftOut, List<LedgerRow> ledger,
        double[] statedLtv, double[] liquidationLtv) {}
