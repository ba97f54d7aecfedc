package org.deflator.model.portfolio;

import java.time.LocalDate;
import org.deflator.model.base.Check;

/** A test that the documents prescribe, and what follows a breach. */
public sealed interface Covenant {
    /** Months that a trailing ratio may look back: no more are kept. */
    int LONGEST_TRAILING_MONTHS = 12;

    /** First date on which it is tested. */
    LocalDate firstTest();

    /** Months between tests. */
    int everyMonths();

    /** What follows a breach. */
    Remedy remedy();

    /**
     * Debt service cover: cash flow available for debt service over scheduled debt service without balloons.
     *
     * @param threshold breach below this
     * @param trailingMonths months that numerator and denominator look back, 1 to {@link #LONGEST_TRAILING_MONTHS}
     */
    record MinDscr(double threshold, int trailingMonths, LocalDate firstTest, int everyMonths, Remedy remedy)
            implements
                Covenant {
        public MinDscr {
            Check.between(trailingMonths, 1, LONGEST_TRAILING_MONTHS, "trailingMonths");
        }
    }

    /**
     * Free cash plus undrawn revolver.
     *
     * @param usdM breach below this, USD millions
     */
    record MinLiquidity(double usdM, LocalDate firstTest, int everyMonths,
            Remedy remedy) implements Covenant {}

    /**
     * Balance over marked collateral.
     *
     * @param threshold breach above this
     */
    record MaxLtv(double threshold, LocalDate firstTest, int everyMonths,
            Remedy remedy) implements Covenant {}

    /**
     * Net debt of the group over its EBITDA of the last twelve months.
     *
     * @param threshold breach above this
     */
    record MaxNetLeverage(double threshold, LocalDate firstTest, int everyMonths, Remedy remedy)
            implements
                Covenant {}

    /**
     * Interest cover: EBITDA over interest due.
     *
     * @param threshold breach below this
     * @param trailingMonths months that numerator and denominator look back, 1 to {@link #LONGEST_TRAILING_MONTHS}
     */
    record MinInterestCover(double threshold, int trailingMonths, LocalDate firstTest, int everyMonths,
            Remedy remedy) implements Covenant {
        public MinInterestCover {
            Check.between(trailingMonths, 1, LONGEST_TRAILING_MONTHS, "trailingMonths");
        }
    }

    /**
     * Net operating income of the data centres pledged, twelve times the month's, over the debt that they secure.
     *
     * @param threshold breach below this, a fraction
     */
    record MinDebtYield(double threshold, LocalDate firstTest, int everyMonths,
            Remedy remedy) implements Covenant {}
}
