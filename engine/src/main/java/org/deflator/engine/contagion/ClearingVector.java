package org.deflator.engine.contagion;

import java.util.Arrays;
import org.deflator.model.base.Check;

/**
 * Who pays how much when all settle at once what they owe each other (Eisenberg and Noe 2001; with losses of
 * value in default, Rogers and Veraart 2013; CONT-01..07).
 *
 * <p>A debtor that can pay its debts in full does. Another hands over a share of what it has, to its
 * creditors in proportion to what it owes them. Payments that are consistent with each other need not be
 * unique where default destroys value: {@link #greatest} are those in which nobody fails who need not,
 * {@link #least} those in which everybody fails who can. Both change the set of those in default at most once
 * a debtor, in one direction.
 */
public final class ClearingVector {
    /** Share of a debt by which payments may still move when they count as settled. */
    private static final double SETTLED = 1e-15;
    /** Rounds that are enough unless next to nothing leaves a circle of debtors in default. */
    private static final int MOST_ROUNDS = 1_000_000;

    private final double[][] owedUsd;
    private final double[] owedInAllUsd;
    private final double[] assetsUsd;
    private final double assetsKept;
    private final double claimsKept;

    /**
     * @param owedUsd {@code [i][j]}: what {@code i} owes {@code j}; columns beyond the debtors are creditors
     *            that owe nothing
     * @param assetsUsd what each debtor has besides its claims on the others
     * @param assetsKept alpha: share of its assets that a debtor in default hands over, 1 for Eisenberg and
     *            Noe
     * @param claimsKept beta: the same of what others pay it
     * @throws IllegalArgumentException if a debt or an asset is negative, or somebody owes itself
     */
    public ClearingVector(double[][] owedUsd, double[] assetsUsd, double assetsKept, double claimsKept) {
        int debtors = assetsUsd.length;
        Check.that(owedUsd.length == debtors, "debts and assets differ in length");
        this.assetsKept = Check.between(assetsKept, 0.0, 1.0, "assets_kept");
        this.claimsKept = Check.between(claimsKept, 0.0, 1.0, "claims_kept");
        this.assetsUsd = assetsUsd.clone();
        this.owedUsd = new double[debtors][];
        owedInAllUsd = new double[debtors];
        for (int i = 0; i < debtors; i++) {
            Check.that(owedUsd[i].length >= debtors, "a debtor is missing among the creditors");
            Check.that(owedUsd[i][i] == 0, "debtor " + i + " owes itself");
            Check.atLeastZero(assetsUsd[i], "assets");
            this.owedUsd[i] = owedUsd[i].clone();
            for (double owed : owedUsd[i]) {
                owedInAllUsd[i] += Check.atLeastZero(owed, "owed");
            }
        }
    }

    /** What each debtor pays in all when nobody fails who need not, USD. */
    public double[] greatest() {
        double[] paidUsd = owedInAllUsd.clone();
        boolean[] fails = new boolean[paidUsd.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            double[] claimsUsd = claimsUsd(paidUsd);
            for (int i = 0; i < fails.length; i++) {
                if (!fails[i] && assetsUsd[i] + claimsUsd[i] < owedInAllUsd[i]) {
                    fails[i] = true;
                    changed = true;
                }
            }
            settle(paidUsd, fails);
        }
        return paidUsd;
    }

    /** What each debtor pays in all when everybody fails who can, USD. */
    public double[] least() {
        double[] paidUsd = new double[owedInAllUsd.length];
        boolean[] fails = new boolean[paidUsd.length];
        Arrays.fill(fails, true);
        settle(paidUsd, fails);
        boolean changed = true;
        while (changed) {
            changed = false;
            double[] claimsUsd = claimsUsd(paidUsd);
            for (int i = 0; i < fails.length; i++) {
                if (fails[i] && assetsUsd[i] + claimsUsd[i] >= owedInAllUsd[i]) {
                    fails[i] = false;
                    paidUsd[i] = owedInAllUsd[i];
                    changed = true;
                }
            }
            settle(paidUsd, fails);
        }
        return paidUsd;
    }

    /** Lets those that fail pay each other until nothing moves, from the payments given. */
    private void settle(double[] paidUsd, boolean[] fails) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean settled = true;
            double[] claimsUsd = claimsUsd(paidUsd);
            for (int i = 0; i < fails.length; i++) {
                if (fails[i]) {
                    double next = Math.min(owedInAllUsd[i],
                            assetsKept * assetsUsd[i] + claimsKept * claimsUsd[i]);
                    settled &= Math.abs(next - paidUsd[i]) <= SETTLED * owedInAllUsd[i];
                    paidUsd[i] = next;
                }
            }
            if (settled) {
                return;
            }
        }
        throw new ArithmeticException("debts among debtors in default do not settle");
    }

    private double[] claimsUsd(double[] paidUsd) {
        double[] claimsUsd = new double[paidUsd.length];
        for (int i = 0; i < paidUsd.length; i++) {
            for (int j = 0; owedInAllUsd[i] > 0 && j < claimsUsd.length; j++) {
                claimsUsd[j] += paidUsd[i] * owedUsd[i][j] / owedInAllUsd[i];
            }
        }
        return claimsUsd;
    }
}
