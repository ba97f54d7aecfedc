package org.deflator.engine.cashflow;

import static org.deflator.engine.cashflow.Resolver.USD_PER_USD_M;

import java.util.List;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Offtaker;

/** Resolves data centres and their leases. */
final class DataCentreResolver {
    private static final double KW_PER_MW = 1000;

    private final Timeline timeline;
    private final List<Offtaker> offtakers;

    /** {@code offtakers} in the order of the book. */
    DataCentreResolver(Timeline timeline, List<Offtaker> offtakers) {
        this.timeline = timeline;
        this.offtakers = offtakers;
    }

    DataCentreTerms resolve(int index, Borrower owner, DataCentre agreed) {
        int completion = timeline.indexOf(agreed.completion());
        boolean pledged = owner.debt().stream()
                .anyMatch(i -> i.terms().security().coversDataCentre(agreed.id()));
        double kw = agreed.criticalItMw() * KW_PER_MW;
        return new DataCentreTerms(index, owner.id() + "/" + agreed.id(), agreed.id(), kw,
                agreed.costUsdM() * USD_PER_USD_M, agreed.costToCompleteUsdM() * USD_PER_USD_M,
                spendUsd(agreed, completion), completion, agreed.rampMonths(),
                agreed.lease().map(lease -> lease(owner, lease, kw, completion)), pledged);
    }

    /** Evenly until completion; if that is past, until the last hall is handed over, at least over a month. */
    private double[] spendUsd(DataCentre agreed, int completion) {
        int months = completion > 0 ? completion : Math.max(1, completion + agreed.rampMonths());
        double[] usd = new double[timeline.months()];
        for (int m = 0; m < Math.min(months, usd.length); m++) {
            usd[m] = agreed.costToCompleteUsdM() * USD_PER_USD_M / months;
        }
        return usd;
    }

    private LeaseTerms lease(Borrower owner, DataCentreLease agreed, double kw, int completion) {
        int end = timeline.indexOf(agreed.end()) + 1;
        if (end < 1) {
            throw new IllegalArgumentException(
                    "the lease of " + agreed.tenant() + " at " + owner.id() + " ended in " + agreed.end());
        }
        double[] rentUsd = new double[end];
        for (int m = 0; m < end; m++) {
            int years = Math.max(0, Math.floorDiv(m - completion, 12));
            rentUsd[m] = kw * agreed.rentUsdPerKwMonth()
                    * Annuity.growth(agreed.escalatorPct() / 100, years);
        }
        return new LeaseTerms(offtaker(owner, agreed.tenant()), rentUsd, agreed.noiMargin(), end,
                agreed.backstop().map(b -> offtaker(owner, b.guarantor())).orElse(-1),
                agreed.backstop().map(b -> b.capUsdM() * USD_PER_USD_M).orElse(0.0));
    }

    private int offtaker(Borrower owner, String id) {
        for (int o = 0; o < offtakers.size(); o++) {
            if (offtakers.get(o).id().equals(id)) {
                return o;
            }
        }
        throw new IllegalArgumentException("a lease of " + owner.id() + " names unknown offtaker " + id);
    }
}
