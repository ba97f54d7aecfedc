package org.deflator.model.portfolio;

import java.time.YearMonth;
import java.util.Optional;
import org.deflator.model.base.Check;

/**
 * A powered building let, or to be let, to a tenant who brings the computers. Not a GPU: its value is what its lease
 * and its power will pay, and it is sold whole, in place.
 *
 * @param id name
 * @param criticalItMw critical IT load let or to be let, MW
 * @param costUsdM all-in development cost when complete, USD millions
 * @param costToCompleteUsdM part of it still to be spent after the as-of date, USD millions
 * @param completion first month of rent as planned; at or before the as-of month it is complete
 * @param rampMonths months over which halls are handed over, from completion; 0 = at once
 * @param lease lease, if it is let
 */
public record DataCentre(String id, double criticalItMw, double costUsdM, double costToCompleteUsdM,
        YearMonth completion, int rampMonths, Optional<DataCentreLease> lease) {
    public DataCentre {
        Check.positive(criticalItMw, "critical_it_mw");
        Check.positive(costUsdM, "cost_usd_m");
        Check.between(costToCompleteUsdM, 0, costUsdM, "cost_to_complete_usd_m");
        Check.between(rampMonths, 0, 60, "ramp_months");
    }
}
