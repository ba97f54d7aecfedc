package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.random.TreeSum;
import org.deflator.model.base.Check;

/** Sums of blocks, added in index order, so that the bits do not depend on who simulated them. */
public final class RunTotals {
    final Book book;
    final RunPlan plan;
    final BaseCase baseCase;
    final List<InstrumentTotal> instruments = new ArrayList<>();
    final Histogram[][][] measures;
    final Histogram[][] rents;
    final Histogram[][] resale;
    final int[][] defaults;
    final double[] lossUsd;
    final boolean[] defaultedWithin5Years;
    private int nextBlock;
    private int paths;

    RunTotals(Book book, RunPlan plan, BaseCase baseCase) {
        this.book = book;
        this.plan = plan;
        this.baseCase = baseCase;
        book.debts().forEach(_ -> instruments.add(new InstrumentTotal(plan.months())));
        Recorder empty = new DistributionRecorder(book, 0, 0, 0, 0);
        measures = empty.measures();
        rents = empty.rents();
        resale = empty.resale();
        defaults = new int[book.borrowers().size()][plan.months()];
        lossUsd = new double[plan.paths()];
        defaultedWithin5Years = new boolean[plan.paths()];
    }

    /** Sums of one instrument. */
    static final class InstrumentTotal {
        final int[][] defaultsByMonth;
        final int[] causes = new int[DefaultCause.values().length];
        final int[] firstBreach = new int[Byte.MAX_VALUE];
        final Histogram minDscr = BorrowerMeasure.DSCR.histogram();
        double exposureUsd;
        double claimLossUsd;
        double lossUsd;
        double lossSquared;

        InstrumentTotal(int months) {
            defaultsByMonth = new int[DefaultDefinition.values().length][months];
        }
    }

    /** Adds a block; blocks come in index order. */
    public void add(BlockResult block) {
        Check.that(block.block() == nextBlock,
                "block " + block.block() + " added where " + nextBlock + " was next");
        for (int d = 0; d < instruments.size(); d++) {
            add(instruments.get(d), block.instruments().get(d), block.paths());
        }
        merge(measures, block.measures());
        merge(rents, block.rents());
        merge(resale, block.resale());
        for (int b = 0; b < defaults.length; b++) {
            for (int m = 0; m < plan.months(); m++) {
                defaults[b][m] += block.defaults()[b][m];
            }
        }
        nextBlock++;
        paths += block.paths();
    }

    private void add(InstrumentTotal total, InstrumentPaths own, int count) {
        double[] squares = new double[count];
        double[] claimLoss = new double[count];
        for (int i = 0; i < count; i++) {
            count(total.defaultsByMonth[DefaultDefinition.PAYMENT.ordinal()], own.paymentMonth()[i]);
            count(total.defaultsByMonth[DefaultDefinition.AGENCY.ordinal()], own.agencyMonth()[i]);
            count(total.defaultsByMonth[DefaultDefinition.COVENANT.ordinal()], own.covenantMonth()[i]);
            if (own.cause()[i] >= 0) {
                total.causes[own.cause()[i]]++;
            }
            if (own.firstBreach()[i] >= 0) {
                total.firstBreach[own.firstBreach()[i]]++;
            }
            total.minDscr.add(own.minDscr()[i]);
            squares[i] = own.lossUsd()[i] * own.lossUsd()[i];
            claimLoss[i] = Math.max(0, own.exposureUsd()[i] - own.recoveryUsd()[i]);
            lossUsd[paths + i] += own.lossUsd()[i];
            defaultedWithin5Years[paths + i] |= own.paymentMonth()[i] >= 0 && own.paymentMonth()[i] < 60;
        }
        total.exposureUsd += TreeSum.sum(own.exposureUsd(), count);
        total.claimLossUsd += TreeSum.sum(claimLoss, count);
        total.lossUsd += TreeSum.sum(own.lossUsd(), count);
        total.lossSquared += TreeSum.sum(squares, count);
    }

    private static void count(int[] byMonth, int month) {
        if (month >= 0) {
            byMonth[month]++;
        }
    }

    private static void merge(Histogram[][][] to, Histogram[][][] from) {
        for (int k = 0; k < to.length; k++) {
            merge(to[k], from[k]);
        }
    }

    private static void merge(Histogram[][] to, Histogram[][] from) {
        for (int k = 0; k < to.length; k++) {
            for (int m = 0; m < to[k].length; m++) {
                to[k][m].add(from[k][m]);
            }
        }
    }

    /** Paths added so far. */
    public int paths() {
        return paths;
    }

    /** What the blocks so far say; at least one block must have been added. */
    public RunSummary summary() {
        Check.that(paths > 0, "a summary needs at least one block");
        return new Summariser(this).summary();
    }
}
