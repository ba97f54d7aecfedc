package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.engine.random.Erlang;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.DataCentreModel;

/**
 * Building data centres: completion is late by a gamma-distributed delay, drawn once for each data centre and path; the
 * cost to complete is spent evenly until planned completion, and each month of delay costs a share of the whole. Paid
 * from restricted cash, then from free cash; what is short after that is for the month's liquidity and for whoever
 * guarantees completion.
 */
public final class Construction {
    private final Book book;
    private final BookState state;
    private final Draws draws;
    private final CashLedger ledger;
    private final DataCentreModel model;
    private final double[][] uniforms;
    private final double[] delay;

    /** Works on {@code state}; postings go to {@code ledger}. */
    public Construction(Book book, BookState state, Draws draws, CashLedger ledger) {
        this.book = book;
        this.state = state;
        this.draws = draws;
        this.ledger = ledger;
        model = book.plan().market().model().dataCentres();
        uniforms = new double[model.delayShape()][state.size];
        delay = new double[state.size];
    }

    /** Draws the delays; what is complete on the as-of date stays so. */
    public void start(int paths) {
        for (DataCentreTerms dataCentre : book.dataCentres()) {
            if (dataCentre.completion() < 0 || model.delayScaleMonths() == 0) {
                continue;
            }
            draw(dataCentre, paths);
            double[] completion = state.completion[dataCentre.index()];
            for (int i = 0; i < paths; i++) {
                completion[i] = dataCentre.completion() + Math.floor(delay[i] + 0.5);
            }
        }
    }

    private void draw(DataCentreTerms dataCentre, int paths) {
        if (book.plan().isMedian()) {
            Arrays.fill(delay, 0, paths,
                    Erlang.quantileOfTail(model.delayShape(), model.delayScaleMonths(), 0.5));
            return;
        }
        for (int stage = 0; stage < uniforms.length; stage++) {
            draws.uniforms(Stream.of("completion delay", dataCentre.id(), stage), 0, uniforms[stage], paths);
        }
        Erlang.sample(uniforms, model.delayShape(), model.delayScaleMonths(), delay, paths);
    }

    /** Pays what the data centres of {@code b} cost this month. */
    public void pay(BorrowerTerms b, int month, int paths) {
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            int d = dataCentre.index();
            double planned = dataCentre.spendUsd()[month];
            boolean due = dataCentre.completion() >= 0 && month >= dataCentre.completion();
            double late = due ? model.delayCostShare() * dataCentre.costUsd() : 0;
            for (int i = 0; i < paths && planned + late > 0; i++) {
                double alive = state.alive[b.index()][i];
                double delayed = alive * (month < state.completion[d][i] ? late : 0);
                double spent = alive * planned;
                double restricted = Math.min(state.restrictedUsd[b.index()][i], spent + delayed);
                state.restrictedUsd[b.index()][i] -= restricted;
                state.cashUsd[b.index()][i] -= spent + delayed - restricted;
                state.toSpendUsd[d][i] -= spent;
                ledger.post(b.index(), "construction of ", dataCentre.name(), i, -spent);
                ledger.post(b.index(), "delay of ", dataCentre.name(), i, -delayed);
            }
        }
    }
}
