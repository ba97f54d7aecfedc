package org.deflator.model.market;

/** How the world moves: every parameter of the simulation, none of them a constant in code. */
public record MarketModel(RentModel rents, UsageModel usage, ContractModel contracts, LaunchCalendar launches,
        ResaleModel resale, BitcoinModel bitcoin, CreditModel credit, Dependence dependence, Depth depth,
        EnforcementModel enforcement, FinancingModel financing,
        ForbearanceModel forbearance, ServicerModel servicer,
        DataCentreModel dataCentres, UnderwritingModel underwriting) {}
