package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.UsageModel;

/**
 * What a borrower's assets are worth to a lender who looks at them today: cards at their marked price, contracts at
 * what they pay above the market rent until they end, data centres, rigs, bitcoin, cash. No foresight:
 * month-t state only.
 */
public final class Valuation {
    private final Book book;
    private final BookState state;
    private final UsageModel usage;
    private final double[] annuity;
    private final double[] decliningAnnuity;
    private final double[] excess;
    private final DataCentreValue dataCentres;

    /** Works on {@code state}. */
    public Valuation(Book book, BookState state) {
        this.book = book;
        this.state = state;
        usage = book.plan().market().model().usage();
        double monthly = book.plan().market().model().resale().discountRate() / 12;
        double decline = -Elementary.log(1 - book.plan().market().model().rents().declineMean()) / 12;
        annuity = new double[book.plan().timeline().months() + 601];
        decliningAnnuity = new double[annuity.length];
        for (int n = 0; n < annuity.length; n++) {
            annuity[n] = Annuity.factor(monthly, n);
            decliningAnnuity[n] = Annuity.factor((1 + monthly) * Elementary.exp(decline) - 1, n);
        }
        excess = new double[state.size];
        dataCentres = new DataCentreValue(book, state);
    }

    /** Marked value of the cards of a pool on one path, at mark factor {@code mark} on the resale price. */
    public double poolUsd(Pool pool, PathBlock market, double[] mark, int month, int path) {
        return pool.ownedUnits()[month] * market.resaleUsd(pool.generation())[path] * mark[path];
    }

    /**
     * Present value of what a contract pays above the market rent until its end, the market rent falling at its mean
     * decline as it does in resale prices; at least zero. A contract that is being delivered counts with the cards that
     * are paid for.
     */
    public double contractExcessUsd(ContractTerms contract, PathBlock market, int month, int path) {
        int left = (int) state.contractEnd[contract.index()][path] - month - 1;
        double solvent = state.offtakerAlive[contract.offtaker()][path];
        if (left <= 0 || solvent == 0) {
            return 0;
        }
        Pool pool = book.pools().get(contract.pool());
        int n = Math.min(left, annuity.length - 1);
        boolean agreedTerm = state.contractEnd[contract.index()][path] <= contract.endMonth();
        double cashShare = agreedTerm ? contract.cashShare() : 1;
        double above = state.contractPrice[contract.index()][path] * cashShare * annuity[n]
                - market.rentUsdPerGpuHour(pool.generation())[path] * decliningAnnuity[n];
        int last = pool.ownedUnits().length - 1;
        double paidFor = pool.ownedUnits()[last] > 0
                ? contract.units()[last] * pool.ownedUnits()[month] / pool.ownedUnits()[last]
                : 0;
        double units = Math.max(contract.units()[month], paidFor);
        return units * usage.hoursPerMonth() * usage.availability() * Math.max(0, above);
    }

    /** Adds the assets of {@code b} to column {@code out}; {@code marks} is per generation. */
    public void addAssets(BorrowerTerms b, PathBlock market, double[][] marks, int month, int paths,
            double[] out) {
        for (Pool pool : b.pools()) {
            double[] resale = market.resaleUsd(pool.generation());
            double[] mark = marks[pool.cardMarket()];
            double units = pool.ownedUnits()[month];
            for (int i = 0; i < paths; i++) {
                out[i] += units * resale[i] * mark[i];
            }
        }
        dataCentres.value(b, market, month, paths);
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            double[] value = state.dataCentreUsd[dataCentre.index()];
            for (int i = 0; i < paths; i++) {
                out[i] += value[i];
            }
        }
        Arrays.fill(excess, 0, paths, 0);
        for (ContractTerms contract : b.contracts()) {
            for (int i = 0; i < paths; i++) {
                excess[i] += contractExcessUsd(contract, market, month, i);
            }
        }
        double[] rigIndex = market.rigPriceIndex();
        double rigs = b.miners().stream().mapToDouble(MinerTerms::rigsUsd).sum();
        double[] bitcoin = market.bitcoinUsd();
        for (DebtTerms debt : b.debts()) {
            for (int i = 0; debt.margin().isPresent() && i < paths; i++) {
                out[i] += state.pledgedBtc[debt.index()][i] * bitcoin[i];
            }
        }
        for (int i = 0; i < paths; i++) {
            out[i] += excess[i] + rigs * rigIndex[i] + state.btc[b.index()][i] * bitcoin[i]
                    + Math.max(0, state.cashUsd[b.index()][i]) + state.restrictedUsd[b.index()][i];
        }
    }
}
