package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Normal;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.FinancingModel.EquityBetas;

/** Market value of a listed borrower's equity and what can be raised from it (MODEL 5.3). */
public final class Equity {
    private final BookState state;
    private final Draws draws;
    private final FinancingModel model;
    private final long[] streams;
    private final double[] uniform;
    private final double[] noise;
    private final double[] lastBitcoin;
    private final double[] lastScarcity;
    private final double[] lastSpread;
    private final double[] bitcoinReturn;
    private final double[] scarcityChange;
    private final double[] spreadChange;

    /** Works on the equity columns of {@code state}. */
    public Equity(Book book, BookState state, Draws draws) {
        this.state = state;
        this.draws = draws;
        model = book.plan().market().model().financing();
        streams = book.borrowers().stream().mapToLong(b -> Stream.of("equity", b.id())).toArray();
        uniform = new double[state.size];
        noise = new double[state.size];
        lastBitcoin = new double[state.size];
        lastScarcity = new double[state.size];
        lastSpread = new double[state.size];
        bitcoinReturn = new double[state.size];
        scarcityChange = new double[state.size];
        spreadChange = new double[state.size];
    }

    /** Remembers the market of the as-of date. */
    public void start(PathBlock market, int paths) {
        System.arraycopy(market.bitcoinUsd(), 0, lastBitcoin, 0, paths);
        System.arraycopy(market.scarcity(), 0, lastScarcity, 0, paths);
        System.arraycopy(market.creditSpread(), 0, lastSpread, 0, paths);
    }

    /** Takes the month's market moves; call once a month before {@link #move}. */
    public void openMonth(PathBlock market, int paths) {
        for (int i = 0; i < paths; i++) {
            bitcoinReturn[i] = Elementary.log(market.bitcoinUsd()[i] / lastBitcoin[i]);
            scarcityChange[i] = market.scarcity()[i] - lastScarcity[i];
            spreadChange[i] = Elementary.log(market.creditSpread()[i] / lastSpread[i]);
        }
        start(market, paths);
    }

    /** Moves the equity of borrower {@code b} by one month. */
    public void move(BorrowerTerms b, int month, int paths) {
        if (b.equityUsd() == 0) {
            return;
        }
        EquityBetas betas = b.equityBetas();
        draws.uniforms(streams[b.index()], month, uniform, paths);
        Normal.fromUniforms(uniform, noise, paths);
        double sd = betas.ownVol() * Math.sqrt(1 / 12.0);
        double[] equity = state.equityUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            double logReturn = betas.bitcoin() * bitcoinReturn[i] + betas.scarcity() * scarcityChange[i]
                    - betas.spread() * spreadChange[i] + sd * noise[i] - 0.5 * sd * sd;
            equity[i] *= Elementary.exp(logReturn);
        }
    }

    /** Most that can be raised in the quarter that ends with {@code month}; 0 in other months. */
    public double capacityUsd(int borrower, int month, int path, boolean tight, double debtUsd) {
        double equity = state.equityUsd[borrower][path];
        if ((month + 1) % 3 != 0 || equity < model.equityMinOverDebt() * debtUsd) {
            return 0;
        }
        return equity * (tight ? model.equityRaiseTight() : model.equityRaiseCalm());
    }
}
