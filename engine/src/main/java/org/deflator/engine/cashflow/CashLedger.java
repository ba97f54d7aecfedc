package org.deflator.engine.cashflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Every movement of cash on a few paths of a block, so that a reader can follow one path to the dollar.
 * Movements between a borrower's own accounts are not cash movements.
 */
public final class CashLedger {
    /** One movement. */
    public record Entry(int path, int month, int borrower, String account, double usd) {}

    private final int from;
    private final int to;
    private final List<Entry> entries = new ArrayList<>();
    private int month;

    /** A ledger of the first {@code paths} paths of a block; 0 records nothing. */
    public CashLedger(int paths) {
        this(0, paths);
    }

    /** A ledger of the paths from {@code from} up to, but not including, {@code to}. */
    public CashLedger(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Later postings belong to this month. */
    public void openMonth(int newMonth) {
        month = newMonth;
    }

    /** Posts a column of amounts, {@code sign} +1 for inflow to the borrower, -1 for outflow. */
    public void post(int borrower, String account, double[] usd, int sign) {
        for (int i = from; i < to; i++) {
            post(borrower, account, i, sign * usd[i]);
        }
    }

    /** Posts one amount on one path, inflow positive. */
    public void post(int borrower, String account, int path, double usd) {
        if (path >= from && path < to && usd != 0) {
            entries.add(new Entry(path, month, borrower, account, usd));
        }
    }

    /** Posts to account {@code what} of {@code whose}; the name is put together only where it is kept. */
    public void post(int borrower, String what, String whose, int path, double usd) {
        if (path >= from && path < to && usd != 0) {
            post(borrower, what + whose, path, usd);
        }
    }

    /** What was posted, in order. */
    public List<Entry> entries() {
        return entries;
    }
}
