package org.deflator.engine.path;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deflator.model.base.Timeline;
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
import org.deflator.model.market.RentModel;
import org.deflator.model.market.RentQuote;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.market.ResaleQuote;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.market.UnderwritingModel;
import org.deflator.model.market.UsageModel;

/** A market with the default parameters of the model; a test changes what it is about. */
public final class MarketExample {
    public static final String H100 = "H100-SXM";
    public static final String B200 = "B200";
    public static final Timeline TIMELINE = new Timeline(LocalDate.of(2026, 6, 30), 120);

    public RentModel rents = rents(0.20, 0.10, 0.40, 0.55, -0.30, 0.0, 1.0, 0.4, 0.05, 0.9);
    public LaunchCalendar launches = new LaunchCalendar(List.of(launch("B300", Launch.Kind.MINOR, 2025, 9),
            launch("Rubin", Launch.Kind.MAJOR, 2026, 9),
            launch("Trainium4", Launch.Kind.CUSTOM_SILICON, 2027, 3),
            launch("Rubin-Ultra", Launch.Kind.MINOR, 2027, 9),
            launch("Feynman", Launch.Kind.MAJOR, 2028, 10)), 2,
            1.5, 12);
    public BitcoinModel bitcoin =
            new BitcoinModel(0.30, -0.40, 0.50, 0.75, 144, 3.125, YearMonth.of(2028, 4), 1.0, 3.0,
                    1.25, 17.5, 0.12, 0.06);
    public Dependence dependence = new Dependence(0.03, 0.10, false,
            new Dependence.Copula(0.10, 0.30, 0.25, 0.15, 0.20, 0.45, 8),
            new Dependence.Copula(0.55, 0.60, 0.50, 0.50, 0.45, 0.65, 4));
    public ResaleModel resale = new ResaleModel(0.12, 72, 0.85, 200, 0.10, 12);
    public List<ResaleQuote> used = List.of(new ResaleQuote(H100, 14_000, LocalDate.of(2026, 6, 30)));
    public UsageModel usage = new UsageModel(0.40, 0.98, 1.2, 2.0, 0.985, 730, 1.25, 0.08, 150, 0.11, 0.015);
    public ContractModel contracts = new ContractModel(0.8, 0.5, 12, 24, 0.05, 2, 0.10, 0.30, 0.5, 1);
    public CreditModel credit = new CreditModel(350, 750, 1.0, 0.45, -1.5, 1.5);
    public Depth depth = new Depth(new Depth.State(20_000, 0.6, 0.2), new Depth.State(5_000, 0.4, 0.2),
            new Depth.State(2_000, 0.3, 0.2), 3, 12);
    public EnforcementModel enforcement =
            new EnforcementModel(6, 3, 12, 0.06, 30, 150, 0.03, 0.1, 12, 6, 0.1, 0.25);
    public FinancingModel financing =
            new FinancingModel(2.0, 0.8, -4.0, 3.0, 0.6, 1.4, 60, 450, 0.05, 0.02, 0.10,
                    1.4, 3, false, false, 0.03, 0.005, 1, 0,
                    new FinancingModel.EquityBetas(0.3, 0.8, 1.0, 0.5),
                    new FinancingModel.EquityBetas(1.2, 0.4, 0.5, 0.5),
                    new FinancingModel.EquityBetas(0.3, 0.8, 1.0, 0.5));
    public ForbearanceModel forbearance =
            new ForbearanceModel(1, 0.12, 0.35, 0.05, 4, 12, 50, 0, 24, false, 4, 4,
                    0.6, 2);
    public ServicerModel servicer = new ServicerModel(0.1, 2, 4, 0.05);
    public DataCentreModel dataCentres = new DataCentreModel(0.01, 0.08, 0.25, 0.85, 10, 0.7, 0.5, 6, 12, 60,
            0.02, 0.08, 0.08, 0.2, 2, 1.5, 0.005, 6, 0.10, 0.25, 0.65, 0.10, 350);
    public double dataCentreRentUsdPerKwMonth = 150;
    public UnderwritingModel underwriting = new UnderwritingModel(0.70, 1.20, 72);
    public ContagionModel contagion = contagion(true, false, false, false, false);

    /** Rent parameters; what is not named keeps its default. */
    public static RentModel rents(double decline, double declineSd, double volCalm, double volTight,
            double meanTight,
            double scarcityStart, double ramp, double stepCv, double etaSd, double reversion) {
        return new RentModel(decline, declineSd, -0.10, 0.50, 0.40, 0.35, 0.25, reversion, volCalm, volTight,
                0.0,
                meanTight, scarcityStart, ramp, stepCv, 0.5, 0.5, 0.6, 0.4, etaSd, 6, 0.15, 0.25);
    }

    /** Channels of contagion on or off, in the order of the record; no buyer of last resort. */
    public static ContagionModel contagion(boolean collateralPrice, boolean rents, boolean bitcoin,
            boolean lenders, boolean offtakers) {
        return new ContagionModel(collateralPrice, rents, bitcoin, lenders, offtakers,
                new ContagionModel.Remarketing(1.2, 1_000_000),
                new ContagionModel.BitcoinMarket(0.7, 0.03, 35_000, 1),
                new ContagionModel.Lending(2, 0.10, 0.10, 0.5, 0.70, 0.5, 0.40, 0.5, 24), 1,
                new ContagionModel.LastResort(false, 0.6));
    }

    static Launch launch(String id, Launch.Kind kind, int year, int month) {
        return new Launch(id, kind, YearMonth.of(year, month));
    }

    /** No regime but the calm one. */
    public static Dependence calmForEver() {
        Dependence.Copula gaussian = new Dependence.Copula(0, 0, 0, 0, 0, 0, 0);
        return new Dependence(0, 1, false, gaussian, gaussian);
    }

    /** Nothing is announced. */
    public static LaunchCalendar noLaunches() {
        return new LaunchCalendar(List.of(), 2, 1.5, 12);
    }

    static SortedSet<String> owned(String... gpus) {
        return new TreeSet<>(List.of(gpus));
    }

    /** The market as set up. */
    public Market market() {
        LocalDate asOf = TIMELINE.asOf();
        MarketSnapshot snapshot = new MarketSnapshot(asOf,
                List.of(new GpuGeneration(H100, YearMonth.of(2022, 10), 1.275, 30_000, 1.0, 0.5, 1.0),
                        new GpuGeneration(B200, YearMonth.of(2024, 12), 1.8, 45_000, 0.8, 0.3, 0.5),
                        new GpuGeneration("Unquoted", YearMonth.of(2024, 12), 1.8, 45_000, 0.8, 0.3, 0.5)),
                List.of(new RentQuote(H100, 2.35, asOf), new RentQuote(B200, 4.2, asOf)), used, 90_784, 1092,
                0.046875, 0.037, 320, dataCentreRentUsdPerKwMonth, List.of());
        return new Market(snapshot,
                new MarketModel(rents, usage, contracts, launches, resale, bitcoin, credit,
                        dependence, depth, enforcement, financing, forbearance, servicer, dataCentres,
                        underwriting, contagion));
    }

    MarketPlan plan(String... gpus) {
        return MarketPlan.of(market(), TIMELINE, owned(gpus));
    }
}
