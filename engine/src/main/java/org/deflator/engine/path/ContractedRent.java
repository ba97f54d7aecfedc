package org.deflator.engine.path;

import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * Revenue of cards of which a share is let at a fixed price until a date and the rest follows a market rent that falls
 * steadily (MODEL 1.7): the closed forms.
 *
 * @param contractShare share of the opening revenue under contract
 * @param expiryYears years until the contract ends; after that all is let at the market
 * @param declinePerYear share of its level that the market rent loses in a year
 */
public record ContractedRent(double contractShare, double expiryYears, double declinePerYear) {
    public ContractedRent {
        Check.between(contractShare, 0, 1, "contract_share");
        Check.atLeastZero(expiryYears, "expiry_years");
        Check.that(declinePerYear >= 0 && declinePerYear < 1,
                "decline_per_year is " + declinePerYear + "; expected 0 or more, less than 1");
    }

    /** Revenue after {@code years} over that of today (RENT-23, RENT-24): the end of a contract is a cliff. */
    public double factorAt(double years) {
        double fixed = years < expiryYears ? contractShare : 0;
        return fixed + (1 - fixed) * Elementary.pow(1 - declinePerYear, years);
    }

    /**
     * Value of a take-or-pay contract whose customer may fail and then pays nothing more (RENT-17): the sum over months
     * of {@code invoice e^(-(r + hazard) m/12)}, paid at month ends.
     *
     * @param monthlyUsd invoice of a month
     * @param months months to its end
     * @param ratePerYear discount rate, continuous
     * @param hazardPerYear intensity of the customer's default
     */
    public static double takeOrPayUsd(double monthlyUsd, int months, double ratePerYear,
            double hazardPerYear) {
        double value = 0;
        for (int m = 1; m <= months; m++) {
            value += monthlyUsd * Elementary.exp(-(ratePerYear + hazardPerYear) * m / 12.0);
        }
        return value;
    }
}
