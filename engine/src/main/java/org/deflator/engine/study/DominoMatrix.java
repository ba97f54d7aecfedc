package org.deflator.engine.study;

import java.util.List;
import java.util.OptionalInt;
import org.deflator.engine.contagion.SpectralRadius;
import org.deflator.engine.random.TreeSum;
import org.deflator.model.base.Check;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.portfolio.Portfolio;

/**
 * Who pulls down whom: {@code M[i][j]}, by how much the chance that j defaults rises when i is let fall on the paths on
 * which it would have stood (MODEL 7.3). Its spectral radius is the reproduction number: below one, a fall dies out. What
 * a fall does to its own group, by guarantees and parents, is told apart: that is a structure, not contagion.
 */
public final class DominoMatrix {
    private final List<String> borrowers;
    private final List<String> groups;
    private final double[][] raised;

    private DominoMatrix(List<String> borrowers, List<String> groups, double[][] raised) {
        this.borrowers = borrowers;
        this.groups = groups;
        this.raised = raised;
    }

    /**
     * From samples of one plan, all of whose blocks have been run.
     *
     * @param standing nobody is let fall
     * @param falls one sample for each borrower, in the order of {@link StressSample#borrowers}
     * @param portfolio the book, which says who belongs to which group
     */
    public static DominoMatrix of(StressSample standing, List<StressSample> falls, Portfolio portfolio) {
        List<String> ids = standing.borrowers();
        List<String> groups = ids.stream().map(id -> CarveOut.root(portfolio, id).id()).toList();
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
        return new DominoMatrix(ids, groups, raised);
    }

    /** The market in which {@code borrower} defaults in the first month. */
    public static Market fallOf(String borrower, Market market) {
        return market.with(List.of(
                new MarketShock(new Start.After(0), new Effect.BorrowerFails(borrower), 0,
                        OptionalInt.of(1))));
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

    /** Expected number of others that {@code i} pulls down within its own group. */
    public double pullsDownInGroup(int i) {
        return sum(i, true);
    }

    /** Expected number of others that {@code i} pulls down outside its group. */
    public double pullsDownOutside(int i) {
        return sum(i, false);
    }

    private double sum(int i, boolean inGroup) {
        double sum = 0;
        for (int j = 0; j < borrowers.size(); j++) {
            sum += sameGroup(i, j) == inGroup ? Math.max(0, raised[i][j]) : 0;
        }
        return sum;
    }

    private boolean sameGroup(int i, int j) {
        return groups.get(i).equals(groups.get(j));
    }

    /** Further falls that a fall brings in the long run: spectral radius of the matrix, what helps left out. */
    public double reproductionNumber() {
        return spectralRadius(true);
    }

    /** The same when groups stand together and only what passes between them counts. */
    public double reproductionBetweenGroups() {
        return spectralRadius(false);
    }

    private double spectralRadius(boolean inGroups) {
        int n = borrowers.size();
        double[][] falls = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                falls[i][j] = inGroups || !sameGroup(i, j) ? Math.max(0, raised[i][j]) : 0;
            }
        }
        return SpectralRadius.of(falls);
    }
}
