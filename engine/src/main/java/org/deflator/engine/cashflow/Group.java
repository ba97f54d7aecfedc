package org.deflator.engine.cashflow;

import java.util.Arrays;

/**
 * Consolidated columns: a borrower with everything below it, as a lender to it looks at it when it asks for money.
 * SPVs stand before their parents, so one pass adds each borrower to its parent.
 */
public final class Group {
    private final Book book;
    private final BookState state;
    private final double[][] debtUsd;
    private final double[][] cfadsUsd;
    private final double[][] serviceUsd;
    private final double[][] ebitdaUsd;
    private final double[] sum;

    /** Works on {@code state}. */
    public Group(Book book, BookState state) {
        this.book = book;
        this.state = state;
        int borrowers = book.borrowers().size();
        debtUsd = new double[borrowers][state.size];
        cfadsUsd = new double[borrowers][state.size];
        serviceUsd = new double[borrowers][state.size];
        ebitdaUsd = new double[borrowers][state.size];
        sum = new double[state.size];
    }

    /** Debt outstanding below and at a borrower. */
    public double[] debtUsd(int borrower) {
        return debtUsd[borrower];
    }

    /** Cash flow available for debt service over the trailing window, annualised. */
    public double[] cfadsUsd(int borrower) {
        return cfadsUsd[borrower];
    }

    /** Scheduled debt service over the trailing window, annualised. */
    public double[] serviceUsd(int borrower) {
        return serviceUsd[borrower];
    }

    /** EBITDA over the trailing window, annualised. */
    public double[] ebitdaUsd(int borrower) {
        return ebitdaUsd[borrower];
    }

    /** Consolidates the state at the end of the month before {@code month} (the opening state if that is 0). */
    public void consolidate(int month, int paths) {
        for (BorrowerTerms b : book.borrowers()) {
            Arrays.fill(debtUsd[b.index()], 0, paths, 0);
            Arrays.fill(cfadsUsd[b.index()], 0, paths, 0);
            Arrays.fill(serviceUsd[b.index()], 0, paths, 0);
            Arrays.fill(ebitdaUsd[b.index()], 0, paths, 0);
        }
        for (BorrowerTerms b : book.borrowers()) {
            int x = b.index();
            double[] alive = state.alive[x];
            for (DebtTerms debt : b.debts()) {
                double[] balance = state.balanceUsd[debt.index()];
                for (int i = 0; i < paths; i++) {
                    debtUsd[x][i] += alive[i] * balance[i];
                }
            }
            addTrailing(state.cfadsWindow[x], alive, month, paths, cfadsUsd[x]);
            addTrailing(state.serviceWindow[x], alive, month, paths, serviceUsd[x]);
            addTrailing(state.ebitdaWindow[x], alive, month, paths, ebitdaUsd[x]);
            if (b.parent() >= 0) {
                add(debtUsd[b.parent()], debtUsd[x], paths);
                add(cfadsUsd[b.parent()], cfadsUsd[x], paths);
                add(serviceUsd[b.parent()], serviceUsd[x], paths);
                add(ebitdaUsd[b.parent()], ebitdaUsd[x], paths);
            }
        }
    }

    private void addTrailing(double[][] window, double[] alive, int month, int paths, double[] to) {
        int months = Math.min(month, BookState.WINDOW);
        double annual = months == 0 ? 0 : 12.0 / months;
        BookState.trailing(window, month - 1, months, sum, paths);
        for (int i = 0; i < paths; i++) {
            to[i] += alive[i] * annual * sum[i];
        }
    }

    private static void add(double[] to, double[] from, int paths) {
        for (int i = 0; i < paths; i++) {
            to[i] += from[i];
        }
    }
}
