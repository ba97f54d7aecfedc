package org.deflator.engine.covenant;

import java.util.Arrays;
import org.deflator.engine.cashflow.Book;

/** Columns of the covenants of a book: what each test last said and how long a breach has lasted. */
public final class CovenantState {
    /** 1 while the last test of a lock-up or sweep covenant stands breached. */
    public final double[][] breached;
    /** Months for which an event-of-default covenant has been in breach, uncured. */
    public final double[][] breachMonths;
    /** Cures by the sponsor used. */
    public final double[][] curesUsed;
    /** Which of the last tests the sponsor cured: the sum of powers of two, the latest test at 1. */
    public final long[][] cureHistory;
    /** Month until which a waiver suspends the covenant. */
    public final double[][] waivedUntil;
    /** Waivers granted by each debt's lenders. */
    public final double[][] waivers;
    /** 1 if a revolver ended last month above its borrowing base: this month is its last to cure. */
    public final double[][] cureDue;
    /** 1 if it ends this month above it. */
    public final double[][] overAdvanced;
    /** By debt: month of the first event of default and index of the first covenant breached, -1 if none. */
    public final double[][] eventMonth;
    public final double[][] firstBreach;
    /** By borrower: free cash of a live guarantor when the month's covenants were tested, USD. */
    public final double[][] guarantorCashUsd;
    /** By debt: 1 once its lenders have accelerated it. */
    public final double[][] accelerated;

    /** Columns for {@code book} and at most {@code size} paths. */
    public CovenantState(Book book, int size) {
        int covenants = book.covenants().size();
        int debts = book.debts().size();
        breached = new double[covenants][size];
        breachMonths = new double[covenants][size];
        curesUsed = new double[covenants][size];
        cureHistory = new long[covenants][size];
        waivedUntil = new double[covenants][size];
        waivers = new double[debts][size];
        cureDue = new double[debts][size];
        overAdvanced = new double[debts][size];
        eventMonth = new double[debts][size];
        firstBreach = new double[debts][size];
        accelerated = new double[debts][size];
        guarantorCashUsd = new double[book.borrowers().size()][size];
    }

    /** No breach, no waiver. */
    public void start() {
        fill(0, breached);
        fill(0, breachMonths);
        fill(0, curesUsed);
        for (long[] column : cureHistory) {
            Arrays.fill(column, 0);
        }
        fill(-1, waivedUntil);
        fill(0, waivers);
        fill(0, cureDue);
        fill(0, overAdvanced);
        fill(-1, eventMonth);
        fill(-1, firstBreach);
        fill(0, accelerated);
        fill(0, guarantorCashUsd);
    }

    private static void fill(double value, double[][] columns) {
        for (double[] column : columns) {
            Arrays.fill(column, value);
        }
    }
}
