package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.ContractTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.LeaseStage;
import org.deflator.engine.cashflow.MinerTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.market.UsageModel;

/** Writes down the one path of the base case in full. */
final class BaseCaseRecorder extends Recorder {
    private static final DefaultCause[] CAUSES = DefaultCause.values();

    private final UsageModel usage;
    private final List<double[][]> borrowers = new ArrayList<>();
    private final double[] bitcoinUsd;
    private final double[] rigsUsd;
    private final double[][] balanceUsd;
    private final double[] limitUsd;
    private final List<BaseCase.PoolValue> pools = new ArrayList<>();
    private final double[] valueUsd;
    private final double[] saleUsd;
    private final double[][] noiUsd;
    private final int[] handedOver;
    private final double[] stated;
    private final double[] liquidation;

    /** Rows of a borrower's month. */
    private static final int REVENUE = 0;
    private static final int CONTRACTED = 1;
    private static final int EBITDA = 2;
    private static final int CFADS = 3;
    private static final int UPSTREAM = 4;
    private static final int SERVICE = 5;
    private static final int CASH = 6;
    private static final int ROWS = 7;

    BaseCaseRecorder(Book book) {
        super(book, 0, 0, 1, 1);
        usage = book.plan().market().model().usage();
        int months = book.plan().timeline().months();
        book.borrowers().forEach(_ -> borrowers.add(new double[ROWS][months]));
        bitcoinUsd = new double[book.borrowers().size()];
        rigsUsd = new double[book.borrowers().size()];
        balanceUsd = new double[book.debts().size()][months];
        limitUsd = new double[book.debts().size()];
        valueUsd = new double[book.dataCentres().size()];
        saleUsd = new double[book.dataCentres().size()];
        noiUsd = new double[book.dataCentres().size()][months];
        handedOver = new int[book.dataCentres().size()];
        Arrays.fill(handedOver, -1);
        stated = new double[book.debts().size()];
        liquidation = new double[book.debts().size()];
    }

    @Override
    void record(BlockRun run, Cascade cascade, int month, int count) {
        super.record(run, cascade, month, count);
        for (BorrowerTerms b : book.borrowers()) {
            int x = b.index();
            double[][] rows = borrowers.get(x);
            rows[REVENUE][month] = run.state.revenueUsd[x][0];
            rows[CONTRACTED][month] = contractedUsd(run, b, month);
            rows[EBITDA][month] = run.state.ebitdaUsd[x][0];
            rows[CFADS][month] = run.state.cfadsUsd[x][0];
            rows[UPSTREAM][month] = run.state.upstreamUsd[x][0];
            rows[SERVICE][month] = run.state.serviceUsd[x][0];
            rows[CASH][month] = run.state.cashUsd[x][0];
        }
        for (DataCentreTerms dataCentre : book.dataCentres()) {
            int d = dataCentre.index();
            noiUsd[d][month] = run.state.noiUsd[d][0];
            boolean whole = dataCentre.handedOver(month, run.state.completion[d][0]) >= 1;
            handedOver[d] = handedOver[d] < 0 && whole ? month : handedOver[d];
        }
        for (int d = 0; d < balanceUsd.length; d++) {
            balanceUsd[d][month] = run.state.balanceUsd[d][0];
        }
        if (month == 0) {
            opening(run);
        }
    }

    /** What contracts in their agreed term billed, as {@code Operations} bills it; nothing during an outage. */
    private double contractedUsd(BlockRun run, BorrowerTerms b, int month) {
        double usd = 0;
        for (ContractTerms contract : b.contracts()) {
            int c = contract.index();
            if (month < contract.endMonth() && month < run.state.contractEnd[c][0]) {
                double used = contract.takeOrPay() ? usage.availability() : run.market.utilisation()[0];
                usd += contract.units()[month] * run.state.contractPrice[c][0] * used * usage.hoursPerMonth()
                        * contract.cashShare();
            }
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            int d = dataCentre.index();
            int stage = run.state.leaseStage[d][0];
            if (stage == LeaseStage.LET.ordinal() || stage == LeaseStage.BACKSTOPPED.ordinal()) {
                usd += dataCentre.handedOver(month, run.state.completion[d][0])
                        * dataCentre.lease().orElseThrow().rentUsd()[month];
            }
        }
        return Math.min(usd, run.state.revenueUsd[b.index()][0]);
    }

    private void opening(BlockRun run) {
        double[][] marks = run.cards.standingMarks();
        for (BorrowerTerms b : book.borrowers()) {
            bitcoinUsd[b.index()] = run.state.btc[b.index()][0] * run.market.bitcoinUsd()[0];
            rigsUsd[b.index()] = b.miners().stream().mapToDouble(MinerTerms::rigsUsd).sum()
                    * run.market.rigPriceIndex()[0];
            for (DebtTerms debt : b.debts()) {
                if (debt.revolving()) {
                    limitUsd[debt.index()] = run.lending.limitUsd(b, debt, run.market, marks, 0, 0);
                }
            }
            for (Pool pool : b.pools()) {
                pools.add(new BaseCase.PoolValue(pool.ownedUnits()[0], pool.units()[0],
                        run.market.resaleUsd(pool.generation())[0] * marks[pool.cardMarket()][0],
                        run.decision.orderlyUsd(pool, 0, 0)));
            }
        }
        for (DataCentreTerms dataCentre : book.dataCentres()) {
            int d = dataCentre.index();
            valueUsd[d] = run.state.dataCentreUsd[d][0];
            saleUsd[d] = run.decision.dataCentreUsd(dataCentre, 0);
        }
        loanToValue(run);
    }

    private void loanToValue(BlockRun run) {
        Arrays.fill(stated, Double.NaN);
        Arrays.fill(liquidation, Double.NaN);
        for (BorrowerTerms b : run.book.borrowers()) {
            for (DebtTerms debt : b.debts()) {
                if (run.state.balanceUsd[debt.index()][0] <= 0 || !debt.secured()) {
                    continue;
                }
                double ltv = run.ratios.ltv(b, debt, run.market, run.cards.standingMarks(), 0, 0);
                double net = 0;
                double gross = 0;
                for (int p = 0; p < b.pools().size(); p++) {
                    double units = b.pools().get(p).ownedUnits()[0] * debt.pledgedShare()[p];
                    gross += units * run.market.resaleUsd(b.pools().get(p).generation())[0];
                    net += debt.pledgedShare()[p] * run.decision.orderlyUsd(b.pools().get(p), 0, 0);
                }
                for (int k = 0; k < b.dataCentres().size(); k++) {
                    double pledged = debt.pledgedShare()[b.pools().size() + k];
                    DataCentreTerms dataCentre = b.dataCentres().get(k);
                    double setAside = run.state.constructionAccountUsd(b, dataCentre, 0);
                    gross += pledged * (run.state.dataCentreUsd[dataCentre.index()][0] + setAside);
                    net += pledged * (run.decision.dataCentreUsd(dataCentre, 0) + setAside);
                }
                stated[debt.index()] = ltv;
                liquidation[debt.index()] = net > 0 ? ltv * gross / net : Double.NaN;
            }
        }
    }

    List<BaseCase.BorrowerMonths> borrowers(BlockRun run) {
        List<BaseCase.BorrowerMonths> all = new ArrayList<>();
        for (BorrowerTerms b : book.borrowers()) {
            double[][] rows = borrowers.get(b.index());
            int fell = run.estate.defaultMonth[b.index()][0];
            // A business that closes without owing anything is no default.
            boolean owed = b.debts().stream().anyMatch(d -> run.estate.exposureUsd[d.index()][0] > 0);
            Optional<BaseCase.Fall> fall = fell < 0 || !owed ? Optional.empty()
                    : Optional.of(new BaseCase.Fall(fell, CAUSES[run.estate.cause[b.index()][0]]));
            all.add(new BaseCase.BorrowerMonths(b.id(), rows[REVENUE], rows[CONTRACTED], rows[EBITDA],
                    rows[CFADS], rows[UPSTREAM], rows[SERVICE], rows[CASH], bitcoinUsd[b.index()],
                    rigsUsd[b.index()], fall));
        }
        return all;
    }

    List<BaseCase.DebtMonths> debts(BlockRun run) {
        List<BaseCase.DebtMonths> all = new ArrayList<>();
        for (DebtTerms debt : book.debts()) {
            int d = debt.index();
            all.add(new BaseCase.DebtMonths(debt.id(), balanceUsd[d], limitUsd[d],
                    run.estate.exposureUsd[d][0], run.estate.recoveredUsd[d][0], run.estate.claimUsd[d][0]));
        }
        return all;
    }

    List<BaseCase.PoolValue> pools() {
        return pools;
    }

    List<BaseCase.DataCentreMonths> dataCentres() {
        List<BaseCase.DataCentreMonths> all = new ArrayList<>();
        for (int d = 0; d < noiUsd.length; d++) {
            all.add(new BaseCase.DataCentreMonths(valueUsd[d], saleUsd[d], noiUsd[d], handedOver[d]));
        }
        return all;
    }

    double[] stated() {
        return stated;
    }

    double[] liquidation() {
        return liquidation;
    }
}
