package org.deflator.model.market;

/**
 * How the world moves: every parameter of the simulation, none of them a constant in code. {@code with} gives the same
 * world but for one part.
 */
public record MarketModel(RentModel rents, UsageModel usage, ContractModel contracts, LaunchCalendar launches,
        ResaleModel resale, BitcoinModel bitcoin, CreditModel credit, Dependence dependence, Depth depth,
        EnforcementModel enforcement, FinancingModel financing,
        ForbearanceModel forbearance, ServicerModel servicer,
        DataCentreModel dataCentres, UnderwritingModel underwriting, ContagionModel contagion) {

    /** The same with other rents. */
    public MarketModel with(RentModel changed) {
        return new MarketModel(changed, usage, contracts, launches, resale, bitcoin, credit, dependence,
                depth, enforcement, financing, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with another usage of cards. */
    public MarketModel with(UsageModel changed) {
        return new MarketModel(rents, changed, contracts, launches, resale, bitcoin, credit, dependence,
                depth, enforcement, financing, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with other contracts. */
    public MarketModel with(ContractModel changed) {
        return new MarketModel(rents, usage, changed, launches, resale, bitcoin, credit, dependence, depth,
                enforcement, financing, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with another world of bitcoin. */
    public MarketModel with(BitcoinModel changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, changed, credit, dependence, depth,
                enforcement, financing, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with other terms of new money. */
    public MarketModel with(FinancingModel changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit, dependence, depth,
                enforcement, changed, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with other habits of lenders after a breach. */
    public MarketModel with(ForbearanceModel changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit, dependence, depth,
                enforcement, financing, changed, servicer, dataCentres, underwriting, contagion);
    }

    /** The same with other data centres. */
    public MarketModel with(DataCentreModel changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit, dependence, depth,
                enforcement, financing, forbearance, servicer, changed, underwriting, contagion);
    }

    /** The same with other ways of contagion. */
    public MarketModel with(Depth changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit, dependence,
                changed, enforcement, financing, forbearance, servicer, dataCentres, underwriting, contagion);
    }

    public MarketModel with(ContagionModel changed) {
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit, dependence, depth,
                enforcement, financing, forbearance, servicer, dataCentres, underwriting, changed);
    }
}
