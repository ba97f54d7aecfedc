package org.deflator.model.portfolio;

import java.util.List;

/**
 * What secures a debt. Equity pledges follow from the group tree and need no entry.
 *
 * @param fleets ids of fleets pledged; {@code all} stands for every fleet of the borrower
 * @param miners whether the mining rigs are pledged
 */
public record Security(List<String> fleets, boolean miners) {
    /** Stands for every fleet of the borrower. */
    public static final String ALL = "all";

    public Security {
        fleets = List.copyOf(fleets);
    }

    /** Nothing is pledged. */
    public static Security none() {
        return new Security(List.of(), false);
    }

    /** Whether this fleet is pledged. */
    public boolean covers(String fleetId) {
        return fleets.contains(ALL) || fleets.contains(fleetId);
    }
}
