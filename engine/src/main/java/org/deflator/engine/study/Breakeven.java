package org.deflator.engine.study;

/**
 * The level of a driver at which a promise to a lender is first broken, all else as in the base case. Each level tried
 * is a base case of its own.
 *
 * @param driver what moves
 * @param target which promise
 * @param baseLevel level of the base case, in the driver's unit
 * @param outcome where it breaks
 */
public record Breakeven(Driver driver, Target target, double baseLevel, Outcome outcome) {
    /**
     * A promise.
     *
     * @param kind covenant or par
     * @param instrument instrument id
     * @param label the covenant in words, such as {@code DSCR >= 1.35x}; {@code par} for par
     */
    public record Target(Kind kind, String instrument, String label) {
        /** Kinds of promise. */
        public enum Kind {
            /** Every test of a covenant is kept until the debt is repaid. */
            COVENANT,
            /**
             * The debt is paid in full from cash flow and the sale of collateral, without new lenders, new equity or
             * support from outside what the borrower owns. After a default the claim bears no interest:
             * what counts is principal and what was due by then.
             */
            PAR
        }
    }

    /** What the search found; levels are in the driver's unit. */
    public sealed interface Outcome {
        /** Kept on one side of {@code level}, broken on the other. */
        record At(double level) implements Outcome {}

        /** Never broken, down or up to {@code bound}. */
        record Kept(double bound) implements Outcome {}

        /** Broken in the base case, and still at the best level tried. */
        record Broken(double bound) implements Outcome {}
    }

    /** Change of the driver to the breakeven, over the base level; NaN if there is none. */
    public double change() {
        return outcome instanceof Outcome.At at && baseLevel != 0 ? at.level() / baseLevel - 1 : Double.NaN;
    }

    /** Distance that the driver may still move against the lender, in its unit; negative if broken; NaN if none. */
    public double room() {
        if (!(outcome instanceof Outcome.At at)) {
            return Double.NaN;
        }
        return driver.hurtsWhenHigh() ? at.level() - baseLevel : baseLevel - at.level();
    }
}
