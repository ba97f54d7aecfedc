package org.deflator.engine.cashflow;

import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Remedy;

/**
 * A covenant on the month grid.
 *
 * @param index position among all covenants
 * @param label what is tested, such as {@code DSCR >= 1.35x}
 * @param agreed the covenant as agreed
 * @param threshold limit; USD for liquidity
 * @param tested by month, whether it is tested
 * @param remedy what follows a breach
 */
public record CovenantTerms(int index, String label, Covenant agreed, double threshold, boolean[] tested,
        Remedy remedy) {}
