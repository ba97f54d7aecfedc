package org.deflator.engine.study;

import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;

/**
 * What the data centres of a borrower and its subsidiaries are let at, once all are complete.
 *
 * @param criticalItKw critical IT load, kW
 * @param averageUsdPerKwMonth rent in the first lease year, and the market's rent for what is not let; NaN without a
 *            data centre
 */
public record CapacityRents(double criticalItKw, double averageUsdPerKwMonth) {
    private static final double KW_PER_MW = 1000;

    static CapacityRents of(GroupCase group, String borrower) {
        double marketUsd = group.unshocked().market().snapshot().dataCentreRentUsdPerKwMonth();
        double kw = 0;
        double usd = 0;
        for (BorrowerTerms b : group.below(borrower)) {
            for (DataCentre dataCentre : group.agreed(b.id()).dataCentres()) {
                double own = dataCentre.criticalItMw() * KW_PER_MW;
                kw += own;
                usd += own * dataCentre.lease().map(DataCentreLease::rentUsdPerKwMonth).orElse(marketUsd);
            }
        }
        return new CapacityRents(kw, kw > 0 ? usd / kw : Double.NaN);
    }
}
