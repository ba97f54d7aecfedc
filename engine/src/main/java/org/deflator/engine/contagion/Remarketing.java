package org.deflator.engine.contagion;

import java.util.Arrays;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.distress.EstateState;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.ContagionModel;

/**
 * Cards that estates sell one by one are let again, without the contract that held them, and press on rents (MODEL
 * 7.1(2)): no card is destroyed, as no fibre was. Scarcity falls by {@code ln(1 + share) / elasticity} and reverts as it
 * always does. Cards sold in place keep their contract and press on nobody.
 */
public final class Remarketing implements Channel {
    private final Book book;
    private final EstateState estate;
    private final PathBlock market;
    private final ContagionModel.Remarketing model;
    private final double[] equivalents;
    private final double[] before;
    private final double[] shift;

    Remarketing(Book book, EstateState estate, PathBlock market, ContagionModel.Remarketing model, int size) {
        this.book = book;
        this.estate = estate;
        this.market = market;
        this.model = model;
        // Depth is stated in cards of one generation, which a card of another stands for by its price.
        equivalents = book.pools().stream()
                .mapToDouble(pool -> 1 / book.plan().generation(pool.generation()).depthMultiple()).toArray();
        before = new double[size];
        shift = new double[size];
    }

    /**
     * Change of scarcity when capacity of {@code share} of what is let comes to the market anew (CONT-22).
     *
     * @param demandElasticity price elasticity of demand for card-hours
     */
    public static double scarcityShift(double share, double demandElasticity) {
        return -Elementary.log(1 + share) / demandElasticity;
    }

    @Override
    public void start(int paths) {
        Arrays.fill(before, 0);
    }

    @Override
    public void openMonth(int month, int paths) {
        // What was let again last month is in the scarcity that this month is drawn from.
    }

    @Override
    public void closeMonth(int month, int paths) {
        for (int i = 0; i < paths; i++) {
            double sold = 0;
            for (Pool pool : book.pools()) {
                sold += equivalents[pool.index()] * estate.soldUnits[pool.index()][i];
            }
            shift[i] = sold > before[i]
                    ? scarcityShift((sold - before[i]) / model.installedCards(), model.demandElasticity())
                    : 0;
            before[i] = sold;
        }
        market.shiftScarcity(shift);
    }
}
