package org.deflator.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.market.CreditModel;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.Dependence;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Launch;
import org.deflator.model.market.LaunchCalendar;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.market.RentHistory;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.RentQuote;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.market.ResaleQuote;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.market.UnderwritingModel;
import org.deflator.model.market.UsageModel;

/** A market of round figures in the manner of the real one. */
final class SampleMarket {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final ContagionModel CONTAGION = new ContagionModel(true, false, false, false, false,
            new ContagionModel.Remarketing(1.2, 1_000_000),
            new ContagionModel.BitcoinMarket(0.7, 0.03, 35_000, 1),
            new ContagionModel.Lending(6, 0.10, 0.10, 0.2, 0.70, 0.5, 0.40, 0.5, 24), 0.5,
            new ContagionModel.LastResort(false, 0.6));

    private SampleMarket() {}

    static Market market() {
        return new Market(snapshot(), model());
    }

    private static MarketSnapshot snapshot() {
        List<GpuGeneration> generations = List.of(
                new GpuGeneration("A100-SXM", YearMonth.of(2020, 11), 0.8, 15_000, 0.8, 0.8, 0.6),
                new GpuGeneration("H100-SXM", YearMonth.of(2022, 10), 1.275, 32_000, 1, 0.5, 1),
                new GpuGeneration("B200-SXM", YearMonth.of(2024, 12), 1.9, 42_000, 1, 0.3, 0.7));
        List<RentQuote> rents =
                List.of(new RentQuote("A100-SXM", 1.10, AS_OF), new RentQuote("H100-SXM", 2.35, AS_OF),
                        new RentQuote("B200-SXM", 3.90, AS_OF));
        List<ResaleQuote> resale = List.of(new ResaleQuote("A100-SXM", 6_500, LocalDate.of(2026, 6, 4)),
                new ResaleQuote("H100-SXM", 18_000, LocalDate.of(2026, 6, 4)));
        return new MarketSnapshot(AS_OF, generations, rents, resale, 98_000, 950, 0.05, 0.037, 340, 150,
                List.of(history("H100-SXM", "on demand, marketplace index", 4.7, -0.045, 2023, 39),
                        history("H100-SXM", "one-year contract", 2.6, -0.018, 2024, 28),
                        history("B200-SXM", "on demand, marketplace index", 4.6, -0.01, 2025, 16)));
    }

    private static RentHistory history(String gpu, String label, double start, double slope, int year,
            int months) {
        TreeMap<YearMonth, Double> rents = new TreeMap<>();
        for (int m = 0; m < months; m++) {
            double wave = 1 + 0.06 * Math.sin(0.55 * m) + (m > months - 8 ? 0.05 * (m - months + 8) : 0);
            rents.put(YearMonth.of(year, 3).plusMonths(m), start * Math.exp(slope * Math.min(m, 24)) * wave);
        }
        return new RentHistory(gpu, label, rents);
    }

    private static MarketModel model() {
        RentModel rents = new RentModel(0.20, 0.10, -0.05, 0.45, 0.40, 0.35, 0.25, 0.9, 0.40, 0.55, 0, -0.30,
                0.1, 1, 0.4,
                0.5, 0.5, 0.6, 0.4, 0.05, 6, 0.35, 0.15);
        UsageModel usage = new UsageModel(0.40, 0.98, 1.2, 2, 0.985, 730, 1.25, 0.08, 150, 0.11, 0.01);
        ContractModel contracts = new ContractModel(0.8, 0.5, 12, 24, 0.1, 2, 0.1, 0.3, 0.5, 1);
        LaunchCalendar launches = new LaunchCalendar(
                List.of(new Launch("Rubin", Launch.Kind.MAJOR, YearMonth.of(2026, 9))), 2, 1.5, 12);
        ResaleModel resale = new ResaleModel(0.12, 72, 0.85, 300, 0.10, 12);
        BitcoinModel bitcoin =
                new BitcoinModel(0.25, -0.2, 0.5, 0.75, 144, 3.125, YearMonth.of(2028, 4), 0.8, 1.2, 1.3,
                        22, 0.12, 0.055);
        CreditModel credit = new CreditModel(350, 750, 1, 0.5, -1, 1);
        Dependence.Copula copula = new Dependence.Copula(0.3, 0.4, 0.3, 0.3, 0.3, 0.5, 4);
        Depth depth = new Depth(new Depth.State(20_000, 1.0, 0.20), new Depth.State(5_000, 0.35, 0.20),
                new Depth.State(2_000, 0.20, 0.20), 3, 12);
        EnforcementModel enforcement =
                new EnforcementModel(2, 3, 14, 0.06, 60, 900, 0.04, 0.10, 24, 6, 0.10, 0.25);
        FinancingModel.EquityBetas betas = new FinancingModel.EquityBetas(0.4, 0.6, 0.3, 0.6);
        FinancingModel financing =
                new FinancingModel(1.5, 1, -3, 2, 0.7, 1.3, 60, 450, 0.05, 0.01, 0.2, 0.3, 3, false, false,
                        0.03, 0.005, 1, 0, betas,
                        betas,
                        betas);
        return new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit,
                new Dependence(0.03, 0.10, false, copula, copula), depth, enforcement, financing,
                new ForbearanceModel(1, 0.2, 0.5, 0.02, 2, 12, 100, 2, 24, false, 2, 4, 0.6, 2),
                new ServicerModel(0.1, 2, 4, 0.05),
                new DataCentreModel(0, 0.08, 0.25, 0.85, 10, 0.7, 0.5, 9, 18, 120, 0.02, 0.08, 0.08, 0.2, 2,
                        1.5, 0.005, 9, 0.10, 0.25, 0.65, 0.10, 350),
                new UnderwritingModel(0.70, 1.20, 72), CONTAGION);
    }
}
