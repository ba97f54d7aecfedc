package org.deflator.engine.cashflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.deflator.engine.path.MarketPlan;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.FinancingModel.EquityBetas;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.UsageModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Site;

/** From agreed to resolved: the last place that knows dates, names and the units of documents. */
public final class Resolver {
    static final double USD_PER_USD_M = 1e6;

    private final Portfolio portfolio;
    private final MarketPlan plan;
    private final Timeline timeline;
    private final UsageModel usage;
    private final BiFunction<String, Integer, Double> baseCfadsUsd;
    private final List<Pool> pools = new ArrayList<>();
    private final List<ContractTerms> contracts = new ArrayList<>();
    private final List<DataCentreTerms> dataCentres = new ArrayList<>();
    private final List<DebtTerms> debts = new ArrayList<>();
    private final List<CovenantTerms> covenants = new ArrayList<>();
    private final List<Offtaker> offtakers;

    private Resolver(Portfolio portfolio, MarketPlan plan, BiFunction<String, Integer, Double> baseCfadsUsd) {
        this.portfolio = portfolio;
        this.plan = plan;
        this.timeline = plan.timeline();
        this.usage = plan.market().model().usage();
        this.baseCfadsUsd = baseCfadsUsd;
        this.offtakers = portfolio.offtakers().stream().sorted(Comparator.comparing(Offtaker::id)).toList();
    }

    /** Generations that anybody in the portfolio owns. */
    public static SortedSet<String> ownedGpus(Portfolio portfolio) {
        TreeSet<String> owned = new TreeSet<>();
        portfolio.borrowers().forEach(b -> b.fleets().forEach(f -> owned.add(f.gpu())));
        return owned;
    }

    /**
     * Resolves a portfolio.
     *
     * @param baseCfadsUsd base-case cash flow of a borrower in a month, which sculpted loans follow
     * @throws IllegalArgumentException naming the borrower, if the group tree has a circle or a name is unknown
     */
    public static Book resolve(Portfolio portfolio, MarketPlan plan,
            BiFunction<String, Integer, Double> baseCfadsUsd) {
        return new Resolver(portfolio, plan, baseCfadsUsd).book();
    }

    private Book book() {
        List<Borrower> ordered = childrenFirst();
        List<String> ids = ordered.stream().map(Borrower::id).toList();
        List<BorrowerTerms> borrowers = new ArrayList<>();
        for (Borrower borrower : ordered) {
            borrowers.add(borrower(borrower, ids));
        }
        double multiple = plan.market().model().contracts().offtakerHazardMultiple();
        return new Book(plan, borrowers, debts, pools, contracts, dataCentres, covenants, offtakers.stream()
                .map(o -> new Book.OfftakerTerms(o.id(), multiple * intensity(o.annualDefaultProbability()),
                        ids.indexOf(o.id())))
                .toList());
    }

    /** Intensity with the same one-year default probability. */
    private static double intensity(double annualProbability) {
        return -Elementary.log(1 - annualProbability);
    }

    private List<Borrower> childrenFirst() {
        TreeMap<String, Borrower> byId = new TreeMap<>();
        portfolio.borrowers().forEach(b -> byId.put(b.id(), inOrder(b)));
        List<Borrower> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String id : byId.keySet()) {
            visit(id, byId, done, new HashSet<>(), ordered);
        }
        return ordered;
    }

    /** Sums over what a borrower owns and owes are taken in order of ids, so that the file's order changes no bit. */
    private static Borrower inOrder(Borrower b) {
        return new Borrower(b.id(), b.name(), b.kind(), b.parent(), b.sites(),
                b.fleets().stream().sorted(Comparator.comparing(Fleet::id)).toList(),
                b.contracts().stream().sorted(Comparator.comparing(OfftakeContract::id)).toList(),
                b.miners().stream().sorted(Comparator.comparing(MiningFleet::id)).toList(),
                b.dataCentres().stream().sorted(Comparator.comparing(DataCentre::id)).toList(), b.treasury(),
                b.costs(),
                b.equityUsdM(), b.debt().stream()
                        .sorted(Comparator.comparing((Instrument i) -> i.terms().rank())
                                .thenComparing(Instrument::id))
                        .toList(),
                b.guarantees(), b.reported());
    }

    private static void visit(String id, Map<String, Borrower> byId, Set<String> done, Set<String> above,
            List<Borrower> ordered) {
        if (done.contains(id)) {
            return;
        }
        if (!above.add(id)) {
            throw new IllegalArgumentException("borrower " + id + " is its own parent or guarantor");
        }
        Borrower borrower = byId.get(id);
        if (borrower == null) {
            throw new IllegalArgumentException(
                    "borrower " + id + " is named as parent or guarantor but not defined");
        }
        for (Borrower other : byId.values()) {
            boolean child = other.parent().filter(id::equals).isPresent()
                    || other.guarantees().stream().anyMatch(g -> g.guarantor().equals(id));
            if (child) {
                visit(other.id(), byId, done, above, ordered);
            }
        }
        above.remove(id);
        done.add(id);
        ordered.add(borrower);
    }

    private BorrowerTerms borrower(Borrower agreed, List<String> ids) {
        List<Pool> own = pools(agreed);
        List<ContractTerms> ownContracts = contracts(agreed, own);
        List<DataCentreTerms> ownDataCentres = new ArrayList<>();
        DataCentreResolver dataCentreResolver = new DataCentreResolver(timeline, offtakers);
        for (DataCentre dataCentre : agreed.dataCentres()) {
            DataCentreTerms terms = dataCentreResolver.resolve(dataCentres.size(), agreed, dataCentre);
            dataCentres.add(terms);
            ownDataCentres.add(terms);
        }
        List<DebtTerms> ownDebts = new ArrayList<>();
        DebtResolver debtResolver = new DebtResolver(plan, covenants);
        for (Instrument instrument : agreed.debt()) {
            double[] pledged = pledgedShares(agreed, own, instrument);
            DebtTerms terms = debtResolver.resolve(debts.size(), instrument, pledged,
                    m -> baseCfadsUsd.apply(agreed.id(), m));
            debts.add(terms);
            ownDebts.add(terms);
        }
        boolean[] distributes = new boolean[timeline.months()];
        for (int m = 0; m < distributes.length; m++) {
            int month = m;
            distributes[m] = ownDebts.isEmpty() || ownDebts.stream().anyMatch(d -> d.pays()[month]);
        }
        int parent = agreed.parent().map(ids::indexOf).orElse(-1);
        return new BorrowerTerms(ids.indexOf(agreed.id()), agreed.id(), agreed.name(), parent,
                guarantor(agreed, Guarantee.Kind.FULL, ids),
                guarantor(agreed, Guarantee.Kind.COMPLETION, ids),
                own, ownContracts,
                agreed.miners().stream().map(Resolver::miner).toList(), ownDataCentres, ownDebts,
                agreed.costs().overheadUsdMPerMonth() * USD_PER_USD_M,
                agreed.costs().leaseUsdMPerMonth() * USD_PER_USD_M,
                agreed.costs().otherIncomeUsdMPerMonth() * USD_PER_USD_M, maintenance(own),
                capex(agreed),
                agreed.treasury().cashUsdM() * USD_PER_USD_M,
                agreed.treasury().restrictedCashUsdM() * USD_PER_USD_M,
                agreed.treasury().btc(), agreed.equityUsdM().orElse(0.0) * USD_PER_USD_M,
                agreed.kind() == Borrower.Kind.SPV, equityBetas(agreed.kind()), distributes,
                setAside(ownDebts));
    }

    private static int guarantor(Borrower agreed, Guarantee.Kind kind, List<String> ids) {
        return agreed.guarantees().stream().filter(g -> g.kind() == kind)
                .map(g -> ids.indexOf(g.guarantor())).findFirst().orElse(-1);
    }

    private EquityBetas equityBetas(Borrower.Kind kind) {
        FinancingModel financing = plan.market().model().financing();
        return switch (kind) {
            case MINER -> financing.minerEquity();
            case DATA_CENTRE -> financing.dataCentreEquity();
            case NEOCLOUD, SPV -> financing.neocloudEquity();
        };
    }

    /** Principal of the next payment date, saved up evenly since the last. */
    private double[] setAside(List<DebtTerms> own) {
        double[] usd = new double[timeline.months()];
        for (DebtTerms debt : own) {
            int step = 12 / debt.agreed().terms().paymentsPerYear();
            for (int m = 0; m < usd.length; m++) {
                for (int ahead = 1; ahead < step && m + ahead < usd.length && !debt.pays()[m]; ahead++) {
                    usd[m] += debt.principalUsd()[m + ahead] * (step - ahead) / step;
                }
            }
        }
        return usd;
    }

    private double[] maintenance(List<Pool> own) {
        double[] usd = new double[timeline.months()];
        for (Pool pool : own) {
            for (int m = 0; m < usd.length; m++) {
                usd[m] +=
                        pool.units()[m] * pool.costUsdPerUnit() * usage.maintenanceShareOfCostPerYear() / 12;
            }
        }
        return usd;
    }

    private double[] capex(Borrower agreed) {
        double[] usd = new double[timeline.months()];
        for (Fleet fleet : agreed.fleets()) {
            int paid = fleet.paid().map(timeline::indexOf).orElse(-1);
            if (paid >= 0 && paid < usd.length) {
                usd[paid] += fleet.units() * fleet.unitCostUsd();
            }
        }
        return usd;
    }

    private List<Pool> pools(Borrower agreed) {
        TreeMap<Integer, List<Fleet>> byGeneration = new TreeMap<>();
        agreed.fleets().forEach(
                f -> byGeneration.computeIfAbsent(plan.indexOf(f.gpu()), _ -> new ArrayList<>()).add(f));
        List<Pool> own = new ArrayList<>();
        byGeneration.forEach((generation, fleets) -> {
            double[] units = new double[timeline.months()];
            double all = 0;
            double running = 0;
            double colo = 0;
            double cost = 0;
            for (Fleet fleet : fleets) {
                Site site = agreed.site(fleet.site()).orElseThrow(() -> new IllegalArgumentException(
                        "fleet " + fleet.id() + " of " + agreed.id() + " stands at unknown site "
                                + fleet.site()));
                GpuGeneration gpu = plan.generation(generation);
                for (int m = 0; m < units.length; m++) {
                    units[m] +=
                            fleet.units() * ramp(m - timeline.indexOf(fleet.inService()), fleet.rampMonths());
                }
                double powerUsd =
                        gpu.systemKw() * site.pue() * site.powerUsdPerKwh() + usage.opsUsdPerGpuHour();
                all += fleet.units();
                running += fleet.units() * powerUsd;
                colo += fleet.units() * gpu.systemKw() * site.coloUsdPerKwMonth() / usage.hoursPerMonth();
                cost += fleet.units() * fleet.unitCostUsd();
            }
            boolean shared = plan.market().model().contagion().collateralPrice();
            Pool pool = new Pool(pools.size(), generation, shared ? generation : pools.size(), units,
                    owned(agreed, units, all), running / all,
                    colo / all, cost / all,
                    pledgedShare(agreed, fleets));
            pools.add(pool);
            own.add(pool);
        });
        return own;
    }

    /** Share of the cards of these fleets that secures at least one debt. */
    private static double pledgedShare(Borrower agreed, List<Fleet> fleets) {
        double all = 0;
        double pledged = 0;
        for (Fleet fleet : fleets) {
            boolean covered = agreed.debt().stream().anyMatch(i -> i.terms().security().covers(fleet.id()));
            all += fleet.units();
            pledged += covered ? fleet.units() : 0;
        }
        return pledged / all;
    }

    /** Cards are paid for as delayed-draw loans are drawn, and enter service later. */
    private double[] owned(Borrower agreed, double[] units, double all) {
        double opening = 0;
        double commitment = 0;
        double[] drawn = new double[timeline.months()];
        for (Instrument instrument : agreed.debt()) {
            if (instrument instanceof Instrument.TermLoan loan && loan.draw().isPresent()) {
                DelayedDraw draw = loan.draw().get();
                opening += loan.terms().outstandingUsdM();
                commitment += draw.commitmentUsdM();
                double[] usdM = DebtResolver.draws(timeline, draw, loan.terms().outstandingUsdM());
                for (int m = 0; m < drawn.length; m++) {
                    drawn[m] += usdM[m];
                }
            }
        }
        double[] owned = units.clone();
        double paid = opening;
        for (int m = 0; m < owned.length && commitment > 0; m++) {
            paid += drawn[m];
            owned[m] = Math.max(units[m], all * paid / commitment);
        }
        return owned;
    }

    /** Share delivered after {@code monthsSinceStart} months of a ramp of {@code rampMonths}. */
    static double ramp(int monthsSinceStart, int rampMonths) {
        if (monthsSinceStart < 0) {
            return 0;
        }
        return rampMonths == 0 ? 1 : Math.min(1.0, (monthsSinceStart + 1.0) / rampMonths);
    }

    private List<ContractTerms> contracts(Borrower agreed, List<Pool> own) {
        List<ContractTerms> terms = new ArrayList<>();
        for (OfftakeContract c : agreed.contracts()) {
            int generation = plan.indexOf(c.gpu());
            Pool pool = own.stream().filter(p -> p.generation() == generation).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "contract " + c.id() + " rents " + c.gpu() + ", which " + agreed.id()
                                    + " does not own"));
            Offtaker offtaker =
                    portfolio.offtaker(c.offtaker()).orElseThrow(() -> new IllegalArgumentException(
                            "contract " + c.id() + " names unknown offtaker " + c.offtaker()));
            double[] units = new double[timeline.months()];
            for (int m = 0; m < units.length; m++) {
                units[m] = c.units() * ramp(m - timeline.indexOf(c.start()), c.rampMonths());
            }
            ContractTerms resolved =
                    new ContractTerms(contracts.size(), agreed.id() + "/" + c.id(), pool.index(), units,
                            c.priceUsdPerGpuHour(), timeline.indexOf(c.end()) + 1,
                            c.type() == OfftakeContract.Type.TAKE_OR_PAY, 1 - c.prepaidShare(),
                            offtakers.indexOf(offtaker), offtaker.recontracts());
            contracts.add(resolved);
            terms.add(resolved);
        }
        return terms;
    }

    /** Share of each pool's cards that the instrument's security covers, by final fleet sizes; then data centres. */
    private double[] pledgedShares(Borrower agreed, List<Pool> own, Instrument instrument) {
        double[] shares = new double[own.size() + agreed.dataCentres().size()];
        for (int k = 0; k < agreed.dataCentres().size(); k++) {
            boolean covered = instrument.terms().security()
                    .coversDataCentre(agreed.dataCentres().get(k).id());
            shares[own.size() + k] = covered ? 1 : 0;
        }
        for (int p = 0; p < own.size(); p++) {
            int generation = own.get(p).generation();
            double all = 0;
            double covered = 0;
            for (Fleet fleet : agreed.fleets()) {
                if (plan.indexOf(fleet.gpu()) == generation) {
                    all += fleet.units();
                    covered += instrument.terms().security().covers(fleet.id()) ? fleet.units() : 0;
                }
            }
            shares[p] = covered / all;
        }
        return shares;
    }

    private static MinerTerms miner(MiningFleet agreed) {
        double phPerEh = 1000;
        double kwPerPh = agreed.joulePerTh();
        return new MinerTerms(agreed.hashEh() * phPerEh, agreed.uptime(),
                kwPerPh * 24 * agreed.powerUsdPerKwh(),
                agreed.hashEh() * 1e6 * agreed.rigUsdPerTh());
    }
}
