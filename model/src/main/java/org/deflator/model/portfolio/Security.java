package org.deflator.model.portfolio;

import java.util.List;

/**
 * What secures a debt. Equity pledges follow from the group tree and need no entry.
 *
 * @param fleets ids of fleets pledged; {@code all} stands for every fleet of the borrower
 * @param miners whether the mining rigs are pledged
 * @param dataCentres ids of data centres pledged; {@code all} stands for every data centre of the borrower
 */
public record Security(List<String> fleets, boolean miners, List<String> dataCentres) {
    /** Stands for every fleet, or every data centre, of the borrower. */
    public static final String ALL = "all";

    public Security {
        fleets = List.copyOf(fleets);
        dataCentres = List.copyOf(dataCentres);
    }

    /** No data centre is pledged. */
    public Security(List<String> fleets, boolean miners) {
        this(fleets, miners, List.of());
    }

    /** Nothing is pledged. */
    public static Security none() {
        return new Security(List.of(), false, List.of());
    }

    /** Whether this fleet is pledged. */
    public boolean covers(String fleetId) {
        return fleets.contains(ALL) || fleets.contains(fleetId);
    }

    /** Whether this data centre is pledged. */
    public boolean coversDataCentre(String dataCentreId) {
        return dataCentres.contains(ALL) || dataCentres.contains(dataCentreId);
    }
}
