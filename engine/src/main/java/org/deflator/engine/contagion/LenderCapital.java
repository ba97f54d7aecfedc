package org.deflator.engine.contagion;

import java.util.Arrays;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.distress.EstateState;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.ContagionModel;

/**
 * Losses make lenders lend less on the same collateral (MODEL 7.1(4), 7.5). No register says who holds which debt: each
 * debt is held by one of some like lenders, whom a stable hash of its id names. An unpaid claim is written off in part
 * at once and in full when its estate is closed; capital is earned back with a half-life. A lender short of capital
 * advances less on the bases of its own debts; a new lender is any of them, so that refinancing looks at their mean.
 */
public final class LenderCapital implements Channel {
    private static final double HALF = 0.5;

    private final Book book;
    private final BookState state;
    private final EstateState estate;
    private final ContagionModel.Lending model;
    private final int[] lenderOf;
    private final int[] ownerOf;
    private final double[] assetsUsd;
    private final double kept;
    private final double[][] writtenOffUsd;
    private final double[][] shortfallUsd;
    private final double[] claims;

    LenderCapital(Book book, BookState state, EstateState estate, ContagionModel.Lending model) {
        this.book = book;
        this.state = state;
        this.estate = estate;
        this.model = model;
        lenderOf = book.debts().stream()
                .mapToInt(d -> (int) Long.remainderUnsigned(Stream.of("lender", d.id()), model.count()))
                .toArray();
        ownerOf = new int[lenderOf.length];
        for (BorrowerTerms b : book.borrowers()) {
            b.debts().forEach(debt -> ownerOf[debt.index()] = b.index());
        }
        assetsUsd = new double[model.count()];
        for (DebtTerms debt : book.debts()) {
            assetsUsd[lenderOf[debt.index()]] += debt.openingUsd() / model.exposureShare();
        }
        kept = Elementary.pow(HALF, 1 / model.rebuildHalfLifeMonths());
        writtenOffUsd = new double[model.count()][state.size];
        shortfallUsd = new double[model.count()][state.size];
        claims = new double[state.size];
    }

    /**
     * Share of the value of collateral that a lender with this capital lends (CONT-20):
     * {@code max(least, a (1 - g max(0, k* - k) / k*))}.
     */
    public static double advanceRate(ContagionModel.Lending model, double capitalRatio) {
        double gap = Math.max(0, model.targetCapitalRatio() - capitalRatio) / model.targetCapitalRatio();
        return Math.max(model.leastAdvanceRate(), model.advanceRate() * (1 - model.tightening() * gap));
    }

    @Override
    public void start(int paths) {
        for (int l = 0; l < assetsUsd.length; l++) {
            Arrays.fill(writtenOffUsd[l], 0);
            Arrays.fill(shortfallUsd[l], 0);
        }
    }

    @Override
    public void openMonth(int month, int paths) {
        // Last month's advance rates stand until the month is over.
    }

    @Override
    public void closeMonth(int month, int paths) {
        Arrays.fill(state.advanceOfNewLender, 0, paths, 0);
        for (int l = 0; l < assetsUsd.length; l++) {
            Arrays.fill(claims, 0, paths, 0);
            for (DebtTerms debt : book.debts()) {
                if (lenderOf[debt.index()] == l) {
                    addWrittenOff(debt, paths);
                }
            }
            double[] written = writtenOffUsd[l];
            double[] shortfall = shortfallUsd[l];
            for (int i = 0; i < paths; i++) {
                shortfall[i] = Math.max(0, shortfall[i] * kept + claims[i] - written[i]);
                written[i] = claims[i];
            }
            pass(l, paths);
        }
    }

    private void addWrittenOff(DebtTerms debt, int paths) {
        double[] claim = estate.claimUsd[debt.index()];
        double[] closed = estate.closed[ownerOf[debt.index()]];
        for (int i = 0; i < paths; i++) {
            claims[i] += claim[i] * (closed[i] > 0 ? 1 : model.provisionShare());
        }
    }

    /** Passes the advance rate of a lender, over that of one with enough capital, on to its debts and to the mean. */
    private void pass(int lender, int paths) {
        double assets = assetsUsd[lender];
        for (int i = 0; i < paths; i++) {
            double lost = Math.min(shortfallUsd[lender][i], HALF * assets);
            double ratio = assets > 0 ? (model.capitalRatio() * assets - lost) / (assets - lost)
                    : model.capitalRatio();
            claims[i] = advanceRate(model, ratio) / advanceRate(model, model.capitalRatio());
            state.advanceOfNewLender[i] += claims[i] / assetsUsd.length;
        }
        for (DebtTerms debt : book.debts()) {
            if (lenderOf[debt.index()] == lender) {
                System.arraycopy(claims, 0, state.advanceMultiple[debt.index()], 0, paths);
            }
        }
    }
}
