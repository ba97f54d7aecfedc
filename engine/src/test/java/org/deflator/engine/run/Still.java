package org.deflator.engine.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.base.DayCount;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.CreditModel;
import org.deflator.model.market.Dependence;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.FinancingModel.EquityBetas;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.UsageModel;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Site;
import org.deflator.model.portfolio.Treasury;

/**
 * A world simple enough for a pencil: rents follow one curve, running a card costs nothing unless a test says so, and a
 * card earns {@value #UTILISATION} of the hours at the market's rent. Tests set what they are about.
 */
public final class Still {
    /** In the bond basis all months have 30 days but February and March: months 1 and 2 of each year of the grid. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);
    public static final double RENT = 2.35;
    static final double UTILISATION = 0.9;

    public double units = 1000;
    private String otherGpu = MarketExample.B200;
    private double otherUnits;
    public double cashUsdM;
    double restrictedUsdM;
    public double btc;
    double powerUsdPerKwh;
    double overheadUsdM;
    double incomeUsdM;
    Optional<String> parent = Optional.empty();
    Optional<YearMonth> paid = Optional.empty();
    Optional<Double> equityUsdM = Optional.empty();
    List<Guarantee> guarantees = List.of();
    public List<OfftakeContract> contracts = List.of();
    public List<MiningFleet> miners = List.of();
    public List<DataCentre> dataCentres = List.of();
    public final List<Instrument> debt = new ArrayList<>();

    /** The market with an annual decline of rents and otherwise no movement. */
    public static MarketExample market(double decline) {
        MarketExample market = new MarketExample();
        market.rents = rents(decline, 0);
        market.usage = new UsageModel(UTILISATION, UTILISATION, 0, 0, 1, 730, 1, 0, 0, 0, 0);
        market.launches = MarketExample.noLaunches();
        market.bitcoin =
                new BitcoinModel(0, 0, 0, 0, 144, 3.125, YearMonth.of(2040, 4), 0, 0, 1, 17.5, 0, 0.06);
        market.credit = new CreditModel(320, 320, 1, 0, 0, 1.5);
        Dependence.Copula gaussian = new Dependence.Copula(0, 0, 0, 0, 0, 0, 0);
        market.dependence = new Dependence(0, 1, false, gaussian, gaussian);
        return market;
    }

    /** Rents that decline steadily, with a scarcity factor of volatility {@code sigma}. */
    static RentModel rents(double decline, double sigma) {
        return new RentModel(decline, 0, -0.5, 0.9, 0.6, 0, 0.4, 0.9, sigma, sigma, 0, 0, 0, 1, 0, 0.5, 0.5,
                0.6, 0.4,
                0, 6, 1, 0.25);
    }

    /** New money is found with these log-odds, whatever the borrower; nobody raises equity. */
    static FinancingModel access(double logOdds, double conversionPremium) {
        EquityBetas still = new EquityBetas(0, 0, 0, 0);
        return new FinancingModel(logOdds, 0, 0, 0, 0.6, 1.4, 60, 450, 0, 0, 0.10, conversionPremium, 3,
                false, false, 0.03, 0.005, 1, 0,
                still, still, still);
    }

    /** New money is found for sure; lenders lend this share of the sector's debt in a month, or so many months later. */
    static FinancingModel rationed(double supply, int months, double sectorDebtUsdM) {
        EquityBetas still = new EquityBetas(0, 0, 0, 0);
        return new FinancingModel(50, 0, 0, 0, 0.6, 1.4, 60, 450, 0, 0, 0.10, 1.4, 3, false, true, supply,
                supply, months, sectorDebtUsdM, still, still, still);
    }

    /** Makes power so dear that cards that nobody has rented stand still and cost nothing. */
    void switchOff() {
        powerUsdPerKwh = 100;
    }

    /** Revenue of all cards in a month at the opening rent, USD millions. */
    public double revenueUsdM() {
        return units * RENT * UTILISATION * 730 * 1e-6;
    }

    static Security all() {
        return new Security(List.of(Security.ALL), false);
    }

    static Instrument.Terms terms(String id, double usdM, double couponPct, int months, Security security) {
        Rank rank = security.fleets().isEmpty() ? Rank.SENIOR_UNSECURED : Rank.SENIOR_SECURED;
        return new Instrument.Terms(id, id, rank, security, usdM, new Rate.Fixed(couponPct),
                DayCount.THIRTY_360, 12,
                AS_OF.plusMonths(months), Optional.empty());
    }

    /** A loan on all cards, paid monthly. */
    public static Instrument.TermLoan loan(String id, double usdM, double couponPct, int months,
            Amortisation amortisation,
            Covenant... covenants) {
        return new Instrument.TermLoan(terms(id, usdM, couponPct, months, all()), Optional.empty(),
                amortisation,
                AS_OF.plusMonths(1), Reserve.none(), 0, List.of(covenants));
    }

    /** A contract on {@code units} cards from the start for {@code months}. */
    public static OfftakeContract contract(double units, double price, int months) {
        return new OfftakeContract("rent", "customer", MarketExample.H100, units, price,
                YearMonth.from(AS_OF).plusMonths(1), 0, YearMonth.from(AS_OF).plusMonths(months),
                OfftakeContract.Type.TAKE_OR_PAY, 0);
    }

    /** Owns {@code count} cards of another generation, too: fleet {@code more} of the borrower. */
    void moreCards(String gpu, double count) {
        otherGpu = gpu;
        otherUnits = count;
    }

    /** The borrower as set up. */
    public Borrower borrower(String id, Borrower.Kind kind) {
        List<Fleet> fleets = new ArrayList<>();
        if (units > 0) {
            fleets.add(fleet(id + "-fleet", MarketExample.H100, units));
        }
        if (otherUnits > 0) {
            fleets.add(fleet(id + "-more", otherGpu, otherUnits));
        }
        return new Borrower(id, id, kind, parent, List.of(new Site("hall", 1, powerUsdPerKwh, 0)), fleets,
                contracts,
                miners, dataCentres, new Treasury(cashUsdM, restrictedUsdM, btc),
                new OperatingCosts(overheadUsdM, 0, incomeUsdM),
                equityUsdM, debt, guarantees, Optional.empty());
    }

    private Fleet fleet(String id, String gpu, double count) {
        return new Fleet(id, gpu, count, YearMonth.from(AS_OF), 0, 30_000, "hall", paid);
    }

    /** A book of these borrowers and one customer that never fails. */
    public static Portfolio book(Borrower... borrowers) {
        return new Portfolio("still", AS_OF, List.of(borrowers),
                List.of(new Offtaker("customer", "Customer", "AAA", 0, false)), List.of());
    }
}
