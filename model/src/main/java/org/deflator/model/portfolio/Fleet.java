package org.deflator.model.portfolio;

import java.time.YearMonth;
import java.util.Optional;
import org.deflator.model.base.Check;

/**
 * Cards of one generation, bought together.
 *
 * @param id name
 * @param gpu generation
 * @param units cards
 * @param inService first month in which they earn
 * @param rampMonths months over which they come into service, from {@code inService}; 0 = at once
 * @param unitCostUsd all-in cost of a card with its share of system, network and installation, USD
 * @param site id of the site
 * @param paid month in which the borrower pays for them from its cash; empty: paid before the as-of date, or as its
 *        delayed-draw loans are drawn
 */
public record Fleet(String id, String gpu, double units, YearMonth inService, int rampMonths,
        double unitCostUsd,
        String site, Optional<YearMonth> paid) {
    /** Paid for, or to be paid by draws. */
    public Fleet(String id, String gpu, double units, YearMonth inService, int rampMonths, double unitCostUsd,
            String site) {
        this(id, gpu, units, inService, rampMonths, unitCostUsd, site, Optional.empty());
    }

    public Fleet {
        Check.positive(units, "units");
        Check.positive(unitCostUsd, "unit_cost_usd");
        Check.between(rampMonths, 0, 60, "ramp_months");
    }
}
