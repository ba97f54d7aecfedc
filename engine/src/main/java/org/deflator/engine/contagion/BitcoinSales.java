package org.deflator.engine.contagion;

import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.ContagionModel;

/** Bitcoin that borrowers, their lenders and estates sell presses on its price by the square-root law (MODEL 7.1(3)). */
public final class BitcoinSales implements Channel {
    private final BookState state;
    private final PathBlock market;
    private final ContagionModel.BitcoinMarket model;
    private final double[] logShift;

    BitcoinSales(BookState state, PathBlock market, ContagionModel.BitcoinMarket model) {
        this.state = state;
        this.market = market;
        this.model = model;
        logShift = new double[state.size];
    }

    /**
     * Share of the price that a sale costs: {@code Y sigma sqrt(Q / V)}, whatever the days it takes (CONT-21).
     *
     * @param coefficient Y
     * @param dailyVol sigma of a day
     * @param soldUsd Q
     * @param volumeUsdPerDay V
     */
    public static double impact(double coefficient, double dailyVol, double soldUsd, double volumeUsdPerDay) {
        return coefficient * dailyVol * Math.sqrt(soldUsd / volumeUsdPerDay);
    }

    @Override
    public void start(int paths) {
        // Nothing is remembered from month to month.
    }

    @Override
    public void openMonth(int month, int paths) {
        // What was sold last month is in the price that this month is drawn from.
    }

    @Override
    public void closeMonth(int month, int paths) {
        for (int i = 0; i < paths; i++) {
            double sold = state.bitcoinSoldUsd[i];
            double lost = sold > 0
                    ? model.lastingShare() * impact(model.impactCoefficient(), model.dailyVol(), sold,
                            model.volumeUsdMPerDay() * 1e6)
                    : 0;
            logShift[i] = Elementary.log1p(-Math.min(lost, MOST_LOST));
        }
        market.shiftLogBitcoin(logShift);
    }

    /** The law is one of small impacts; a month never takes more than this. */
    private static final double MOST_LOST = 0.9;
}
