package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.InstrumentPaths;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/**
 * What happens to a book in one market, path by path. Samples of the same plan see the same random numbers, so that
 * path {@code p} of one can be held against path {@code p} of another. Blocks may be run on any thread, each once.
 */
public final class StressSample {
    private static final double USD_M = 1e-6;
    private static final int PD_MONTHS = 60;

    private final String name;
    private final Engine engine;
    private final RunPlan plan;
    private final List<String> borrowers;
    private final int[] owner;
    private final double[] debtUsdM;
    final double[] lossUsdM;
    final double[] defaultedShare;
    final double[][] borrowerLossUsdM;
    final double[][] borrowerDefaults;
    final double[] fallsOnPath;
    private final List<List<CascadeRow>> falls;

    private StressSample(String name, Engine engine, Portfolio portfolio, RunPlan plan) {
        this.name = name;
        this.engine = engine;
        this.plan = plan;
        borrowers = portfolio.borrowers().stream().filter(b -> !b.debt().isEmpty()).map(Borrower::id).sorted()
                .toList();
        Map<String, Integer> owners = new HashMap<>();
        Map<String, Double> debts = new HashMap<>();
        for (Borrower borrower : portfolio.borrowers()) {
            for (Instrument debt : borrower.debt()) {
                owners.put(debt.id(), borrowers.indexOf(borrower.id()));
                debts.put(debt.id(), debt.terms().outstandingUsdM());
            }
        }
        owner = engine.instrumentIds().stream().mapToInt(id -> owners.getOrDefault(id, -1)).toArray();
        debtUsdM = engine.instrumentIds().stream().mapToDouble(id -> debts.getOrDefault(id, 0.0)).toArray();
        lossUsdM = new double[plan.paths()];
        defaultedShare = new double[plan.paths()];
        borrowerLossUsdM = new double[borrowers.size()][plan.paths()];
        borrowerDefaults = new double[borrowers.size()][plan.paths()];
        fallsOnPath = new double[plan.paths()];
        falls = new ArrayList<>(Collections.nCopies(plan.blocks(), List.of()));
    }

    /**
     * A sample of which no block has been run.
     *
     * @throws IllegalArgumentException in the reader's words, if the portfolio cannot be resolved in this market
     */
    public static StressSample of(String name, Portfolio portfolio, Market market, RunPlan plan) {
        return new StressSample(name, Engine.of(portfolio, market, plan), portfolio, plan);
    }

    /** What the case is called. */
    public String name() {
        return name;
    }

    /** Borrowers that owe anything, by id. */
    public List<String> borrowers() {
        return new ArrayList<>(borrowers);
    }

    /** Months within which a default counts: five years, or the horizon if that is shorter. */
    public int pdMonths() {
        return Math.min(PD_MONTHS, plan.months());
    }

    /** How falls cause falls within a month, once all blocks have been run. */
    public Reproduction reproduction() {
        return Reproduction.of(engine.borrowerIds(), falls.stream().flatMap(List::stream).toList());
    }

    /** Simulates a block. */
    public void run(int block) {
        BlockResult result = engine.falls(block);
        falls.set(block, result.cascades());
        for (CascadeRow fall : result.cascades()) {
            fallsOnPath[fall.path()]++;
        }
        int first = block * RunPlan.BLOCK_PATHS;
        double totalUsdM = 0;
        for (double debt : debtUsdM) {
            totalUsdM += debt;
        }
        for (int d = 0; d < owner.length; d++) {
            InstrumentPaths own = result.instruments().get(d);
            for (int i = 0; i < result.paths(); i++) {
                double loss = USD_M * own.lossUsd()[i];
                boolean defaulted = own.paymentMonth()[i] >= 0 && own.paymentMonth()[i] < pdMonths();
                lossUsdM[first + i] += loss;
                defaultedShare[first + i] += defaulted && totalUsdM > 0 ? debtUsdM[d] / totalUsdM : 0;
                if (owner[d] >= 0) {
                    borrowerLossUsdM[owner[d]][first + i] += loss;
                    borrowerDefaults[owner[d]][first + i] =
                            defaulted ? 1 : borrowerDefaults[owner[d]][first + i];
                }
            }
        }
    }
}
