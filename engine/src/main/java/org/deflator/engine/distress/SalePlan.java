package org.deflator.engine.distress;

import java.util.List;
import org.deflator.model.base.Check;

/**
 * A sale of one lot in equal monthly parts and what it brings.
 *
 * @param months months of selling, without the lag before them
 * @param netProceedsUsd proceeds less costs, discounted to the day of default, USD; negative if the costs
 *            are higher
 * @param recoveryOverMark the same over units times mark
 * @param rows every month from default to the last sale
 */
public record SalePlan(int months, double netProceedsUsd, double recoveryOverMark, List<Month> rows) {
    public SalePlan {
        Check.between(months, 1, Integer.MAX_VALUE, "months");
        rows = List.copyOf(rows);
    }

    /**
     * One month of the sale.
     *
     * @param month months since default, 0 the first
     * @param soldUnits cards sold
     * @param averageFactor price obtained over the undisturbed price of that month; the marginal one if
     *            nothing is sold
     * @param grossUsd paid by buyers for the cards that survive removal
     * @param costsUsd removal, legal and estate cost, and carry of the stock at the start of the month
     * @param discountedNetUsd gross less costs, discounted from the end of the month
     */
    public record Month(int month, double soldUnits, double averageFactor, double grossUsd, double costsUsd,
            double discountedNetUsd) {}

    /**
     * Loss given default of a claim with first call on the proceeds, 0 to 1. Collateral that costs more than
     * it brings is abandoned, so no more than the claim is lost.
     */
    public double lossGivenDefault(double claimUsd) {
        Check.positive(claimUsd, "claim_usd");
        return Math.min(1.0, Math.max(0.0, 1.0 - netProceedsUsd / claimUsd));
    }

    /** Claim over what the collateral really brings; infinite if it brings nothing. */
    public double liquidationLtv(double claimUsd) {
        Check.positive(claimUsd, "claim_usd");
        return netProceedsUsd > 0 ? claimUsd / netProceedsUsd : Double.POSITIVE_INFINITY;
    }
}
