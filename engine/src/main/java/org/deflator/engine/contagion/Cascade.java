package org.deflator.engine.contagion;

import org.deflator.model.base.Check;

/**
 * The least-bad fixed point of defaults and collateral prices in one month, on a block of paths (MODEL
 * 7.1(1), 7.2).
 *
 * <p>Start from the defaults that borrowers' own cash caused. Each round puts the collateral of the borrowers
 * that fell in the round before up for sale, re-marks, and asks every borrower still standing whether it
 * falls at these marks; only on paths where the round before changed something. All answers of a round are
 * collected before any takes effect, so the order of borrowers does not matter.
 *
 * <p>Defaults only turn on, and more stock for sale never raises a mark. Hence the iteration climbs to the
 * smallest set of defaults that is consistent with its own prices, whichever way it is walked. Each round but
 * the last adds a default on every path it visits, so there are at most one more round than borrowers; more
 * is a fault of the program.
 */
public final class Cascade {
    /** What the cascade asks of the borrowers; they are numbered in the order of their ids. */
    public interface Retest {
        /**
         * Puts the collateral of a borrower that just defaulted up for sale.
         *
         * @param lanes paths on which it did, the first {@code count}, ascending
         */
        void announce(int borrower, int[] lanes, int count, ImpactMarket market);

        /**
         * Tests a borrower at new marks, on stored columns: no waterfall runs again. A borrower
         * that falls at some marks must fall at any lower ones.
         *
         * @param markFactor factor on the resale price by generation and path
         * @param lanes paths to test, the first {@code count}, ascending; the borrower is not in default
         *            there
         * @param falls set {@code falls[lane]} to true where it defaults at these marks; false on entry
         */
        void newlyDefaulted(int borrower, double[][] markFactor, int[] lanes, int count, boolean[] falls);
    }

    /** Round of a borrower that stands. */
    public static final int STANDS = -1;

    private final int borrowers;
    private final boolean[][] front;
    private final int[][] round;
    private final int[] active;
    private final int[] lanes;

    /**
     * @param borrowers borrowers of the book
     * @param size most paths in a block
     */
    public Cascade(int borrowers, int size) {
        this.borrowers = Check.between(borrowers, 1, Integer.MAX_VALUE - 1, "borrowers");
        front = new boolean[borrowers][size];
        round = new int[borrowers][size];
        active = new int[size];
        lanes = new int[size];
    }

    /**
     * Runs one month to the fixed point.
     *
     * @param defaulted in and out, by borrower and path: in default before or since this month; those of
     *            {@code fresh} and those that the cascade pulls down are turned on
     * @param fresh by borrower and path: fell this month by its own cash, its collateral not yet announced
     * @param paths paths in the block
     * @return rounds in which somebody fell after round 0, the most over paths
     */
    public int run(boolean[][] defaulted, boolean[][] fresh, int paths, ImpactMarket market, Retest retest) {
        for (int b = 0; b < borrowers; b++) {
            for (int p = 0; p < paths; p++) {
                front[b][p] = fresh[b][p];
                defaulted[b][p] |= fresh[b][p];
                round[b][p] = fresh[b][p] ? 0 : STANDS;
            }
        }
        for (int r = 1; r <= borrowers + 1; r++) {
            int count = announce(paths, market, retest);
            if (count == 0) {
                return Math.max(0, r - 2);
            }
            market.mark(active, count);
            retest(defaulted, count, r, market, retest);
        }
        throw new IllegalStateException(
                "cascade of " + borrowers + " borrowers did not end in as many rounds");
    }

    /** Announces the stock of the front and collects the paths that have one; returns how many. */
    private int announce(int paths, ImpactMarket market, Retest retest) {
        for (int b = 0; b < borrowers; b++) {
            int count = 0;
            for (int p = 0; p < paths; p++) {
                if (front[b][p]) {
                    lanes[count++] = p;
                }
            }
            if (count > 0) {
                retest.announce(b, lanes, count, market);
            }
        }
        int count = 0;
        for (int p = 0; p < paths; p++) {
            boolean changed = false;
            for (int b = 0; b < borrowers; b++) {
                changed |= front[b][p];
                front[b][p] = false;
            }
            if (changed) {
                active[count++] = p;
            }
        }
        return count;
    }

    private void retest(boolean[][] defaulted, int activeCount, int r, ImpactMarket market, Retest retest) {
        for (int b = 0; b < borrowers; b++) {
            int count = 0;
            for (int i = 0; i < activeCount; i++) {
                if (!defaulted[b][active[i]]) {
                    lanes[count++] = active[i];
                }
            }
            if (count > 0) {
                retest.newlyDefaulted(b, market.standingMarks(), lanes, count, front[b]);
            }
            for (int i = 0; i < count; i++) {
                if (front[b][lanes[i]]) {
                    defaulted[b][lanes[i]] = true;
                    round[b][lanes[i]] = r;
                }
            }
        }
    }

    /**
     * Round of the last run in which {@code borrower} fell, by path: 0 by its own cash, {@link #STANDS} not
     * at all.
     */
    public int[] roundOf(int borrower) {
        return round[borrower];
    }
}
