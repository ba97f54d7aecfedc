package org.deflator.engine.covenant;

/** An equity cure: cash of the sponsor that counts as cash flow of the tested period (MODEL 5.6). */
public final class Cure {
    private Cure() {}

    /** Cash that lifts DSCR to {@code minDscr} (BORR-24), USD; zero if the test is met. */
    public static double amountUsd(double cfadsUsd, double serviceUsd, double minDscr) {
        double amount = minDscr * serviceUsd - cfadsUsd;
        return amount > 0 ? amount : 0;
    }

    /** A history of tests, the latest at the lowest bit, with one more test. */
    static long remember(long history, boolean cured) {
        return history << 1 | (cured ? 1 : 0);
    }

    /** Cures in the last {@code tests} tests of a history. */
    static int inLast(long history, int tests) {
        return Long.bitCount(history & ((1L << tests) - 1));
    }
}
