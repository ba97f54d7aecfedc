package org.deflator.model.market;

import java.time.YearMonth;
import org.deflator.model.base.Check;

/**
 * A generation of accelerator cards whose members rent and sell alike.
 *
 * @param id name in files, such as {@code H100-SXM}
 * @param launched month from which it shipped in volume
 * @param systemKw IT power per card including its share of the server, kW
 * @param launchPriceUsd price of a card at launch, USD
 * @param scarcityBeta loading of the log rent on the common scarcity factor
 * @param siteCompatibleShare share of vacant data-centre power that can host it, 0 to 1
 * @param depthMultiple monthly resale depth in cards, relative to the depth stated for H100
 */
public record GpuGeneration(String id, YearMonth launched, double systemKw, double launchPriceUsd,
        double scarcityBeta,
        double siteCompatibleShare, double depthMultiple) {
    public GpuGeneration {
        Check.notBlank(id, "id");
        Check.positive(systemKw, "system_kw");
        Check.positive(launchPriceUsd, "launch_price_usd");
        Check.between(siteCompatibleShare, 0.0, 1.0, "site_compatible_share");
        Check.positive(depthMultiple, "depth_multiple");
    }
}
