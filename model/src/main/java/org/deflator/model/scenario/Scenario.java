package org.deflator.model.scenario;

import java.util.List;
import org.deflator.model.base.Check;
import org.deflator.model.market.MarketShock;

/**
 * A named change to a portfolio and its market. Scenarios compose in order: a later setting replaces an earlier one,
 * shocks add up.
 *
 * @param id short name
 * @param description what it is about, in a sentence or two
 * @param settings figures of the input files that it replaces
 * @param shocks what befalls the market
 */
public record Scenario(String id, String description, List<Setting> settings, List<MarketShock> shocks) {
    /**
     * A figure that stands in place of another.
     *
     * @param file {@code model}, {@code market} or {@code portfolio}
     * @param path keys and ids on the way to it, with dots between
     * @param value as written
     */
    public record Setting(String file, String path, String value) {}

    public Scenario {
        Check.notBlank(id, "scenario");
        settings = List.copyOf(settings);
        shocks = List.copyOf(shocks);
    }
}
