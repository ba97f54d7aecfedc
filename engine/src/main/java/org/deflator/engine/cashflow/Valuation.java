package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.UsageModel;

/**
 * What a borrower's assets are worth to a lender who looks at them today: cards at their marked price, contracts at
 * what they pay above the market rent until they end, rigs, bitcoin, cash. No foresight: month-t state only.
 */
public final class Valuation {
    private final Book book;
    private final BookState state;
    private final UsageModel usage;
    private final double[] annuity;
    private final double[] excess;

    /** Works on {@code state}. */
    public Valuation(Book book, BookState state) {
        this.book = book;
        this.state = state;
        usage = book.plan().market().model().usage();
        double monthly = book.plan().market().model().resale().discountRate() / 12;
        annuity = new double[book.plan().timeline().months() + 601];
        for (int n = 0; n < annuity.length; n++) {
            annuity[n] = Annuity.factor(monthly, n);
        }
        excess = new double[state.size];
    }

    /** Marked value of the cards of a pool on one path, at mark factor {@code mark} on the resale price. */
    public double poolUsd(Pool pool, PathBlock market, double[] mark, int month, int path) {
        return pool.ownedUnits()[month] * market.resaleUsd(pool.generation())[path] * mark[path];
    }

    /** Present value of what a contract pays above the market rent until its end; at least zero. */
    public double contractExcessUsd(ContractTerms contract, PathBlock market, int month, int path) {
        int left = (int) state.contractEnd[contract.index()][path] - month - 1;
        double solvent = state.offtakerAlive[contract.offtaker()][path];
        if (left <= 0 || solvent == 0) {
            return 0;
        }
        int generation = book.pools().get(contract.pool()).generation();
        double above = state.contractPrice[contract.index()][path] * contract.cashShare()
                - market.rentUsdPerGpuHour(generation)[path];
        double monthly =
                contract.units()[month] * usage.hoursPerMonth() * usage.availability() * Math.max(0, above);
        return monthly * annuity[Math.min(left, annuity.length - 1)];
    }

    /** Adds the assets of {@code b} to column {@code out}; {@code marks} is per generation. */
    public void addAssets(BorrowerTerms b, PathBlock market, double[][] marks, int month, int paths,
            double[] out) {
        for (Pool pool : b.pools()) {
            double[] resale = market.resaleUsd(pool.generation());
            double[] mark = marks[pool.generation()];
            double units = pool.ownedUnits()[month];
            for (int i = 0; i < paths; i++) {
                out[i] += units * resale[i] * mark[i];
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
        for (int i = 0; i < paths; i++) {
            out[i] += excess[i] + rigs * rigIndex[i] + state.btc[b.index()][i] * bitcoin[i]
                    + Math.max(0, state.cashUsd[b.index()][i]) + state.restrictedUsd[b.index()][i];
        }
    }
}
