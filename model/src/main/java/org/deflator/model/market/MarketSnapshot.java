package org.deflator.model.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The world on one day: the latest value at or before the as-of date of everything that a simulation starts from.
 *
 * @param asOf date
 * @param generations card generations, oldest first
 * @param rents rent per generation; a generation without a quote cannot be owned in a simulation
 * @param resale used prices; a generation without a quote is valued by the model alone
 * @param bitcoinUsd price of a bitcoin
 * @param networkHashEh hash rate of the bitcoin network, EH/s
 * @param feeBtcPerBlock transaction fees per block
 * @param sofr SOFR, a fraction per year, held flat
 * @param highYieldSpreadBp option-adjusted spread of the US high-yield index
 * @param dataCentreRentUsdPerKwMonth rent of a whole data-centre campus on critical IT load, power paid by the tenant,
 *        USD per kW a month
 * @param histories rent histories for charts
 */
public record MarketSnapshot(LocalDate asOf, List<GpuGeneration> generations, List<RentQuote> rents,
        List<ResaleQuote> resale, double bitcoinUsd, double networkHashEh, double feeBtcPerBlock, double sofr,
        double highYieldSpreadBp, double dataCentreRentUsdPerKwMonth, List<RentHistory> histories) {
    public MarketSnapshot {
        generations = List.copyOf(generations);
        rents = List.copyOf(rents);
        resale = List.copyOf(resale);
        histories = List.copyOf(histories);
    }

    /** The generation with this id. */
    public Optional<GpuGeneration> generation(String id) {
        return generations.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    /** Rent quote of a generation. */
    public Optional<RentQuote> rent(String gpu) {
        return rents.stream().filter(q -> q.gpu().equals(gpu)).findFirst();
    }

    /** Used price of a generation. */
    public Optional<ResaleQuote> resalePrice(String gpu) {
        return resale.stream().filter(q -> q.gpu().equals(gpu)).findFirst();
    }
}
