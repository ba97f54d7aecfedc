package org.deflator.engine.contagion;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.distress.EstateState;
import org.deflator.engine.random.Stream;

/**
 * A customer of the same id as a borrower is that borrower (MODEL 7.1(5)): in the month after it has fallen it rejects
 * its contracts and leases, all of them or none.
 */
final class FallenCustomers implements Channel {
    private final Book book;
    private final BookState state;
    private final EstateState estate;
    private final Draws draws;
    private final double rejectionProbability;
    private final long[] streams;
    private final double[] uniform;

    FallenCustomers(Book book, BookState state, EstateState estate, Draws draws,
            double rejectionProbability) {
        this.book = book;
        this.state = state;
        this.estate = estate;
        this.draws = draws;
        this.rejectionProbability = rejectionProbability;
        streams = book.offtakers().stream().mapToLong(o -> Stream.of("rejects contracts", o.id())).toArray();
        uniform = new double[state.size];
    }

    @Override
    public void start(int paths) {
        // Nobody has fallen.
    }

    @Override
    public void openMonth(int month, int paths) {
        for (int o = 0; o < streams.length; o++) {
            int borrower = book.offtakers().get(o).borrower();
            if (borrower < 0) {
                continue;
            }
            draws.uniforms(streams[o], month, uniform, paths);
            for (int i = 0; i < paths; i++) {
                boolean fell = estate.defaultMonth[borrower][i] >= 0
                        && estate.defaultMonth[borrower][i] == month - 1;
                state.offtakerAlive[o][i] =
                        fell && uniform[i] < rejectionProbability ? 0 : state.offtakerAlive[o][i];
            }
        }
    }

    @Override
    public void closeMonth(int month, int paths) {
        // Who fell is read when the next month opens.
    }
}
