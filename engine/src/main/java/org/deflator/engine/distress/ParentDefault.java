package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.ServicerModel;

/**
 * What a parent's default does to the SPVs it operates (MODEL, correction 5): a court consolidates them, or a new
 * operator is found after an outage and for a fee.
 */
public final class ParentDefault {
    private final Book book;
    private final BookState state;
    private final EstateState estate;
    private final Draws draws;
    private final ServicerModel model;
    private final long[] streams;
    private final double[] consolidation;
    private final double[] outage;

    /** Works on both states. */
    public ParentDefault(Book book, BookState state, EstateState estate, Draws draws) {
        this.book = book;
        this.state = state;
        this.estate = estate;
        this.draws = draws;
        model = book.plan().market().model().servicer();
        streams = book.borrowers().stream().mapToLong(b -> Stream.of("parent default", b.id())).toArray();
        consolidation = new double[state.size];
        outage = new double[state.size];
    }

    /** Reaches the SPVs of parents that defaulted in {@code month}. */
    public void reach(int month, int paths) {
        int span = model.outageMonthsMax() - model.outageMonthsMin() + 1;
        for (BorrowerTerms b : book.borrowers()) {
            if (b.parent() < 0) {
                continue;
            }
            draws.uniformPairs(streams[b.index()], month, consolidation, outage, paths);
            for (int i = 0; i < paths; i++) {
                if (estate.defaultMonth[b.parent()][i] != month || state.alive[b.index()][i] == 0) {
                    continue;
                }
                if (consolidation[i] < model.consolidationProbability()) {
                    estate.doomed[b.index()][i] = DefaultCause.PARENT.ordinal();
                } else {
                    state.outageMonths[b.index()][i] = model.outageMonthsMin() + (int) (outage[i] * span);
                    state.operatorFee[b.index()][i] = model.feeShare();
                }
            }
        }
    }
}
