package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.EnforcementModel;

/**
 * From default to the last dollar: claims are fixed, the sale is chosen and announced at once, cards are sold after the
 * legal lag, data centres whole, proceeds are shared (MODEL 6). A month: {@link #open} for each new default,
 * {@link #order}, the market clears, {@link #collect}.
 */
public final class Estate {
    private static final double KW_PER_MW = 1000;

    private static final double CENT_USD = 0.01;

    private final Book book;
    private final BookState state;
    private final EstateState estate;
    private final SaleDecision decision;
    private final Recovery recovery;
    private final PathBlock market;
    private final UsedCardMarket cards;
    private final EnforcementModel model;
    private final CashLedger ledger;
    private final int[][] months;
    private final int dataCentreSaleMonths;

    /** Works on both states. */
    public Estate(Book book, BookState state, EstateState estate, SaleDecision decision, Recovery recovery,
            PathBlock market, UsedCardMarket cards, CashLedger ledger) {
        this.book = book;
        this.state = state;
        this.estate = estate;
        this.decision = decision;
        this.recovery = recovery;
        this.market = market;
        this.cards = cards;
        this.ledger = ledger;
        model = book.plan().market().model().enforcement();
        dataCentreSaleMonths = book.plan().market().model().dataCentres().saleMonths();
        months = book.borrowers().stream().map(b -> new int[b.pools().size()]).toArray(int[][]::new);
    }

    /** Turns a borrower that defaulted on {@code path} into an estate and puts its cards up for sale. */
    public void open(BorrowerTerms b, DefaultCause why, int month, int path) {
        int x = b.index();
        estate.defaultMonth[x][path] = month;
        estate.cause[x][path] = why.ordinal();
        for (DebtTerms debt : b.debts()) {
            claim(b, debt, month, path);
        }
        double setAside = 0;
        for (int k = 0; k < b.dataCentres().size(); k++) {
            setAside += constructionAccount(b, k, month, path);
        }
        state.restrictedUsd[x][path] -= setAside;
        double free = state.cashUsd[x][path] + state.restrictedUsd[x][path];
        double bitcoinUsd = state.btc[x][path] * market.bitcoinUsd()[path];
        ledger.post(x, free < 0 ? "costs left unpaid" : "to the estate", path, -free);
        estate.potUsd[x][path] += Math.max(0, free) + bitcoinUsd;
        estate.takenInUsd[x][path] += Math.max(0, free) + bitcoinUsd;
        state.cashUsd[x][path] = 0;
        state.restrictedUsd[x][path] = 0;
        state.bitcoinSoldUsd[path] += bitcoinUsd;
        state.btc[x][path] = 0;
        rigs(b, path);
        announce(b, month, path);
        state.alive[x][path] = 0;
    }

    /** What is set aside to complete a data centre goes to those whom it secures, who do not build on; USD. */
    private double constructionAccount(BorrowerTerms b, int k, int month, int path) {
        DataCentreTerms dataCentre = b.dataCentres().get(k);
        double usd = dataCentre.pledged() ? state.constructionAccountUsd(b, dataCentre, path) : 0;
        if (usd > 0) {
            recovery.shareCollateral(b, b.pools().size() + k, 1, usd, month, path);
            ledger.post(b.index(), "construction account to lenders", path, -usd);
        }
        return usd;
    }

    /** Fixes the claim; the reserve account and pledged bitcoin pay first. */
    private void claim(BorrowerTerms b, DebtTerms debt, int month, int path) {
        int d = debt.index();
        double owed =
                state.balanceUsd[d][path] + state.overdueInterestUsd[d][path] + state.accruedUsd[d][path];
        // Instalments rounded in binary leave a repaid debt a millionth of a dollar: nobody claims that.
        double claim = owed < CENT_USD ? 0 : owed;
        estate.exposureUsd[d][path] = claim;
        estate.claimUsd[d][path] = claim;
        double own = state.reserveUsd[d][path];
        double pledged = state.pledgedBtc[d][path] * market.bitcoinUsd()[path];
        state.bitcoinSoldUsd[path] += pledged;
        double paid = recovery.payFrom(b.index(), b.index(), debt, own + pledged, month, path);
        estate.takenInUsd[b.index()][path] += own + pledged;
        estate.potUsd[b.index()][path] += own + pledged - paid;
        ledger.post(b.index(), "reserve to lenders of ", debt.id(), path, -own);
        state.balanceUsd[d][path] = 0;
        state.overdueUsd[d][path] = 0;
        state.overdueInterestUsd[d][path] = 0;
        state.accruedUsd[d][path] = 0;
        state.reserveUsd[d][path] = 0;
        state.pledgedBtc[d][path] = 0;
    }

    /** Rigs are sold at their market price less enforcement cost, for those they are pledged to or for all. */
    private void rigs(BorrowerTerms b, int path) {
        double usd = 0;
        for (var miner : b.miners()) {
            usd += miner.rigsUsd() * market.rigPriceIndex()[path] * (1 - model.costShare());
        }
        double left = usd;
        for (DebtTerms debt : b.debts()) {
            if (debt.rigsPledged()) {
                left -= recovery.payFrom(b.index(), b.index(), debt, left,
                        estate.defaultMonth[b.index()][path], path);
            }
        }
        estate.potUsd[b.index()][path] += left;
        estate.takenInUsd[b.index()][path] += usd;
    }

    private void announce(BorrowerTerms b, int month, int path) {
        int x = b.index();
        for (int p = 0; p < b.pools().size(); p++) {
            months[x][p] = decision.bestMonths(b.pools().get(p), month, path);
        }
        boolean inPlace = decision.sellsInPlace(b, months[x], month, path);
        estate.saleMonth[x][path] = month + model.lagMonths();
        estate.inPlaceMonth[x][path] = month + model.sharePledgeMonths();
        for (int p = 0; p < b.pools().size(); p++) {
            Pool pool = b.pools().get(p);
            double units = pool.ownedUnits()[month];
            if (inPlace) {
                estate.inPlaceUsd[pool.index()][path] = decision.inPlaceUsd(b, pool, month, path);
                estate.handedOverUnits[pool.index()][path] += units;
            } else {
                estate.stockUnits[pool.index()][path] = units;
                estate.monthlyUnits[pool.index()][path] = units / months[x][p];
                cards.announce(pool.cardMarket(), path, units);
            }
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            estate.heldMw[dataCentre.index()][path] = dataCentre.criticalItKw() / KW_PER_MW;
        }
    }

    /** Orders the month's part of every sale. */
    public void order(int month, int paths) {
        for (BorrowerTerms b : book.borrowers()) {
            for (int i = 0; i < paths; i++) {
                if (open(b, i) && month >= estate.saleMonth[b.index()][i]) {
                    for (Pool pool : b.pools()) {
                        double part = part(pool, i);
                        if (part > 0) {
                            cards.order(pool.cardMarket(), i, part);
                        }
                    }
                }
            }
        }
    }

    private boolean open(BorrowerTerms b, int path) {
        return estate.defaultMonth[b.index()][path] >= 0 && estate.closed[b.index()][path] == 0;
    }

    /** The month's part of a sale; the last part is what is left. */
    private double part(Pool pool, int path) {
        double stock = estate.stockUnits[pool.index()][path];
        double part = estate.monthlyUnits[pool.index()][path];
        return stock - part < 0.5 * part ? stock : part;
    }

    /** Takes in the month's proceeds and shares them; at the last month of the horizon everything is settled. */
    public void collect(int month, boolean last, int paths) {
        for (BorrowerTerms b : book.borrowers()) {
            for (int i = 0; i < paths; i++) {
                if (open(b, i)) {
                    collect(b, month, last, i);
                }
            }
        }
    }

    private void collect(BorrowerTerms b, int month, boolean last, int path) {
        int x = b.index();
        boolean selling = month >= estate.saleMonth[x][path];
        double unsold = 0;
        for (int p = 0; p < b.pools().size(); p++) {
            Pool pool = b.pools().get(p);
            int q = pool.index();
            double stock = estate.stockUnits[q][path];
            double sold = selling ? part(pool, path) : 0;
            double proceeds = sold * netUsdPerCard(pool, cards.averageFactor(pool.cardMarket())[path], path)
                    - stock * model.carryUsdPerGpuMonth();
            sell(q, sold, path);
            if (last && estate.stockUnits[q][path] > 0) {
                double rest = estate.stockUnits[q][path];
                proceeds += rest * netUsdPerCard(pool, cards.settlementFactor(pool.cardMarket(), path), path);
                sell(q, rest, path);
            }
            if (estate.inPlaceUsd[q][path] > 0 && (last || month >= estate.inPlaceMonth[x][path])) {
                proceeds += estate.inPlaceUsd[q][path];
                estate.inPlaceUsd[q][path] = 0;
            }
            double net = proceeds - estate.carriedCostUsd[q][path];
            estate.carriedCostUsd[q][path] = Math.max(0, -net);
            recovery.shareCollateral(b, p, pool.pledgedShare(), Math.max(0, net), month, path);
            unsold += estate.stockUnits[q][path] + estate.inPlaceUsd[q][path];
        }
        for (int k = 0; k < b.dataCentres().size(); k++) {
            collectDataCentre(b, k, month, last, path);
            unsold += estate.heldMw[b.dataCentres().get(k).index()][path];
        }
        if (last || month >= estate.defaultMonth[x][path] + model.chapterElevenMonths()) {
            if (last) {
                sellVehicles(b, path);
            }
            recovery.sharePot(b, month, path);
            recovery.residual(b, path);
            callGuarantor(b, month, path);
            // An estate that owns SPVs stays open: they may still send money up.
            boolean owner = book.borrowers().stream().anyMatch(o -> o.parent() == x || o.guarantor() == x);
            estate.closed[x][path] = (unsold <= 0 && !owner) || last ? 1 : 0;
        }
    }

    /** A data centre goes on earning for the estate until it is sold whole. */
    private void collectDataCentre(BorrowerTerms b, int k, int month, boolean last, int path) {
        DataCentreTerms dataCentre = b.dataCentres().get(k);
        int d = dataCentre.index();
        double held = estate.heldMw[d][path];
        if (held == 0) {
            return;
        }
        int since = month - estate.defaultMonth[b.index()][path];
        // What it earned in the month of default stands in the borrower's cash.
        double usd = since > 0 ? state.noiUsd[d][path] : 0;
        if (last || since >= dataCentreSaleMonths) {
            usd += decision.dataCentreUsd(dataCentre, path);
            estate.heldMw[d][path] = 0;
            estate.soldMw[d][path] = held;
        }
        double net = usd - estate.carriedDataCentreUsd[d][path];
        estate.carriedDataCentreUsd[d][path] = Math.max(0, -net);
        recovery.shareCollateral(b, b.pools().size() + k, dataCentre.pledged() ? 1 : 0, Math.max(0, net),
                month, path);
    }

    /** What living SPVs of a parent in default are worth above their debt is sold for its creditors at the horizon. */
    private void sellVehicles(BorrowerTerms b, int path) {
        double discount = market.tight()[path] > 0 ? model.stepInDiscountTight() : model.stepInDiscountCalm();
        for (BorrowerTerms vehicle : book.borrowers()) {
            if (vehicle.parent() != b.index() || state.alive[vehicle.index()][path] == 0) {
                continue;
            }
            double equity = state.assetsUsd[vehicle.index()][path];
            for (DebtTerms debt : vehicle.debts()) {
                equity += state.reserveUsd[debt.index()][path] - state.balanceUsd[debt.index()][path]
                        - state.accruedUsd[debt.index()][path] - state.overdueInterestUsd[debt.index()][path];
            }
            double usd = Math.max(0, equity) * (1 - discount) * (1 - model.costShare());
            estate.potUsd[b.index()][path] += usd;
            estate.takenInUsd[b.index()][path] += usd;
        }
    }

    /** The deficiency of an SPV is called from its guarantor; one that cannot pay it falls next month. */
    private void callGuarantor(BorrowerTerms b, int month, int path) {
        int g = b.guarantor();
        if (g < 0 || state.alive[g][path] == 0 || recovery.owed(b, path) < 1) {
            return;
        }
        for (DebtTerms debt : b.debts()) {
            double offered =
                    Math.min(estate.claimUsd[debt.index()][path], Math.max(0, state.cashUsd[g][path]));
            double paid = recovery.pay(b.index(), debt, offered, month, path);
            state.cashUsd[g][path] -= paid;
            ledger.post(g, "guarantee of ", b.id(), path, -paid);
        }
        if (recovery.owed(b, path) >= 1) {
            estate.doomed[g][path] = DefaultCause.GUARANTEE.ordinal();
        }
    }

    private void sell(int pool, double units, int path) {
        estate.stockUnits[pool][path] -= units;
        estate.soldUnits[pool][path] += units * (1 - model.yieldLoss());
        estate.scrappedUnits[pool][path] += units * model.yieldLoss();
    }

    private double netUsdPerCard(Pool pool, double factor, int path) {
        double gross = market.resaleUsd(pool.generation())[path] * factor * (1 - model.yieldLoss());
        return gross * (1 - model.costShare()) - model.deinstallUsdPerGpu();
    }
}
