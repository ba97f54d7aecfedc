package org.deflator.engine.contagion;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.distress.EstateState;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.ContagionModel;

/** The channels that a market switches on, each of which acts by itself. */
public final class Channels {
    private final List<Channel> channels;

    /** Channels between {@code state}, {@code estate} and {@code market}. */
    public Channels(Book book, BookState state, EstateState estate, PathBlock market, Draws draws) {
        ContagionModel model = book.plan().market().model().contagion();
        List<Channel> on = new ArrayList<>();
        if (model.rents()) {
            on.add(new Remarketing(book, estate, market, model.remarketing(), state.size));
        }
        if (model.bitcoin()) {
            on.add(new BitcoinSales(state, market, model.bitcoinMarket()));
        }
        if (model.lenders()) {
            on.add(new LenderCapital(book, state, estate, model.lending()));
        }
        if (model.offtakers()) {
            on.add(new FallenCustomers(book, state, estate, draws, model.rejectionProbability()));
        }
        channels = List.copyOf(on);
    }

    /** Forgets the block before. */
    public void start(int paths) {
        channels.forEach(channel -> channel.start(paths));
    }

    /** Lets what earlier months did take effect; call when the market of the month is drawn. */
    public void openMonth(int month, int paths) {
        channels.forEach(channel -> channel.openMonth(month, paths));
    }

    /** Takes down what the next month will feel; call last in a month. */
    public void closeMonth(int month, int paths) {
        channels.forEach(channel -> channel.closeMonth(month, paths));
    }
}
