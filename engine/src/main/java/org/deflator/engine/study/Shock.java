package org.deflator.engine.study;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.RentQuote;
import org.deflator.model.market.UsageModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Site;

/**
 * One named change to a portfolio and its market. Both go through the engine as any other input does.
 *
 * @param portfolio who owns and owes what
 * @param market the world
 */
record Shock(Portfolio portfolio, Market market) {
    /** Log-odds at which nobody finds a new lender. */
    private static final double NO_ACCESS = -1e6;
    /** Grace that no simulation outlasts. */
    private static final int FOREVER_MONTHS = 100_000;

    /** Contract prices and the market's rents at {@code multiple} of what they are. */
    Shock allRents(double multiple) {
        return eachBorrower(b -> copy(b, b.sites(),
                b.contracts().stream().map(c -> priced(c, multiple * c.priceUsdPerGpuHour())).toList(),
                b.miners())).marketRents(multiple);
    }

    /** The market's rents, at which cards without a contract are let, at {@code multiple} of what they are. */
    Shock marketRents(double multiple) {
        MarketSnapshot s = market.snapshot();
        return quoted(s.rents().stream()
                .map(q -> new RentQuote(q.gpu(), multiple * q.usdPerGpuHour(), q.quoted())).toList(),
                s.dataCentreRentUsdPerKwMonth());
    }

    /** Rents of data centres, under leases and at the market, at {@code multiple} of what they are. */
    Shock leaseRents(double multiple) {
        MarketSnapshot s = market.snapshot();
        return eachBorrower(b -> copy(b, b.dataCentres().stream().map(d -> new DataCentre(d.id(),
                d.criticalItMw(), d.costUsdM(), d.costToCompleteUsdM(), d.completion(), d.rampMonths(),
                d.lease().map(l -> new DataCentreLease(l.tenant(), multiple * l.rentUsdPerKwMonth(),
                        l.escalatorPct(), l.noiMargin(), l.end(), l.backstop()))))
                .toList()))
                .quoted(s.rents(), multiple * s.dataCentreRentUsdPerKwMonth());
    }

    /**
     * The hash price at {@code multiple} of what it is in every month, bitcoin where it stands, and rigs with it. The
     * network is that much smaller and content with that much more, so that it grows as it would have.
     */
    Shock hashPrice(double multiple) {
        MarketSnapshot s = market.snapshot();
        BitcoinModel b = market.model().bitcoin();
        return repricedRigs(multiple).mined(s.bitcoinUsd(), s.networkHashEh() / multiple)
                .with(market.model().with(new BitcoinModel(b.driftCalm(), b.driftTight(), b.volCalm(),
                        b.volTight(), b.blocksPerDay(), b.subsidyBtc(), b.halving(), b.hashUpPerYear(),
                        b.hashDownPerYear(), multiple * b.anchorOverBreakeven(), b.medianJoulePerTh(),
                        b.efficiencyGainPerYear(), b.medianPowerUsdPerKwh())));
    }

    /** Bitcoin at {@code multiple} of what it is, and rigs with it; the network answers in time. */
    Shock bitcoinPrice(double multiple) {
        MarketSnapshot s = market.snapshot();
        return repricedRigs(multiple).mined(multiple * s.bitcoinUsd(), s.networkHashEh());
    }

    /** Rigs follow the hash price; that of today is the resale price that the borrower states. */
    private Shock repricedRigs(double multiple) {
        return eachBorrower(b -> copy(b, b.sites(), b.contracts(),
                b.miners().stream().map(m -> new MiningFleet(m.id(), m.hashEh(), m.joulePerTh(), m.uptime(),
                        m.powerUsdPerKwh(), multiple * m.rigUsdPerTh())).toList()));
    }

    private Shock mined(double bitcoinUsd, double networkHashEh) {
        MarketSnapshot s = market.snapshot();
        return quoted(s.rents(), s.dataCentreRentUsdPerKwMonth(), bitcoinUsd, networkHashEh);
    }

    private Shock quoted(List<RentQuote> rents, double dataCentreRentUsdPerKwMonth) {
        MarketSnapshot s = market.snapshot();
        return quoted(rents, dataCentreRentUsdPerKwMonth, s.bitcoinUsd(), s.networkHashEh());
    }

    private Shock quoted(List<RentQuote> rents, double dataCentreRentUsdPerKwMonth, double bitcoinUsd,
            double networkHashEh) {
        MarketSnapshot s = market.snapshot();
        return new Shock(portfolio, market.with(new MarketSnapshot(s.asOf(), s.generations(), rents,
                s.resale(), bitcoinUsd, networkHashEh, s.feeBtcPerBlock(), s.sofr(),
                s.highYieldSpreadBp(), dataCentreRentUsdPerKwMonth, s.histories())));
    }

    /** Rents fall by this share every year; nothing is drawn. */
    Shock decline(double perYear) {
        RentModel r = market.model().rents();
        return with(market.model().with(new RentModel(perYear, 0, Math.min(perYear, r.declineMin()),
                Math.max(perYear, r.declineMax()), r.weightAlgorithms(), r.weightHardware(),
                r.weightSoftware(), r.scarcityReversion(), r.scarcityVolCalm(), r.scarcityVolTight(),
                r.scarcityMeanCalm(), r.scarcityMeanTight(), r.scarcityStart(), r.launchRampYears(),
                r.launchStepCv(), r.minorLaunchSize(), r.customSiliconSize(), r.secondSuccessorWeight(),
                r.laterSuccessorWeight(), r.idiosyncraticSd(), r.idiosyncraticHalfLifeMonths(),
                r.monthlyRepriceProbability(), r.repriceBand())));
    }

    /** The borrowers' power at {@code multiple} of its price; the market's marginal owner pays what it paid. */
    Shock power(double multiple) {
        return eachBorrower(b -> copy(b, b.sites().stream()
                .map(s -> new Site(s.id(), s.pue(), multiple * s.powerUsdPerKwh(), s.coloUsdPerKwMonth()))
                .toList(), b.contracts(),
                b.miners().stream().map(m -> new MiningFleet(m.id(), m.hashEh(), m.joulePerTh(), m.uptime(),
                        multiple * m.powerUsdPerKwh(), m.rigUsdPerTh())).toList()));
    }

    /** Every site at this power usage effectiveness. */
    Shock pue(double pue) {
        return eachBorrower(b -> copy(b, b.sites().stream()
                .map(s -> new Site(s.id(), pue, s.powerUsdPerKwh(), s.coloUsdPerKwMonth())).toList(),
                b.contracts(), b.miners()));
    }

    /** Cards that are paid by use are used this share of the hours, whatever the market. */
    Shock utilisation(double share) {
        UsageModel u = market.model().usage();
        return with(market.model().with(new UsageModel(share, share, u.utilisationIntercept(),
                u.utilisationSlope(), u.availability(), u.hoursPerMonth(), u.marketPue(),
                u.marketPowerUsdPerKwh(), u.marketColoUsdPerKwMonth(), u.opsUsdPerGpuHour(),
                u.maintenanceShareOfCostPerYear())));
    }

    /** No contract and no lease is renewed, and nothing that comes free is let again. */
    Shock noRenewal() {
        ContractModel c = market.model().contracts();
        return with(market.model()
                .with(new ContractModel(0, 0, c.renewMonthsMin(), c.renewMonthsMax(), c.termDiscount(),
                        c.idleMonths(), c.renegotiationHazardPerMonth(), c.renegotiationThreshold(),
                        c.offtakerFactorLoading(), c.offtakerHazardMultiple()))
                .with(unlet(market.model().dataCentres())));
    }

    private static DataCentreModel unlet(DataCentreModel d) {
        return new DataCentreModel(d.rentDrift(), d.rentVol(), d.scarcityLoading(), d.noiMargin(),
                d.vacantUsdPerKwMonth(), 0, 0, Timeline.MAX_MONTHS, Timeline.MAX_MONTHS, d.reletTermMonths(),
                d.reletEscalator(), d.discountRate(), d.capRate(), d.capRateElasticity(), d.delayShape(),
                d.delayScaleMonths(), d.delayCostShare(), d.saleMonths(), d.saleDiscountCalm(),
                d.saleDiscountTight(), d.ltvCap(), d.minDebtYield(), d.marginBp());
    }

    /** Nobody lends anew when a debt falls due and nobody buys new shares. */
    Shock noNewMoney() {
        FinancingModel f = market.model().financing();
        return with(market.model().with(new FinancingModel(NO_ACCESS, f.accessFunding(), f.accessLtv(),
                f.accessDscr(), f.ltvCap(), f.dscrTarget(), f.tenorMonths(), f.marginBp(), 0, 0,
                f.equityMinOverDebt(), f.conversionPremium(), f.bufferMonths(), f.alwaysRefinances(),
                f.rationed(), f.supplyCalm(),
                f.supplyTight(), f.supplyMonths(), f.sectorDebtUsdM(),
                f.neocloudEquity(), f.minerEquity(), f.dataCentreEquity())));
    }

    /** Lenders wait for what is late and owners stay: cash flow and schedule without the end that a default puts. */
    Shock forborne() {
        ForbearanceModel f = market.model().forbearance();
        return with(market.model().with(new ForbearanceModel(FOREVER_MONTHS, f.defaultProbability(),
                f.recovery(), f.adminShare(), f.maxWaivers(), f.waiverMonths(), f.marginStepBp(), 0,
                f.extensionMonths(), f.waiverIsExchange(), f.curesInWindow(), f.cureWindowTests(), 0,
                f.surrenderQuarters())));
    }

    private Shock with(MarketModel model) {
        return new Shock(portfolio, market.with(model));
    }

    private Shock eachBorrower(UnaryOperator<Borrower> change) {
        return new Shock(new Portfolio(portfolio.id(), portfolio.asOf(),
                portfolio.borrowers().stream().map(change).toList(), portfolio.offtakers(),
                portfolio.unmodelled(), portfolio.leftOut()), market);
    }

    private static OfftakeContract priced(OfftakeContract c, double usdPerGpuHour) {
        return new OfftakeContract(c.id(), c.offtaker(), c.gpu(), c.units(), usdPerGpuHour, c.start(),
                c.rampMonths(), c.end(), c.type(), c.prepaidShare());
    }

    private static Borrower copy(Borrower b, List<DataCentre> dataCentres) {
        return new Borrower(b.id(), b.name(), b.kind(), b.parent(), b.sites(), b.fleets(), b.contracts(),
                b.miners(), dataCentres, b.treasury(), b.costs(), b.equityUsdM(), b.debt(), b.guarantees(),
                b.reported());
    }

    private static Borrower copy(Borrower b, List<Site> sites, List<OfftakeContract> contracts,
            List<MiningFleet> miners) {
        return new Borrower(b.id(), b.name(), b.kind(), b.parent(), sites, b.fleets(), contracts, miners,
                b.dataCentres(), b.treasury(), b.costs(), b.equityUsdM(), b.debt(), b.guarantees(),
                b.reported());
    }

    /** A borrower without owner and without guarantees from outside {@code kept}. */
    static Borrower detached(Borrower b, boolean root, List<String> kept) {
        return new Borrower(b.id(), b.name(), b.kind(), root ? Optional.empty() : b.parent(), b.sites(),
                b.fleets(), b.contracts(), b.miners(), b.dataCentres(), b.treasury(), b.costs(),
                b.equityUsdM(), b.debt(),
                b.guarantees().stream().filter(g -> kept.contains(g.guarantor())).toList(), b.reported());
    }
}
