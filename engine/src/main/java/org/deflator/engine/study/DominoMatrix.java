package org.deflator.engine.study;

import java.util.List;
import org.deflator.engine.random.TreeSum;
import org.deflator.model.base.Check;

/**
 * Who pulls down whom: {@code M[i][j]}, by how much the chance that j defaults rises when i is let fall on the paths on
 * which it would have stood (MODEL 7.3). Its spectral radius is the reproduction number: below one, a fall dies out.
 */
public final class DominoMatrix {
    private static final int POWER_STEPS = 200;

    private final List<String> borrowers;
    private final double[][] raised;

    private DominoMatrix(List<String> borrowers, double[][] raised) {
        this.borrowers = borrowers;
        this.raised = raised;
    }

    /**
     * From samples of one plan, all of whose blocks have been run.
     *
     * @param standing nobody is let fall
     * @param falls one sample for each borrower, in the order of {@link StressSample#borrowers}
     */
    public static DominoMatrix of(StressSample standing, List<StressSample> falls) {
        List<String> ids = standing.borrowers();
        Check.that(falls.size() == ids.size(), "a fall of each borrower that owes anything");
        double[][] raised = new double[ids.size()][ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            double[] fellAnyway = standing.borrowerDefaults[i];
            double stood = fellAnyway.length - TreeSum.sum(fellAnyway, fellAnyway.length);
            for (int j = 0; j < ids.size(); j++) {
                raised[i][j] = i == j || stood == 0 ? 0
                        : raised(fellAnyway, standing.borrowerDefaults[j], falls.get(i).borrowerDefaults[j])
                                / stood;
            }
        }
        return new DominoMatrix(ids, raised);
    }

    private static double raised(double[] fellAnyway, double[] before, double[] after) {
        double[] more = new double[before.length];
        for (int p = 0; p < more.length; p++) {
            more[p] = fellAnyway[p] > 0 ? 0 : after[p] - before[p];
        }
        return TreeSum.sum(more, more.length);
    }

    /** Borrowers that owe anything, by id. */
    public List<String> borrowers() {
        return List.copyOf(borrowers);
    }

    /** How much more likely {@code j} is to default when {@code i} is let fall; below zero if that helps it. */
    public double raised(int i, int j) {
        return raised[i][j];
    }

    /** Expected number of others that {@code i} pulls down. */
    public double pullsDown(int i) {
        double sum = 0;
        for (double each : raised[i]) {
            sum += Math.max(0, each);
        }
        return sum;
    }

    /** Spectral radius of the matrix, what helps left out: further falls that a fall brings in the long run. */
    public double reproductionNumber() {
        int n = borrowers.size();
        double[] weight = new double[n];
        java.util.Arrays.fill(weight, 1.0);
        double radius = 0;
        for (int step = 0; step < POWER_STEPS; step++) {
            double[] next = new double[n];
            double largest = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += Math.max(0, raised[i][j]) * weight[j];
                }
                largest = Math.max(largest, next[i]);
            }
            if (largest == 0) {
                return 0;
            }
            for (int i = 0; i < n; i++) {
                // A share of the old weights damps the cycles of a matrix in which two pull each other down.
                weight[i] = 0.5 * weight[i] + 0.5 * next[i] / largest;
            }
            radius = largest;
        }
        return radius;
    }
}
