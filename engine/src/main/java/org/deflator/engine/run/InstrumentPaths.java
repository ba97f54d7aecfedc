package org.deflator.engine.run;

/**
 * What happened to one instrument on each path of a block. Arrays have one entry a path.
 *
 * @param paymentMonth month of payment default, -1 if none
 * @param agencyMonth month of default as agencies count, -1 if none
 * @param covenantMonth month of the first event of default, -1 if none
 * @param cause ordinal of {@link org.deflator.engine.distress.DefaultCause}, -1 if none
 * @param firstBreach index of the first covenant breached in the instrument's own list, -1 if none
 * @param exposureUsd claim at default, USD
 * @param recoveryUsd recoveries discounted to default at the instrument's rate, USD
 * @param lossUsd loss discounted to the as-of date at SOFR, USD
 * @param minDscr lowest DSCR while debt service was due and the borrower lived; NaN if never
 */
public record InstrumentPaths(short[] paymentMonth, short[] agencyMonth, short[] covenantMonth, byte[] cause,
        byte[] firstBreach, double[] exposureUsd, double[] recoveryUsd, double[] lossUsd, double[] minDscr) {
    /** No path has defaulted yet. */
    public static InstrumentPaths none(int paths) {
        InstrumentPaths none = new InstrumentPaths(new short[paths], new short[paths], new short[paths],
                new byte[paths], new byte[paths], new double[paths], new double[paths], new double[paths],
                new double[paths]);
        java.util.Arrays.fill(none.paymentMonth, (short) -1);
        java.util.Arrays.fill(none.agencyMonth, (short) -1);
        java.util.Arrays.fill(none.covenantMonth, (short) -1);
        java.util.Arrays.fill(none.cause, (byte) -1);
        java.util.Arrays.fill(none.firstBreach, (byte) -1);
        java.util.Arrays.fill(none.minDscr, Double.NaN);
        return none;
    }
}
