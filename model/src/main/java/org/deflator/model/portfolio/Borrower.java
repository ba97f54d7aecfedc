package org.deflator.model.portfolio;

import java.util.List;
import java.util.Optional;

/**
 * A legal entity that owns computers and owes money.
 *
 * @param id short stable name, unique in the portfolio
 * @param name full name
 * @param kind line of business
 * @param parent id of the owner, if a borrower of this portfolio owns it
 * @param sites places where fleets and miners stand
 * @param fleets cards owned
 * @param contracts rental contracts
 * @param miners bitcoin miners owned
 * @param dataCentres powered buildings let to tenants
 * @param treasury cash and bitcoin
 * @param costs costs that do not depend on card-hours
 * @param equityUsdM market value of its equity, USD millions; empty for an SPV
 * @param debt instruments
 * @param guarantees who pays if it does not
 * @param reported what it reported for the last quarter, to tie out against
 */
public record Borrower(String id, String name, Kind kind, Optional<String> parent, List<Site> sites,
        List<Fleet> fleets,
        List<OfftakeContract> contracts, List<MiningFleet> miners, List<DataCentre> dataCentres,
        Treasury treasury, OperatingCosts costs,
        Optional<Double> equityUsdM, List<Instrument> debt, List<Guarantee> guarantees,
        Optional<Reported> reported) {
    /** Lines of business. */
    public enum Kind {
        NEOCLOUD, MINER, SPV,
        /** A landlord of powered buildings. */
        DATA_CENTRE
    }

    public Borrower {
        sites = List.copyOf(sites);
        fleets = List.copyOf(fleets);
        contracts = List.copyOf(contracts);
        miners = List.copyOf(miners);
        dataCentres = List.copyOf(dataCentres);
        debt = List.copyOf(debt);
        guarantees = List.copyOf(guarantees);
    }

    /** The site with this id. */
    public Optional<Site> site(String siteId) {
        return sites.stream().filter(s -> s.id().equals(siteId)).findFirst();
    }
}
