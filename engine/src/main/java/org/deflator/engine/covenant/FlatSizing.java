package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * Level debt sized as if rents stayed where they are, on rents that fall by the same share every year
 * (MODEL 5.1):
 *
 * <pre>
 *   DSCR(t) = D0 (c + (1-c)(1-d)^t - o) / (1-o)
 * </pre>
 *
 * <p>This is the ten-year infrastructure model applied to a card: how long its covenants last is the
 * quantitative reading of "eighteen months of life".
 *
 * @param openingDscr D0, cover at the start
 * @param declinePerYear d, share of its level that the rent loses in a year
 * @param contractShare c, share of revenue fixed by contract
 * @param costShare o, operating cost over opening revenue
 */
public record FlatSizing(double openingDscr, double declinePerYear, double contractShare, double costShare) {
    public FlatSizing {
        Check.positive(openingDscr, "opening_dscr");
        Check.that(declinePerYear >= 0 && declinePerYear < 1,
                "decline_per_year is " + declinePerYear + "; expected 0 or more, less than 1");
        Check.between(contractShare, 0, 1, "contract_share");
        Check.that(costShare >= 0 && costShare < 1,
                "cost_share is " + costShare + "; expected 0 or more, less than 1");
    }

    /** DSCR after {@code years}, while the contracts live (BORR-09). */
    public double dscrAt(double years) {
        double rent = contractShare + (1 - contractShare) * Elementary.pow(1 - declinePerYear, years);
        return openingDscr * (rent - costShare) / (1 - costShare);
    }

    /**
     * Years until DSCR falls to {@code threshold} (BORR-02 to 08): zero if it starts there, infinite if
     * contracts keep it above for ever.
     */
    public double yearsUntilDscr(double threshold) {
        if (threshold >= openingDscr) {
            return 0;
        }
        double rent = costShare + (1 - costShare) * threshold / openingDscr;
        double spot = (rent - contractShare) / (1 - contractShare);
        if (declinePerYear == 0 || contractShare == 1 || spot <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Elementary.log(spot) / Elementary.log(1 - declinePerYear);
    }

    /**
     * Debt sized on flat rents over debt sized on falling rents, at the same cover, without operating cost
     * (BORR-10). The first rent is paid after one year and has fallen by one year's decline.
     */
    public static double overLendingMultiple(double declinePerYear, double ratePerYear, int years) {
        double falling = (1 + ratePerYear) / (1 - declinePerYear) - 1;
        return Annuity.factor(ratePerYear, years) / Annuity.factor(falling, years);
    }
}
