package org.deflator.engine.cashflow;

import java.util.Arrays;
import java.util.List;
import org.deflator.engine.path.MarketPlan;

/**
 * A portfolio as resolved: dates are months, units are dollars and decimals, names are indices. Everything is sorted by
 * id, so that the order of the input does not change a bit.
 *
 * @param plan market plan whose generations the pools refer to
 * @param borrowers borrowers, SPVs before parents
 * @param debts all debts
 * @param pools all pools
 * @param contracts all contracts
 * @param dataCentres all data centres
 * @param covenants all covenants
 * @param offtakers customers
 */
public record Book(MarketPlan plan, List<BorrowerTerms> borrowers, List<DebtTerms> debts, List<Pool> pools,
        List<ContractTerms> contracts, List<DataCentreTerms> dataCentres, List<CovenantTerms> covenants,
        List<OfftakerTerms> offtakers) {
    /**
     * A customer.
     *
     * @param id stable name
     * @param hazardPerYear default intensity at average conditions
     * @param borrower index of the borrower of the same id, -1 if there is none
     */
    public record OfftakerTerms(String id, double hazardPerYear, int borrower) {}

    public Book {
        borrowers = List.copyOf(borrowers);
        debts = List.copyOf(debts);
        pools = List.copyOf(pools);
        contracts = List.copyOf(contracts);
        dataCentres = List.copyOf(dataCentres);
        covenants = List.copyOf(covenants);
        offtakers = List.copyOf(offtakers);
    }

    /** The generation that is sold in each market for used cards: one of all pools, or one of each pool. */
    public int[] cardMarkets() {
        if (plan.market().model().contagion().collateralPrice()) {
            int[] generations = new int[plan.generations()];
            Arrays.setAll(generations, g -> g);
            return generations;
        }
        return pools.stream().mapToInt(Pool::generation).toArray();
    }
}
