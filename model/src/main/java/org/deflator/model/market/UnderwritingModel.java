package org.deflator.model.market;

import org.deflator.model.base.Check;

/**
 * What rating agencies and lenders put into their own case and schedules.
 *
 * @param ratingUtilisation share of hours that cards paid by use are let in the rating case
 * @param ratingPue power usage effectiveness of every site in the rating case
 * @param bookLifeMonths months over which cards are written off in equal parts from their first month in service
 */
public record UnderwritingModel(double ratingUtilisation, double ratingPue, int bookLifeMonths) {
    public UnderwritingModel {
        Check.between(ratingUtilisation, 0.0, 1.0, "rating_utilisation");
        Check.between(ratingPue, 1.0, 3.0, "rating_pue");
        Check.between(bookLifeMonths, 1, 600, "book_life_months");
    }
}
