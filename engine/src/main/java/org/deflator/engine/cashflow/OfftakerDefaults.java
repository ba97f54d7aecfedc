package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.CreditModel;
import org.deflator.model.market.Dependence;

/**
 * Customers fail with an intensity that rises with credit spreads: {@code h(t) = h exp(b f - b^2/2)}, f the log spread
 * in standard deviations of its long-run distribution over both regimes. The mean multiplier is one, so that the link
 * adds correlation and not risk (MODEL, correction 7). A scenario may let a customer fail besides.
 */
public final class OfftakerDefaults {
    private final Book book;
    private final BookState state;
    private final Draws draws;
    private final double loading;
    private final int[] forced;
    private final double meanLogSpread;
    private final double sdLogSpread;
    private final long[] streams;
    private final double[] uniform;
    private final double[] multiplier;

    /** Works on the customer columns of {@code state}. */
    public OfftakerDefaults(Book book, BookState state, Draws draws) {
        this.book = book;
        this.state = state;
        this.draws = draws;
        CreditModel credit = book.plan().market().model().credit();
        forced = ForcedDefaults.of(book);
        Dependence dependence = book.plan().market().model().dependence();
        loading = book.plan().market().model().contracts().offtakerFactorLoading();
        double both = dependence.toTight() + dependence.toCalm();
        double tight = both == 0 ? (dependence.startsTight() ? 1 : 0) : dependence.toTight() / both;
        double calmLog = Elementary.log(credit.spreadMeanCalmBp() * 1e-4);
        double tightLog = Elementary.log(credit.spreadMeanTightBp() * 1e-4);
        meanLogSpread = (1 - tight) * calmLog + tight * tightLog;
        double within = credit.spreadVol() * credit.spreadVol() / (2 * credit.spreadReversion());
        double between = tight * (1 - tight) * (tightLog - calmLog) * (tightLog - calmLog);
        sdLogSpread = Math.sqrt(within + between);
        streams = book.offtakers().stream().mapToLong(o -> Stream.of("offtaker default", o.id())).toArray();
        uniform = new double[state.size];
        multiplier = new double[state.size];
    }

    /** Switches off the customers that fail this month. */
    public void fail(PathBlock market, int month, int paths) {
        double[] spread = market.creditSpread();
        for (int i = 0; i < paths; i++) {
            double f = sdLogSpread == 0 ? 0 : (Elementary.log(spread[i]) - meanLogSpread) / sdLogSpread;
            multiplier[i] = Elementary.exp(loading * f - 0.5 * loading * loading);
        }
        for (int o = 0; o < streams.length; o++) {
            draws.uniforms(streams[o], month, uniform, paths);
            double[] alive = state.offtakerAlive[o];
            double hazard = book.offtakers().get(o).hazardPerYear() / 12;
            for (int i = 0; i < paths; i++) {
                boolean fails = uniform[i] < 1 - Elementary.exp(-hazard * multiplier[i]);
                alive[i] = fails ? 0 : alive[i];
            }
        }
        for (int k = 0; k < forced.length; k++) {
            if (forced[k] >= 0) {
                failForced(state.offtakerAlive[forced[k]], market.shocks().weight(k), paths);
            }
        }
    }

    private static void failForced(double[] alive, double[] weight, int paths) {
        for (int i = 0; i < paths; i++) {
            alive[i] = weight[i] > 0 ? 0 : alive[i];
        }
    }
}
