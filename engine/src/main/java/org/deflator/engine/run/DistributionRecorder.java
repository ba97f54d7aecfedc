package org.deflator.engine.run;

import java.util.Arrays;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.contagion.Cascade;

/** Writes down also how ratios, rents and prices were distributed over the paths of the block. */
final class DistributionRecorder extends Recorder {
    private final Histogram[][][] measures;
    private final Histogram[][] rents;
    private final Histogram[][] resale;
    private final int[] dscrMonths;
    private final boolean[] securedDebts;

    DistributionRecorder(Book book, int block, long firstPath, int paths, int sampledPaths) {
        super(book, block, firstPath, paths, sampledPaths);
        int months = book.plan().timeline().months();
        measures = new Histogram[book.borrowers().size()][BorrowerMeasure.values().length][];
        for (BorrowerTerms b : book.borrowers()) {
            for (BorrowerMeasure measure : BorrowerMeasure.values()) {
                boolean recorded = !measure.ofDataCentres() || !b.dataCentres().isEmpty();
                Histogram[] own = new Histogram[recorded ? months : 0];
                Arrays.setAll(own, _ -> measure.histogram());
                measures[b.index()][measure.ordinal()] = own;
            }
        }
        rents = new Histogram[book.plan().generations()][months];
        resale = new Histogram[book.plan().generations()][months];
        for (int g = 0; g < rents.length; g++) {
            double rent = book.plan().market().snapshot().rent(book.plan().gpuIds().get(g)).orElseThrow()
                    .usdPerGpuHour();
            double price = book.plan().generation(g).launchPriceUsd();
            for (int m = 0; m < months; m++) {
                rents[g][m] = new Histogram(0, 4 * rent);
                resale[g][m] = new Histogram(0, 2 * price);
            }
        }
        securedDebts = new boolean[book.debts().size()];
        book.debts().forEach(debt -> securedDebts[debt.index()] = debt.secured());
        dscrMonths = book.borrowers().stream().mapToInt(DscrWindow::months).toArray();
    }

    @Override
    Histogram[][][] measures() {
        return measures;
    }

    @Override
    Histogram[][] rents() {
        return rents;
    }

    @Override
    Histogram[][] resale() {
        return resale;
    }

    @Override
    void record(BlockRun run, Cascade cascade, int month, int count) {
        super.record(run, cascade, month, count);
        for (BorrowerTerms b : book.borrowers()) {
            borrower(run, b, month, count);
        }
        for (int g = 0; g < rents.length; g++) {
            double[] rent = run.market.rentUsdPerGpuHour(g);
            double[] price = run.market.resaleUsd(g);
            for (int i = 0; i < count; i++) {
                rents[g][month].add(rent[i]);
                resale[g][month].add(price[i]);
            }
        }
    }

    private void borrower(BlockRun run, BorrowerTerms b, int month, int count) {
        Histogram[][] own = measures[b.index()];
        double debt0 = b.debts().stream().mapToDouble(DebtTerms::openingUsd).sum();
        for (int i = 0; i < count; i++) {
            if (run.state.alive[b.index()][i] == 0) {
                continue;
            }
            double dscr = run.ratios.dscr(b, month, dscrMonths[b.index()], i);
            own[BorrowerMeasure.DSCR.ordinal()][month].add(dscr);
            own[BorrowerMeasure.LIQUIDITY.ordinal()][month]
                    .add(debt0 > 0 ? run.ratios.liquidityUsd(b, month, i) / debt0 : Double.NaN);
            double secured = 0;
            for (DebtTerms debt : b.debts()) {
                double balance = run.state.balanceUsd[debt.index()][i];
                secured += securedDebts[debt.index()] ? balance : 0;
                double lowest = instruments.get(debt.index()).minDscr()[i];
                if (balance > 0 && !Double.isNaN(dscr) && !(lowest <= dscr)) {
                    instruments.get(debt.index()).minDscr()[i] = dscr;
                }
            }
            if (!b.dataCentres().isEmpty()) {
                own[BorrowerMeasure.INTEREST_COVER.ordinal()][month]
                        .add(run.ratios.interestCover(b, month, BookState.WINDOW, i));
                own[BorrowerMeasure.DEBT_YIELD.ordinal()][month].add(run.ratios.debtYield(b, month, i));
            }
            double stated = markedUsd(run, b, month, i);
            if (secured > 0 && stated > 0) {
                own[BorrowerMeasure.STATED_LTV.ordinal()][month].add(secured / stated);
                double net = run.decision.liquidationUsd(b, month, i);
                own[BorrowerMeasure.LIQUIDATION_LTV.ordinal()][month]
                        .add(net > 0 ? secured / net : Double.MAX_VALUE);
            }
        }
    }

    private static double markedUsd(BlockRun run, BorrowerTerms b, int month, int path) {
        double usd = 0;
        for (Pool pool : b.pools()) {
            usd += pool.pledgedShare() * pool.ownedUnits()[month]
                    * run.market.resaleUsd(pool.generation())[path]
                    * run.cards.standingMark(pool.cardMarket())[path];
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            usd += dataCentre.pledged()
                    ? run.state.dataCentreUsd[dataCentre.index()][path]
                            + run.state.constructionAccountUsd(b, dataCentre, path)
                    : 0;
        }
        return usd;
    }
}
