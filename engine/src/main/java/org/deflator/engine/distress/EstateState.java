package org.deflator.engine.distress;

import java.util.Arrays;
import org.deflator.engine.cashflow.Book;

/** Columns of estates: what defaulted borrowers still own, what is claimed of them and what was recovered. */
public final class EstateState {
    /** By borrower: month of default, -1 while it lives; cause, ordinal of {@link DefaultCause}. */
    public final int[][] defaultMonth;
    public final int[][] cause;
    /** By pool: cards for sale, cards sold a month; cards sold, scrapped and handed over in place so far. */
    public final double[][] stockUnits;
    public final double[][] monthlyUnits;
    public final double[][] soldUnits;
    public final double[][] scrappedUnits;
    public final double[][] handedOverUnits;
    /** By pool: proceeds of a sale in place still to come, USD. */
    public final double[][] inPlaceUsd;
    /** By pool: costs that its sale has not covered yet. */
    public final double[][] carriedCostUsd;
    /** By data centre: load still held, sold in place so far, MW; costs that rents and sale have not covered yet. */
    public final double[][] heldMw;
    public final double[][] soldMw;
    public final double[][] carriedDataCentreUsd;
    /** By borrower: first month of sale, month in which a sale in place pays, free cash. */
    public final double[][] saleMonth;
    public final double[][] inPlaceMonth;
    public final double[][] potUsd;
    /**
     * By borrower, since its default: taken in from its own assets and from estates below it, paid to creditors out of
     * that, passed on to its owner. What SPVs that live distribute to it stands in their ledgers.
     */
    public final double[][] takenInUsd;
    public final double[][] paidOutUsd;
    public final double[][] passedUpUsd;
    /** By debt: claim at default, still unpaid part, recoveries discounted to default. */
    public final double[][] exposureUsd;
    public final double[][] claimUsd;
    public final double[][] recoveredUsd;
    /** By borrower: 1 once everything is sold and shared out. */
    public final double[][] closed;
    /** By borrower: ordinal of the {@link DefaultCause} for which it must fall next month, -1 if none. */
    public final int[][] doomed;

    /** Columns for {@code book} and at most {@code size} paths. */
    public EstateState(Book book, int size) {
        int borrowers = book.borrowers().size();
        int pools = book.pools().size();
        int debts = book.debts().size();
        defaultMonth = new int[borrowers][size];
        cause = new int[borrowers][size];
        stockUnits = new double[pools][size];
        monthlyUnits = new double[pools][size];
        soldUnits = new double[pools][size];
        scrappedUnits = new double[pools][size];
        handedOverUnits = new double[pools][size];
        inPlaceUsd = new double[pools][size];
        saleMonth = new double[borrowers][size];
        inPlaceMonth = new double[borrowers][size];
        carriedCostUsd = new double[pools][size];
        int dataCentres = book.dataCentres().size();
        heldMw = new double[dataCentres][size];
        soldMw = new double[dataCentres][size];
        carriedDataCentreUsd = new double[dataCentres][size];
        potUsd = new double[borrowers][size];
        takenInUsd = new double[borrowers][size];
        paidOutUsd = new double[borrowers][size];
        passedUpUsd = new double[borrowers][size];
        exposureUsd = new double[debts][size];
        claimUsd = new double[debts][size];
        recoveredUsd = new double[debts][size];
        closed = new double[borrowers][size];
        doomed = new int[borrowers][size];
    }

    /** Nobody has defaulted. */
    public void start() {
        for (int b = 0; b < defaultMonth.length; b++) {
            Arrays.fill(defaultMonth[b], -1);
            Arrays.fill(cause[b], -1);
            Arrays.fill(doomed[b], -1);
        }
        for (double[][] columns : new double[][][]{stockUnits, monthlyUnits, soldUnits, scrappedUnits,
                handedOverUnits,
                inPlaceUsd, heldMw, soldMw, carriedDataCentreUsd, saleMonth, inPlaceMonth, carriedCostUsd,
                potUsd, takenInUsd,
                paidOutUsd, passedUpUsd, exposureUsd, claimUsd, recoveredUsd,
                closed}) {
            for (double[] column : columns) {
                Arrays.fill(column, 0);
            }
        }
    }
}
