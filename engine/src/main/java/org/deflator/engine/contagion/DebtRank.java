package org.deflator.engine.contagion;

import org.deflator.model.base.Check;

/**
 * Share of a network's value that distress reaches beyond those it starts with (Battiston, Puliga, Kaushik,
 * Tasca and Caldarelli 2012; CONT-17). Every member passes its distress on once, in the round after it is
 * first touched, so that circles do not count twice. It knows neither prices nor thresholds and is a
 * comparator of the cascade.
 */
public final class DebtRank {
    private DebtRank() {}

    /**
     * DebtRank of a first distress.
     *
     * @param impact {@code [j][i]}: distress of {@code i}, 0 to 1, when {@code j} is lost altogether
     * @param value share of each member in the value of all
     * @param first distress of each at the start, 0 to 1
     */
    public static double of(double[][] impact, double[] value, double[] first) {
        int members = value.length;
        Check.that(impact.length == members && first.length == members,
                "impacts, values and distress differ in length");
        double[] distress = first.clone();
        boolean[] passesOn = new boolean[members];
        boolean[] done = new boolean[members];
        boolean any = false;
        for (int i = 0; i < members; i++) {
            passesOn[i] = Check.between(first[i], 0.0, 1.0, "distress") > 0;
            any |= passesOn[i];
        }
        while (any) {
            double[] next = distress.clone();
            for (int j = 0; j < members; j++) {
                for (int i = 0; passesOn[j] && i < members; i++) {
                    next[i] = Math.min(1.0, next[i] + impact[j][i] * distress[j]);
                }
            }
            any = false;
            for (int i = 0; i < members; i++) {
                done[i] |= passesOn[i];
                passesOn[i] = !done[i] && next[i] > 0;
                any |= passesOn[i];
            }
            distress = next;
        }
        double rank = 0;
        for (int i = 0; i < members; i++) {
            rank += (distress[i] - first[i]) * value[i];
        }
        return rank;
    }
}
