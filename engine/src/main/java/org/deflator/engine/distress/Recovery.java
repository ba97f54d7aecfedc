package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.model.portfolio.Rank;

/**
 * Who gets what an estate takes in: the creditors whose collateral it was, in proportion to claim and pledge; what
 * exceeds their claims joins the estate's free cash, which unsecured claims, deficiencies and claims under guarantees
 * share in order of rank; what exceeds those goes up to the owner. Nobody recovers more than is owed.
 */
public final class Recovery {
    private final Book book;
    private final BookState state;
    private final EstateState estate;
    private final CashLedger ledger;
    private final double[][] growth;
    private final double[] weight;

    /** Works on both states. */
    public Recovery(Book book, BookState state, EstateState estate, CashLedger ledger) {
        this.book = book;
        this.state = state;
        this.estate = estate;
        this.ledger = ledger;
        int months = book.plan().timeline().months();
        double sofr = book.plan().market().snapshot().sofr();
        growth = new double[book.debts().size()][months + 1];
        for (DebtTerms debt : book.debts()) {
            for (int k = 0; k <= months; k++) {
                growth[debt.index()][k] = Annuity.growth(debt.ratePerYear(sofr) / 12, k);
            }
        }
        weight = new double[book.debts().size()];
    }

    /** Pays a debt's claim out of the estate of {@code payer}; returns what was paid, at most the claim. */
    double payFrom(int payer, int owner, DebtTerms debt, double usd, int month, int path) {
        double paid = pay(owner, debt, usd, month, path);
        estate.paidOutUsd[payer][path] += paid;
        return paid;
    }

    /** Pays a debt's claim; returns what was paid, at most the claim. */
    double pay(int owner, DebtTerms debt, double usd, int month, int path) {
        int d = debt.index();
        double paid = Math.min(usd, estate.claimUsd[d][path]);
        if (paid <= 0) {
            return 0;
        }
        int since = month - estate.defaultMonth[owner][path];
        estate.claimUsd[d][path] -= paid;
        estate.recoveredUsd[d][path] += paid / growth[d][since];
        return paid;
    }

    /**
     * Shares proceeds of collateral among those it is pledged to; the rest is free.
     *
     * @param p its position in {@link DebtTerms#pledgedShare}
     * @param pledgedShare share of it pledged to anybody
     */
    void shareCollateral(BorrowerTerms b, int p, double pledgedShare, double usd, int month, int path) {
        estate.takenInUsd[b.index()][path] += usd;
        double pledged = usd * pledgedShare;
        double left = pledged;
        for (int round = 0; round < b.debts().size() && left > 0; round++) {
            double all = 0;
            for (DebtTerms debt : b.debts()) {
                weight[debt.index()] = debt.pledgedShare()[p] * estate.claimUsd[debt.index()][path];
                all += weight[debt.index()];
            }
            if (all <= 0) {
                break;
            }
            double offered = left;
            for (DebtTerms debt : b.debts()) {
                left -= payFrom(b.index(), b.index(), debt, offered * weight[debt.index()] / all, month,
                        path);
            }
        }
        estate.potUsd[b.index()][path] += usd - pledged + Math.max(0, left);
    }

    /** Shares the free cash of an estate; called once unsecured creditors may be paid. */
    void sharePot(BorrowerTerms b, int month, int path) {
        double left = estate.potUsd[b.index()][path];
        for (Rank rank : Rank.values()) {
            if (rank != Rank.SENIOR_SECURED) {
                left = shareRank(b, rank, left, month, path);
            }
        }
        estate.potUsd[b.index()][path] = left;
    }

    /** Deficiencies of secured debts and claims under guarantees rank with senior unsecured debt. */
    private double shareRank(BorrowerTerms b, Rank rank, double usd, int month, int path) {
        double all = 0;
        for (BorrowerTerms other : book.borrowers()) {
            boolean claims = other.index() == b.index() || claimsOn(other, b, path);
            for (DebtTerms debt : other.debts()) {
                weight[debt.index()] = claims && ranks(debt, rank) ? estate.claimUsd[debt.index()][path] : 0;
                all += weight[debt.index()];
            }
        }
        if (usd <= 0 || all <= 0) {
            return usd;
        }
        double share = Math.min(1, usd / all);
        double paid = 0;
        for (BorrowerTerms other : book.borrowers()) {
            for (DebtTerms debt : other.debts()) {
                if (weight[debt.index()] > 0) {
                    paid += payFrom(b.index(), other.index(), debt, share * weight[debt.index()], month,
                            path);
                }
            }
        }
        return usd - paid;
    }

    private boolean claimsOn(BorrowerTerms other, BorrowerTerms guarantor, int path) {
        return other.guarantor() == guarantor.index() && estate.defaultMonth[other.index()][path] >= 0;
    }

    private static boolean ranks(DebtTerms debt, Rank rank) {
        return rank == Rank.SUBORDINATED ? debt.rank() == Rank.SUBORDINATED
                : debt.rank() != Rank.SUBORDINATED;
    }

    /** What is left when nobody claims more goes to the owner: its cash, or its estate. */
    void residual(BorrowerTerms b, int path) {
        double left = estate.potUsd[b.index()][path];
        if (left <= 0 || b.parent() < 0 || owed(b, path) > 0) {
            return;
        }
        estate.potUsd[b.index()][path] = 0;
        estate.passedUpUsd[b.index()][path] += left;
        if (state.alive[b.parent()][path] > 0) {
            state.cashUsd[b.parent()][path] += left;
            ledger.post(b.parent(), "residual of ", b.id(), path, left);
        } else {
            estate.potUsd[b.parent()][path] += left;
            estate.takenInUsd[b.parent()][path] += left;
        }
    }

    /** Claims on {@code b} that are still unpaid. */
    double owed(BorrowerTerms b, int path) {
        double all = 0;
        for (DebtTerms debt : b.debts()) {
            all += estate.claimUsd[debt.index()][path];
        }
        return all;
    }
}
