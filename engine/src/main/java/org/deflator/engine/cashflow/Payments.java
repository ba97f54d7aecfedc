package org.deflator.engine.cashflow;

import java.util.List;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.FinancingModel;

/**
 * The waterfall of one borrower in one month, to the last dollar: interest and principal due, liquidity, payment
 * in order of rank (what is overdue first, then interest, then principal), reserve accounts. What cannot be paid stays
 * due, ranks first next month and carries a higher rate (MODEL 5.2 to 5.9, correction 4).
 */
public final class Payments {
    private final BookState state;
    private final CashLedger ledger;
    private final FinancingModel financing;
    private final Liquidity liquidity;
    private final Refinancing refinancing;
    private final Extension extension;
    private final double sofr;
    private final double lateMargin;
    private final double[][] dueInterest;
    private final double[][] duePrincipal;
    private final boolean[][] matures;
    private final double[] needUsd;

    /** Where cash comes from that the business did not earn, and time for what it does not find. */
    public record Funding(Equity equity, LendingValue lending, Extension extension) {}

    /** Works on {@code state}. */
    public Payments(Book book, BookState state, Funding funding, Draws draws, CashLedger ledger) {
        this.state = state;
        this.ledger = ledger;
        this.financing = book.plan().market().model().financing();
        this.sofr = book.plan().market().snapshot().sofr();
        this.lateMargin = book.plan().market().model().forbearance().marginStepBp() * 1e-4;
        this.liquidity = new Liquidity(state, funding.equity(), funding.lending(), ledger);
        this.extension = funding.extension();
        this.refinancing = new Refinancing(book, state, draws, ledger);
        int most = book.borrowers().stream().mapToInt(b -> b.debts().size()).max().orElse(0);
        dueInterest = new double[most][state.size];
        duePrincipal = new double[most][state.size];
        matures = new boolean[most][state.size];
        needUsd = new double[state.size];
    }

    /**
     * Draws what delayed-draw loans of {@code b} lend this month: into restricted cash if they finance data
     * centres.
     */
    public void draw(BorrowerTerms b, int month, int paths) {
        for (DebtTerms debt : b.debts()) {
            draw(b, debt, month, paths);
        }
    }

    /**
     * Shares the month's supply of new loans among all that falls due, before anybody pays: so the order of borrowers
     * does not matter.
     */
    public void ration(PathBlock market, Group group, int month, int paths) {
        refinancing.ration(market, group, month, paths);
    }

    /** Pays the month's debt service of {@code b}; its draws and operating cash flow is already in its cash. */
    public void pay(BorrowerTerms b, PathBlock market, double[][] marks, Group group, int month, int paths) {
        List<DebtTerms> debts = b.debts();
        double[] service = state.serviceUsd[b.index()];
        double[] interest = state.interestUsd[b.index()];
        java.util.Arrays.fill(service, 0, paths, 0);
        java.util.Arrays.fill(interest, 0, paths, 0);
        java.util.Arrays.fill(needUsd, 0, paths, 0);
        for (int k = 0; k < debts.size(); k++) {
            DebtTerms debt = debts.get(k);
            accrue(b, debt, dueInterest[k], month, paths);
            schedule(b, debt, duePrincipal[k], month, paths);
            for (int i = 0; i < paths; i++) {
                service[i] += dueInterest[k][i] + duePrincipal[k][i];
                interest[i] += dueInterest[k][i];
            }
            for (int i = 0; i < paths; i++) {
                matures[k][i] = month == state.maturityMonth[debt.index()][i];
            }
            refinancing.mature(b, debt, group, market, dueInterest[k], duePrincipal[k], month, paths);
            for (int i = 0; i < paths; i++) {
                needUsd[i] += dueInterest[k][i] + duePrincipal[k][i] + state.overdueUsd[debt.index()][i]
                        + state.overdueInterestUsd[debt.index()][i];
            }
        }
        liquidity.raise(b, needUsd, market, marks, group, month, paths);
        for (int k = 0; k < debts.size(); k++) {
            extend(b, debts.get(k), matures[k], duePrincipal[k], month, paths);
        }
        for (DebtTerms debt : debts) {
            coverCosts(b, debt, paths);
        }
        for (int k = 0; k < debts.size(); k++) {
            settle(b, debts.get(k), dueInterest[k], duePrincipal[k], paths);
        }
        for (DebtTerms debt : debts) {
            reserve(b, debt, month, paths);
        }
        liquidity.repay(b, service, financing.bufferMonths(), paths);
    }

    private void draw(BorrowerTerms b, DebtTerms debt, int month, int paths) {
        double scheduled = debt.drawUsd()[month];
        if (scheduled == 0) {
            return;
        }
        double toBuild = debt.securedByDataCentre(b) ? 1 : 0;
        for (int i = 0; i < paths; i++) {
            double drawn = state.alive[b.index()][i] * scheduled;
            state.balanceUsd[debt.index()][i] += drawn;
            state.restrictedUsd[b.index()][i] += toBuild * drawn;
            ledger.post(b.index(), "draw ", debt.id(), i, drawn);
            ledger.post(b.index(), "capital expenditure", i, (toBuild - 1) * drawn);
        }
    }

    /** Interest and fees that fall due; {@code due} is overwritten. */
    private void accrue(BorrowerTerms b, DebtTerms debt, double[] due, int month, int paths) {
        int d = debt.index();
        double rate = debt.ratePerYear(sofr);
        double years = debt.yearFraction()[month];
        double undrawnFuture = 0;
        for (int m = month + 1; m < debt.drawUsd().length; m++) {
            undrawnFuture += debt.drawUsd()[m];
        }
        boolean pays = debt.pays()[month];
        for (int i = 0; i < paths; i++) {
            double alive = state.alive[b.index()][i];
            double undrawn = debt.revolving()
                    ? Math.max(0, state.commitmentUsd[d][i] - debt.lettersUsd() - state.balanceUsd[d][i])
                    : undrawnFuture;
            boolean available = month >= debt.availableFrom() && month <= state.maturityMonth[d][i];
            double fee = available ? undrawn * debt.undrawnFee() : 0;
            double overdue = state.overdueUsd[d][i] + state.overdueInterestUsd[d][i];
            double bearing = state.balanceUsd[d][i] + state.overdueInterestUsd[d][i];
            double accrued = state.accruedUsd[d][i] + alive * years
                    * (bearing * (rate + state.waiverMargin[d][i]) + overdue * lateMargin + fee);
            due[i] = pays ? accrued : 0;
            state.accruedUsd[d][i] = accrued - due[i];
        }
    }

    /** Scheduled principal, never more than is left after prepayments; {@code due} is overwritten. */
    private void schedule(BorrowerTerms b, DebtTerms debt, double[] due, int month, int paths) {
        int d = debt.index();
        boolean pays = debt.pays()[month];
        double scheduled = debt.principalUsd()[month];
        for (int i = 0; i < paths; i++) {
            double open = Math.max(0, state.balanceUsd[d][i] - state.overdueUsd[d][i]);
            double left = state.refinancedPayments[d][i];
            double share = left > 0 && pays ? open / left : 0;
            state.refinancedPayments[d][i] = left > 0 && pays ? left - 1 : left;
            due[i] = state.alive[b.index()][i] * Math.min(open, left > 0 ? share : scheduled);
        }
    }

    /** Lenders may put off a balance that nobody refinances and that the cash raised does not cover. */
    private void extend(BorrowerTerms b, DebtTerms debt, boolean[] due, double[] principal, int month,
            int paths) {
        int d = debt.index();
        double[] cash = state.cashUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            if (due[i] && state.alive[b.index()][i] > 0 && principal[i] > LATE_USD
                    && needUsd[i] - Math.max(0, cash[i]) - state.reserveUsd[d][i] > LATE_USD
                    && extension.grants(b, debt, month, i)) {
                needUsd[i] -= principal[i];
                principal[i] = 0;
            }
        }
    }

    /** Reserve accounts keep the business running: costs come before debt service. */
    private void coverCosts(BorrowerTerms b, DebtTerms debt, int paths) {
        double[] cash = state.cashUsd[b.index()];
        double[] reserve = state.reserveUsd[debt.index()];
        for (int i = 0; i < paths; i++) {
            double freed = Math.min(reserve[i], Math.max(0, -cash[i])) * state.alive[b.index()][i];
            reserve[i] -= freed;
            cash[i] += freed;
        }
    }

    private void settle(BorrowerTerms b, DebtTerms debt, double[] interest, double[] principal, int paths) {
        int d = debt.index();
        double[] cash = state.cashUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            if (state.alive[b.index()][i] == 0) {
                continue;
            }
            double owedInterest = interest[i] + state.overdueInterestUsd[d][i];
            double owedPrincipal = principal[i] + state.overdueUsd[d][i];
            double owed = owedInterest + owedPrincipal;
            double fromCash = Math.min(owed, Math.max(0, cash[i]));
            double fromReserve = Math.min(owed - fromCash, state.reserveUsd[d][i]);
            double paid = fromCash + fromReserve;
            double paidInterest = Math.min(paid, owedInterest);
            double paidPrincipal = paid - paidInterest;
            cash[i] -= fromCash;
            state.reserveUsd[d][i] -= fromReserve;
            state.balanceUsd[d][i] -= paidPrincipal;
            state.overdueInterestUsd[d][i] = owedInterest - paidInterest;
            state.overdueUsd[d][i] = owedPrincipal - paidPrincipal;
            state.lateMonths[d][i] = owed - paid > LATE_USD ? state.lateMonths[d][i] + 1 : 0;
            ledger.post(b.index(), "interest ", debt.id(), i, -paidInterest);
            ledger.post(b.index(), "principal ", debt.id(), i, -paidPrincipal);
        }
    }

    /** Less than this is rounding, not arrears, USD. */
    static final double LATE_USD = 1;

    /** Brings the reserve account to its target, or releases what exceeds it. */
    private void reserve(BorrowerTerms b, DebtTerms debt, int month, int paths) {
        int d = debt.index();
        double target = debt.reserveTargetUsd()[month];
        double[] cash = state.cashUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            double wanted = Math.min(target, state.balanceUsd[d][i]);
            double moved = Math.min(wanted - state.reserveUsd[d][i], Math.max(0, cash[i]));
            moved *= state.alive[b.index()][i];
            cash[i] -= moved;
            state.reserveUsd[d][i] += moved;
        }
    }

}
