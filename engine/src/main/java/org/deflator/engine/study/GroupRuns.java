package org.deflator.engine.study;

import org.deflator.engine.run.BaseCase;
import org.deflator.model.market.MarketModel;

/**
 * The runs that all members of a group share. In all but the first lenders wait for what is late.
 *
 * @param agreed the group's base case
 * @param standing the same with lenders who wait
 * @param rating that at the utilisation and power usage effectiveness of a rating case
 * @param ratingHaircut that with market rents lower by a year's mean decline
 * @param contractsOnly that with nothing let beyond the contracts of today
 */
record GroupRuns(GroupCase agreed, BaseCase standing, BaseCase rating, BaseCase ratingHaircut,
        BaseCase contractsOnly) {
    static GroupRuns of(GroupCase agreed) {
        MarketModel model = agreed.unshocked().market().model();
        Shock standing = agreed.unshocked().forborne();
        Shock rating = standing.utilisation(model.underwriting().ratingUtilisation())
                .pue(model.underwriting().ratingPue());
        return new GroupRuns(agreed, agreed.shocked(standing), agreed.shocked(rating),
                agreed.shocked(rating.marketRents(1 - model.rents().declineMean())),
                agreed.shocked(standing.noRenewal().utilisation(0)));
    }
}
