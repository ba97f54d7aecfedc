package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.deflator.engine.contagion.SpectralRadius;
import org.deflator.engine.run.CascadeRow;

/**
 * How many falls one fall causes in its month, by the price of cards (MODEL 7.3). Who falls in a round of a cascade was
 * pulled down by those of the round before, in equal parts: over many paths, entry {@code ij} of a matrix is how often a
 * fall of {@code i} takes {@code j} along. Its spectral radius is the reproduction number: the factor by which a
 * cascade would grow from round to round if it went on long enough.
 *
 * @param number spectral radius; 0 when nobody can be reached from itself
 * @param fallsAFall falls in later rounds over all falls: what one fall causes on average
 * @param falls falls on all paths
 * @param deepest most rounds of a cascade, 0 when nobody was pulled down
 */
public record Reproduction(double number, double fallsAFall, int falls, int deepest) {
    private record Moment(int path, int month) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            return path != other.path ? Integer.compare(path, other.path)
                    : Integer.compare(month, other.month);
        }
    }

    /** From all falls of paths, in any order. */
    static Reproduction of(List<String> borrowers, List<CascadeRow> falls) {
        int size = borrowers.size();
        TreeMap<Moment, List<CascadeRow>> moments = new TreeMap<>();
        TreeMap<String, Integer> index = new TreeMap<>();
        borrowers.forEach(id -> index.put(id, index.size()));
        int[] count = new int[size];
        int pulled = 0;
        int deepest = 0;
        for (CascadeRow fall : falls) {
            moments.computeIfAbsent(new Moment(fall.path(), fall.month()), _ -> new ArrayList<>()).add(fall);
            count[index.getOrDefault(fall.borrower(), 0)]++;
            pulled += fall.round() > 0 ? 1 : 0;
            deepest = Math.max(deepest, fall.round());
        }
        double[][] caused = new double[size][size];
        for (List<CascadeRow> together : moments.values()) {
            for (CascadeRow fall : together) {
                List<CascadeRow> before =
                        together.stream().filter(other -> other.round() == fall.round() - 1).toList();
                for (CascadeRow cause : before) {
                    caused[index.getOrDefault(cause.borrower(), 0)][index.getOrDefault(fall.borrower(), 0)] +=
                            1.0 / before.size();
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                caused[i][j] = count[i] > 0 ? caused[i][j] / count[i] : 0;
            }
        }
        return new Reproduction(SpectralRadius.of(caused),
                falls.isEmpty() ? 0 : (double) pulled / falls.size(), falls.size(), deepest);
    }
}
