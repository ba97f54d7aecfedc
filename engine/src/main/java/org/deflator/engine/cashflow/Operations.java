package org.deflator.engine.cashflow;

import org.deflator.engine.path.ListPrice;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.UsageModel;

/**
 * What a borrower earns in a month before debt service (MODEL 5.2): contract and spot rent, mining, rent of data
 * centres, costs. A card that is idle under a take-or-pay contract is paid all the same; a spot card whose
 * utilised rent is below what switching off saves is switched off.
 */
public final class Operations {
    /** Days of a month, for hash prices quoted per day. */
    private static final double DAYS = 30.4;

    private final Book book;
    private final BookState state;
    private final UsageModel usage;
    private final ContractModel model;
    private final RentModel rents;
    private final CashLedger ledger;
    private final Draws draws;
    private final double[] first;
    private final double[] second;
    private final double[] busyUnits;
    private final double[] cost;
    private final LeaseIncome leases;
    private final double[] leaseRent;
    private final double[] leaseCost;
    private final long[] listStreams;
    private final long[] renewalStreams;
    private final long[] renegotiationStreams;

    /** Works on {@code state}; postings go to {@code ledger}. */
    public Operations(Book book, BookState state, Draws draws, CashLedger ledger) {
        this.book = book;
        this.state = state;
        this.draws = draws;
        this.ledger = ledger;
        this.usage = book.plan().market().model().usage();
        this.model = book.plan().market().model().contracts();
        this.rents = book.plan().market().model().rents();
        first = new double[state.size];
        second = new double[state.size];
        busyUnits = new double[state.size];
        cost = new double[state.size];
        leases = new LeaseIncome(book, state, draws, ledger);
        leaseRent = new double[state.size];
        leaseCost = new double[state.size];
        listStreams = new long[book.pools().size()];
        for (BorrowerTerms b : book.borrowers()) {
            for (Pool p : b.pools()) {
                listStreams[p.index()] = Stream.of("list price",
                        b.id() + "/" + book.plan().gpuIds().get(p.generation()));
            }
        }
        renewalStreams = new long[book.contracts().size()];
        renegotiationStreams = new long[book.contracts().size()];
        for (ContractTerms c : book.contracts()) {
            renewalStreams[c.index()] = Stream.of("renewal", c.id());
            renegotiationStreams[c.index()] = Stream.of("renegotiation", c.id());
        }
    }

    /** Books revenue, costs, EBITDA and CFADS of borrower {@code b} and adds the cash. */
    public void earn(BorrowerTerms b, PathBlock market, int month, int paths) {
        double[] revenue = state.revenueUsd[b.index()];
        double[] alive = state.alive[b.index()];
        double[] outage = state.outageMonths[b.index()];
        for (int i = 0; i < paths; i++) {
            revenue[i] = 0;
            cost[i] = 0;
            leaseRent[i] = 0;
            leaseCost[i] = 0;
        }
        leases.earn(b, market, leaseRent, leaseCost, month, paths);
        for (Pool pool : b.pools()) {
            draws.uniforms(listStreams[pool.index()], month, first, paths);
            ListPrice.advance(state.listRent[pool.index()], market.rentUsdPerGpuHour(pool.generation()),
                    first,
                    rents.monthlyRepriceProbability(), rents.repriceBand(), paths);
            pool(b, pool, market, month, paths);
        }
        for (MinerTerms miner : b.miners()) {
            mine(b, miner, market, paths);
        }
        for (int i = 0; i < paths; i++) {
            double works = outage[i] > 0 ? 0 : 1;
            outage[i] = Math.max(0, outage[i] - 1);
            double other = alive[i] * works * (revenue[i] + b.otherIncomeUsd());
            double gross = other + alive[i] * works * leaseRent[i];
            double fee = state.operatorFee[b.index()][i] * gross;
            double fixed = alive[i] * (b.overheadUsd() + b.leaseUsd()) + alive[i] * (cost[i] + leaseCost[i]);
            double maintenance = alive[i] * b.maintenanceUsd()[month];
            double capex = alive[i] * b.capexUsd()[month];
            revenue[i] = gross;
            state.ebitdaUsd[b.index()][i] = gross - fee - fixed;
            state.cfadsUsd[b.index()][i] = gross - fee - fixed - maintenance;
            state.cashUsd[b.index()][i] += state.cfadsUsd[b.index()][i] - capex;
            ledger.post(b.index(), OperatingAccount.REVENUE.label(), i, other);
            ledger.post(b.index(), OperatingAccount.OPERATOR_FEE.label(), i, -fee);
            ledger.post(b.index(), OperatingAccount.RUNNING.label(), i, -alive[i] * cost[i]);
            ledger.post(b.index(), OperatingAccount.OVERHEAD.label(), i, -alive[i] * b.overheadUsd());
            ledger.post(b.index(), OperatingAccount.LEASES.label(), i, -alive[i] * b.leaseUsd());
            ledger.post(b.index(), OperatingAccount.MAINTENANCE.label(), i, -maintenance);
            ledger.post(b.index(), "capital expenditure", i, -capex);
        }
    }

    private void pool(BorrowerTerms b, Pool pool, PathBlock market, int month, int paths) {
        double[] revenue = state.revenueUsd[b.index()];
        double[] utilisation = market.utilisation();
        java.util.Arrays.fill(busyUnits, 0, paths, 0);
        double units = pool.units()[month];
        for (boolean agreedTerm : new boolean[]{true, false}) {
            for (ContractTerms contract : b.contracts()) {
                if (contract.pool() == pool.index() && agreedTerm == month < contract.endMonth()) {
                    turn(contract, market, month, paths);
                    bill(contract, revenue, utilisation, units, month, paths);
                }
            }
        }
        double hours = usage.hoursPerMonth();
        double[] list = state.listRent[pool.index()];
        for (int i = 0; i < paths; i++) {
            double spot = Math.max(0, units - busyUnits[i]);
            double earned = utilisation[i] * list[i];
            boolean on = earned > pool.runningUsdPerHour();
            revenue[i] += on ? spot * hours * earned : 0;
            double off = on ? 0 : spot;
            cost[i] += hours * ((units - off) * pool.runningUsdPerHour() + units * pool.coloUsdPerHour());
        }
    }

    /** Adds a contract's invoice to revenue, and its cards, rented or idle, to the busy ones. */
    private void bill(ContractTerms contract, double[] revenue, double[] utilisation, double poolUnits,
            int month,
            int paths) {
        double units = contract.units()[month];
        double[] price = state.contractPrice[contract.index()];
        double[] end = state.contractEnd[contract.index()];
        double[] idle = state.idleUntil[contract.index()];
        boolean agreedTerm = month < contract.endMonth();
        double hours = usage.hoursPerMonth() * (agreedTerm ? contract.cashShare() : 1);
        for (int i = 0; i < paths; i++) {
            boolean rented = month < end[i];
            double used = contract.takeOrPay() ? usage.availability() : utilisation[i];
            // Renewals come after the agreed terms and take what those leave.
            double taken = agreedTerm ? units : Math.min(units, Math.max(0, poolUnits - busyUnits[i]));
            revenue[i] += rented ? taken * price[i] * used * hours : 0;
            busyUnits[i] += rented || month < idle[i] ? taken : 0;
        }
    }

    /** Expiry, renewal, customer's default and renegotiation (MODEL 1.7). */
    private void turn(ContractTerms contract, PathBlock market, int month, int paths) {
        int c = contract.index();
        double[] price = state.contractPrice[c];
        double[] end = state.contractEnd[c];
        double[] idle = state.idleUntil[c];
        double[] solvent = state.offtakerAlive[contract.offtaker()];
        double[] rent = market.rentUsdPerGpuHour(book.pools().get(contract.pool()).generation());
        double[] tight = market.tight();
        draws.uniformPairs(renewalStreams[c], month, first, second, paths);
        int terms = model.renewMonthsMax() - model.renewMonthsMin() + 1;
        for (int i = 0; i < paths; i++) {
            boolean rejected = month < end[i] && solvent[i] == 0;
            boolean expires = month == end[i] && contract.units()[month] > 0;
            if (!rejected && !expires) {
                continue;
            }
            double renew = solvent[i] * (tight[i] > 0 ? model.renewTight() : model.renewCalm());
            if (expires && first[i] < renew) {
                end[i] = month + model.renewMonthsMin() + (int) (second[i] * terms);
                price[i] = rent[i] * (1 - model.termDiscount());
            } else {
                end[i] = month;
                idle[i] = month + idleMonths(second[i]);
            }
        }
        if (contract.renegotiates()) {
            renegotiate(contract, rent, month, paths);
        }
    }

    /** Whole idle months, geometric with the model's mean; at most one if the mean is less than that. */
    private double idleMonths(double uniform) {
        double mean = model.idleMonths();
        if (mean <= 1) {
            return uniform < mean ? 1 : 0;
        }
        return Math.ceil(Elementary.log(uniform) / Elementary.log(1 - 1 / mean));
    }

    private void renegotiate(ContractTerms contract, double[] rent, int month, int paths) {
        double[] price = state.contractPrice[contract.index()];
        double[] end = state.contractEnd[contract.index()];
        draws.uniforms(renegotiationStreams[contract.index()], month, first, paths);
        for (int i = 0; i < paths; i++) {
            if (month < end[i] && rent[i] < price[i]) {
                double gap = Elementary.log(price[i] / rent[i]) - model.renegotiationThreshold();
                boolean agrees = first[i] < model.renegotiationHazardPerMonth() * gap;
                price[i] = agrees ? price[i] * (1 - 0.5 * (1 - rent[i] / price[i])) : price[i];
            }
        }
    }

    /** Mining revenue and power while the hash price covers the power (MODEL 5.2). */
    private void mine(BorrowerTerms b, MinerTerms miner, PathBlock market, int paths) {
        double[] revenue = state.revenueUsd[b.index()];
        double[] hashprice = market.hashpriceUsdPerPhDay();
        double phDays = miner.hashPh() * miner.uptime() * DAYS;
        for (int i = 0; i < paths; i++) {
            double on = hashprice[i] > miner.costUsdPerPhDay() ? phDays : 0;
            revenue[i] += on * hashprice[i];
            cost[i] += on * miner.costUsdPerPhDay();
        }
    }
}
