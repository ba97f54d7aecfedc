package org.deflator.engine.study;

import org.deflator.engine.run.BaseCase;

/**
 * Cover in the case that a rating agency runs (MODEL, correction 2): cards paid by use at a lower utilisation, all
 * sites at a given power usage effectiveness; and once more with a haircut of one year's mean decline on every rent
 * that is not contracted. Lenders wait in all of them, as in {@link Coverage}.
 *
 * @param utilisation share of hours that cards paid by use are let
 * @param pue power usage effectiveness
 * @param releaseHaircut share taken off the market's rents in the last case
 * @param base cover in the base case
 * @param rating cover at that utilisation and power usage effectiveness
 * @param haircut cover with the haircut on top
 */
public record RatingCase(double utilisation, double pue, double releaseHaircut, Cover base, Cover rating,
        Cover haircut) {
    /**
     * Cover by year over the life of the debt; NaN where no service is due.
     *
     * @param minimumDscr least
     * @param averageDscr mean
     */
    public record Cover(double minimumDscr, double averageDscr) {}

    static RatingCase of(GroupRuns runs, String borrower) {
        GroupCase group = runs.agreed();
        var model = group.unshocked().market().model();
        return new RatingCase(model.underwriting().ratingUtilisation(), model.underwriting().ratingPue(),
                model.rents().declineMean(), cover(group, runs.standing(), borrower),
                cover(group, runs.rating(), borrower), cover(group, runs.ratingHaircut(), borrower));
    }

    private static Cover cover(GroupCase group, BaseCase run, String borrower) {
        CoverPeriods periods = CoverPeriods.of(run, borrower, group.terms(borrower).debts());
        return new Cover(periods.minimumDscr(), periods.averageDscr());
    }
}
