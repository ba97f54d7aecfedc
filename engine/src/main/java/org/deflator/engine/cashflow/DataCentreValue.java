package org.deflator.engine.cashflow;

import java.util.List;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Erlang;
import org.deflator.model.market.DataCentreModel;

/**
 * What a data centre is worth to a buyer at the end of a month, by the state of that month: the lease with what follows
 * it ({@link LeaseValue}), or the market value and what a lease made at the market pays above or below it; for one that
 * is not complete, its value at the completion now expected, less what is still to be spent until then. At least zero.
 */
final class DataCentreValue {
    private static final LeaseStage[] STAGES = LeaseStage.values();

    private final BookState state;
    private final DataCentreModel model;
    private final double calmSpread;
    private final List<LeaseValue> leases;
    private final LeaseValue.Parts scratch = LeaseValue.scratch();
    private final double[] marketUsdPerKw;

    /** Writes the value columns of {@code state}. */
    DataCentreValue(Book book, BookState state) {
        this.state = state;
        model = book.plan().market().model().dataCentres();
        calmSpread = book.plan().market().model().credit().spreadMeanCalmBp() * 1e-4;
        leases = book.dataCentres().stream().map(d -> new LeaseValue(d, book)).toList();
        marketUsdPerKw = new double[state.size];
    }

    /** Capitalisation rate at a level of the credit spread. */
    double capRate(double spreadPerYear) {
        return model.capRate()
                * Elementary.exp(model.capRateElasticity() * Elementary.log(spreadPerYear / calmSpread));
    }

    /** Months from the end of {@code month} until the first month of rent begins, on average. */
    double expectedWaitMonths(DataCentreTerms dataCentre, int month) {
        double scale = model.delayScaleMonths();
        int ahead = dataCentre.completion() - month - 1;
        if (ahead >= 0 || scale == 0) {
            return Math.max(0, ahead + model.delayShape() * scale);
        }
        // Mean of what is left of a gamma-distributed delay of which so much has passed.
        double passed = -ahead;
        return model.delayShape() * scale * Erlang.tail(model.delayShape() + 1, scale, passed)
                / Erlang.tail(model.delayShape(), scale, passed) - passed;
    }

    /** Values the data centres of {@code b}. */
    void value(BorrowerTerms b, PathBlock market, int month, int paths) {
        if (b.dataCentres().isEmpty()) {
            return;
        }
        double[] rent = market.capacityRentUsdPerKwMonth();
        double[] spread = market.creditSpread();
        for (int i = 0; i < paths; i++) {
            marketUsdPerKw[i] = 12 * model.noiMargin() * rent[i] / capRate(spread[i]);
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            double waitMonths = expectedWaitMonths(dataCentre, month);
            double[] value = state.dataCentreUsd[dataCentre.index()];
            for (int i = 0; i < paths; i++) {
                double marketUsd = marketUsdPerKw[i] * dataCentre.criticalItKw();
                value[i] = Math.max(0, state.completion[dataCentre.index()][i] <= month + 1
                        ? completeUsd(dataCentre, rent[i], marketUsd, month, i)
                        : unfinishedUsd(dataCentre, waitMonths, marketUsd, month, i));
            }
        }
    }

    private double completeUsd(DataCentreTerms dataCentre, double rent, double marketUsd, int month, int i) {
        int d = dataCentre.index();
        LeaseValue lease = leases.get(d);
        double usd = switch (STAGES[state.leaseStage[d][i]]) {
            case LET -> lease.letUsd(month, guarantorAlive(dataCentre, i), marketUsd);
            case BACKSTOPPED ->
                    lease.backstoppedUsd(month, state.backstopLeftUsd[d][i], marketUsd, scratch);
            case VACANT -> lease.vacantUsd((int) state.vacantUntil[d][i] - month - 1, marketUsd);
            case RELET -> {
                double above = (state.reletUsdPerKwMonth[d][i] - rent) * model.noiMargin()
                        * dataCentre.criticalItKw();
                int left = (int) state.reletEnd[d][i] - month - 1;
                yield marketUsd + above * Annuity.factor(model.discountRate() / 12, Math.max(0, left));
            }
        };
        double begun = state.completion[d][i];
        double missing = 0;
        for (int m = month + 1; m < begun + dataCentre.rampMonths(); m++) {
            missing += 1 - dataCentre.handedOver(m, begun);
        }
        return usd - missing * monthlyNoiUsd(dataCentre, month + 1) - state.toSpendUsd[d][i];
    }

    /** Net operating income under the lease in a month, 0 without one, USD. */
    private static double monthlyNoiUsd(DataCentreTerms dataCentre, int month) {
        if (dataCentre.lease().isEmpty()) {
            return 0;
        }
        LeaseTerms lease = dataCentre.lease().get();
        return month < lease.endMonth() ? lease.rentUsd()[month] * lease.noiMargin() : 0;
    }

    private double unfinishedUsd(DataCentreTerms dataCentre, double waitMonths, double marketUsd, int month,
            int i) {
        int d = dataCentre.index();
        int wait = (int) Math.floor(waitMonths + 0.5);
        double usd = leases.get(d).unfinishedUsd(STAGES[state.leaseStage[d][i]], month, wait,
                guarantorAlive(dataCentre, i), marketUsd);
        double handover = 0.5 * Math.max(0, dataCentre.rampMonths() - 1)
                * monthlyNoiUsd(dataCentre, month + 1 + wait);
        double late = waitMonths - Math.max(0, dataCentre.completion() - month - 1);
        return usd - handover - state.toSpendUsd[d][i] - late * model.delayCostShare() * dataCentre.costUsd();
    }

    private boolean guarantorAlive(DataCentreTerms dataCentre, int i) {
        if (dataCentre.lease().isEmpty() || dataCentre.lease().get().guarantor() < 0) {
            return false;
        }
        return state.offtakerAlive[dataCentre.lease().get().guarantor()][i] > 0;
    }
}
