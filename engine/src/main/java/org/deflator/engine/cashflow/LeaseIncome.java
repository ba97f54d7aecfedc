package org.deflator.engine.cashflow;

import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.DataCentreModel;

/**
 * What data centres earn in a month and who pays it. The tenant pays while it lives; then the guarantor of
 * its backstop, as rent falls due, until the cap is used up or the base term ends; then the building stands
 * empty and is let again at the market rent of the day. At the end of a term the tenant stays at the market
 * rent, or leaves. The tenant of a lease made at the market carries no default of its own: the capitalisation
 * rate does.
 */
public final class LeaseIncome {
    private static final LeaseStage[] STAGES = LeaseStage.values();

    private final BookState state;
    private final Draws draws;
    private final CashLedger ledger;
    private final DataCentreModel model;
    private final long[] renewalStreams;
    private final double[] renewal;

    LeaseIncome(Book book, BookState state, Draws draws, CashLedger ledger) {
        this.state = state;
        this.draws = draws;
        this.ledger = ledger;
        model = book.plan().market().model().dataCentres();
        renewalStreams = book.dataCentres().stream().mapToLong(d -> Stream.of("lease renewal", d.id()))
                .toArray();
        renewal = new double[state.size];
    }

    /**
     * Adds the month's rents and the landlord's costs of the data centres of {@code b}, and posts them.
     *
     * @param rentUsd rents, earned while the borrower lives and is operated
     * @param costUsd costs, borne while the borrower lives
     */
    void earn(BorrowerTerms b, PathBlock market, double[] rentUsd, double[] costUsd, int month, int paths) {
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            turn(dataCentre, market, month, paths);
            int d = dataCentre.index();
            for (int i = 0; i < paths; i++) {
                double alive = state.alive[b.index()][i];
                if (alive == 0 && state.completion[d][i] >= month) {
                    // Nobody builds on; whoever buys it will.
                    state.completion[d][i] = month + 1;
                }
                boolean backstopped = state.leaseStage[d][i] == LeaseStage.BACKSTOPPED.ordinal();
                double share = dataCentre.handedOver(month, state.completion[d][i]);
                double rent = share > 0 ? rentUsd(dataCentre, share, month, i) : 0;
                double cost = share > 0 ? costUsd(dataCentre, share, rent, month, i) : 0;
                state.noiUsd[d][i] = rent - cost;
                rentUsd[i] += rent;
                costUsd[i] += cost;
                double works = state.outageMonths[b.index()][i] > 0 ? 0 : alive;
                ledger.post(b.index(),
                        (backstopped ? OperatingAccount.BACKSTOP : OperatingAccount.LEASE).label(),
                        dataCentre.name(), i,
                        works * rent);
                ledger.post(b.index(), OperatingAccount.LANDLORD.label(), dataCentre.name(), i,
                        -alive * cost);
            }
        }
    }

    private double rentUsd(DataCentreTerms dataCentre, double share, int month, int i) {
        int d = dataCentre.index();
        return switch (STAGES[state.leaseStage[d][i]]) {
            case LET -> share * dataCentre.lease().orElseThrow().rentUsd()[month];
            case BACKSTOPPED -> {
                double due = share * dataCentre.lease().orElseThrow().rentUsd()[month];
                double paid = Math.min(due, state.backstopLeftUsd[d][i]);
                state.backstopLeftUsd[d][i] -= paid;
                yield paid;
            }
            case VACANT -> 0;
            case RELET -> share * dataCentre.criticalItKw() * state.reletUsdPerKwMonth[d][i];
        };
    }

    private double costUsd(DataCentreTerms dataCentre, double share, double rent, int month, int i) {
        return switch (STAGES[state.leaseStage[dataCentre.index()][i]]) {
            case LET, BACKSTOPPED -> share * dataCentre.lease().orElseThrow().costUsd(month);
            case VACANT -> share * dataCentre.criticalItKw() * model.vacantUsdPerKwMonth();
            case RELET -> rent * (1 - model.noiMargin());
        };
    }

    /** Failures, ends of terms and new leases. */
    private void turn(DataCentreTerms dataCentre, PathBlock market, int month, int paths) {
        int d = dataCentre.index();
        boolean drawn = false;
        for (int i = 0; i < paths; i++) {
            switch (STAGES[state.leaseStage[d][i]]) {
                case LET, BACKSTOPPED -> underLease(dataCentre, market, month, i);
                case RELET -> {
                    double since = month - state.reletEnd[d][i] + model.reletTermMonths();
                    if (since > 0 && since % 12 == 0) {
                        state.reletUsdPerKwMonth[d][i] *= 1 + model.reletEscalator();
                    }
                }
                case VACANT -> { /* A tenant is sought below. */ }
            }
            if (expires(dataCentre, month, i)) {
                if (!drawn) {
                    draws.uniforms(renewalStreams[d], month, renewal, paths);
                    drawn = true;
                }
                double stays = market.tight()[i] > 0 ? model.renewTight() : model.renewCalm();
                if (renewal[i] < stays) {
                    let(d, market, month, i);
                } else {
                    vacate(d, market, month, i);
                }
            }
            seek(d, market, month, i);
        }
    }

    /** The tenant of the agreed lease fails, or the guarantor has failed or paid all that it promised. */
    private void underLease(DataCentreTerms dataCentre, PathBlock market, int month, int i) {
        int d = dataCentre.index();
        LeaseTerms lease = dataCentre.lease().orElseThrow();
        if (state.offtakerAlive[lease.tenant()][i] > 0) {
            return;
        }
        boolean backed = lease.guarantor() >= 0 && state.offtakerAlive[lease.guarantor()][i] > 0
                && state.backstopLeftUsd[d][i] > 0 && month < lease.endMonth();
        if (backed) {
            state.leaseStage[d][i] = LeaseStage.BACKSTOPPED.ordinal();
        } else {
            vacate(d, market, month, i);
        }
    }

    private boolean expires(DataCentreTerms dataCentre, int month, int i) {
        int d = dataCentre.index();
        return switch (STAGES[state.leaseStage[d][i]]) {
            case LET -> month >= dataCentre.lease().orElseThrow().endMonth();
            case RELET -> month >= state.reletEnd[d][i];
            case BACKSTOPPED, VACANT -> false;
        };
    }

    private void vacate(int d, PathBlock market, int month, int i) {
        state.leaseStage[d][i] = LeaseStage.VACANT.ordinal();
        state.vacantUntil[d][i] = month + vacantMonths(market, i);
    }

    private int vacantMonths(PathBlock market, int i) {
        return market.tight()[i] > 0 ? model.reletMonthsTight() : model.reletMonthsCalm();
    }

    /** What was never let is offered from completion on. */
    private void seek(int d, PathBlock market, int month, int i) {
        if (state.leaseStage[d][i] != LeaseStage.VACANT.ordinal() || month < state.completion[d][i]) {
            return;
        }
        if (state.vacantUntil[d][i] < 0) {
            state.vacantUntil[d][i] = month + vacantMonths(market, i);
        }
        if (month >= state.vacantUntil[d][i]) {
            let(d, market, month, i);
        }
    }

    private void let(int d, PathBlock market, int month, int i) {
        state.leaseStage[d][i] = LeaseStage.RELET.ordinal();
        state.reletUsdPerKwMonth[d][i] = market.capacityRentUsdPerKwMonth()[i];
        state.reletEnd[d][i] = month + model.reletTermMonths();
    }
}
