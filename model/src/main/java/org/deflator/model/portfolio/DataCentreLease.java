package org.deflator.model.portfolio;

import java.time.YearMonth;
import java.util.Optional;
import org.deflator.model.base.Check;

/**
 * The lease of a {@link DataCentre}. The tenant pays for power; the landlord bears what the margin leaves out.
 *
 * @param tenant customer id
 * @param rentUsdPerKwMonth base rent on critical IT load in the first lease year, USD per kW a month
 * @param escalatorPct rise of the rent at each anniversary of planned completion, percent
 * @param noiMargin net operating income over rent, 0 to 1
 * @param end last month of the base term
 * @param backstop who pays if the tenant does not, if anybody
 */
public record DataCentreLease(String tenant, double rentUsdPerKwMonth, double escalatorPct, double noiMargin,
        YearMonth end, Optional<Backstop> backstop) {
    public DataCentreLease {
        Check.positive(rentUsdPerKwMonth, "rent_usd_per_kw_month");
        Check.between(escalatorPct, 0.0, 100.0, "escalator_pct");
        Check.between(noiMargin, 0.0, 1.0, "noi_margin");
    }

    /**
     * A promise by a third party to pay the rent of a failed tenant as it falls due.
     *
     * @param guarantor customer id of who promises
     * @param capUsdM most that it pays in all, USD millions
     */
    public record Backstop(String guarantor, double capUsdM) {
        public Backstop {
            Check.positive(capUsdM, "cap_usd_m");
        }
    }
}
