package org.deflator.engine.covenant;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Remedy;

/**
 * Tests covenants on their dates and applies their remedies (MODEL 5.6). A breach that may become an event of default
 * is cured by the sponsor's cash if it has any and cures are left; an uncured breach outlasting its cure period is an
 * event of default, which the lenders waive against margin and a full sweep when holding on is worth more to them than
 * selling the collateral and calling on the guarantor today. Else they accelerate: the balance falls due next
 * month, and a borrower that can neither pay nor refinance it is in default.
 */
public final class CovenantTest {
    private final BookState state;
    private final CovenantState covenants;
    private final Ratios ratios;
    private final HoldOrSell choice;
    private final ForbearanceModel forbearance;
    private final CashLedger ledger;
    private final TestLog log;

    /** Works on both states. */
    public CovenantTest(Book book, BookState state, CovenantState covenants, Ratios ratios,
            HoldOrSell choice,
            CashLedger ledger, TestLog log) {
        this.state = state;
        this.covenants = covenants;
        this.ratios = ratios;
        this.choice = choice;
        this.ledger = ledger;
        this.log = log;
        forbearance = book.plan().market().model().forbearance();
    }

    /** Tests every covenant of {@code b} due in {@code month} and sets its lock-up and sweep columns. */
    public void test(BorrowerTerms b, PathBlock market, double[][] marks, int month, int paths) {
        noteGuarantor(b, paths);
        for (DebtTerms debt : b.debts()) {
            for (CovenantTerms covenant : debt.tests()) {
                for (int i = 0; i < paths; i++) {
                    if (state.alive[b.index()][i] > 0 && current(debt, covenant, month, i)) {
                        if (covenant.tested()[month]) {
                            testOne(b, debt, covenant, market, marks, month, i);
                        }
                        age(b, debt, covenant, month, i);
                    }
                }
            }
        }
        apply(b, month, paths);
    }

    /** A waiver looks at the guarantor as it stood at the test, whatever the cascade does to it later in the month. */
    private void noteGuarantor(BorrowerTerms b, int paths) {
        double[] noted = covenants.guarantorCashUsd[b.index()];
        int g = b.guarantor();
        for (int i = 0; i < paths; i++) {
            noted[i] = g < 0 ? 0 : state.alive[g][i] * Math.max(0, state.cashUsd[g][i]);
        }
    }

    /** A repaid debt forgets its breaches; a refinanced one, that it was accelerated. */
    private boolean current(DebtTerms debt, CovenantTerms covenant, int month, int i) {
        int d = debt.index();
        if (state.maturityMonth[d][i] > month + 1) {
            covenants.accelerated[d][i] = 0;
        }
        if (state.balanceUsd[d][i] <= 0 && !debt.revolving()) {
            covenants.breached[covenant.index()][i] = 0;
            covenants.breachMonths[covenant.index()][i] = 0;
            return false;
        }
        return true;
    }

    private void testOne(BorrowerTerms b, DebtTerms debt, CovenantTerms covenant, PathBlock market,
            double[][] marks,
            int month, int i) {
        double ratio = ratios.of(covenant.agreed(), b, debt, market, marks, month, i);
        if (Double.isNaN(ratio) || month < covenants.waivedUntil[covenant.index()][i]
                || state.balanceUsd[debt.index()][i] <= 0) {
            return;
        }
        double headroom = headroom(covenant, ratio);
        boolean breach = headroom < 0;
        int c = covenant.index();
        String effect = "kept";
        if (breach && covenants.firstBreach[debt.index()][i] < 0) {
            covenants.firstBreach[debt.index()][i] = debt.tests().indexOf(covenant);
        }
        if (breach) {
            effect = switch (covenant.remedy()) {
                case Remedy.Lockup _ -> "lock-up";
                case Remedy.Sweep _ -> "sweep";
                case Remedy.EventOfDefault event -> cure(b, covenant, event, ratio, month, i)
                        ? "cured by sponsor"
                        : "breach, cure period";
            };
        }
        boolean cured = effect.equals("cured by sponsor");
        covenants.cureHistory[c][i] = Cure.remember(covenants.cureHistory[c][i], cured);
        boolean stands = breach && !cured;
        covenants.breached[c][i] = stands ? 1 : 0;
        covenants.breachMonths[c][i] = stands ? covenants.breachMonths[c][i] : 0;
        if (log.keeps(i)) {
            log.add(new TestLog.Entry(i, month, debt.index(), covenant.label(), ratio, covenant.threshold(),
                    headroom,
                    effect));
        }
    }

    /** Distance to the limit, negative in breach. */
    private static double headroom(CovenantTerms covenant, double ratio) {
        return switch (covenant.agreed()) {
            case Covenant.MinDscr _ -> ratio - covenant.threshold();
            case Covenant.MinLiquidity _ -> ratio - covenant.threshold();
            case Covenant.MaxLtv _ -> covenant.threshold() - ratio;
            case Covenant.MaxNetLeverage _ -> covenant.threshold() - ratio;
            case Covenant.MinInterestCover _ -> ratio - covenant.threshold();
            case Covenant.MinDebtYield _ -> ratio - covenant.threshold();
        };
    }

    /** The sponsor pays what the cover lacks, counted as cash flow (BORR-24), if it can. */
    private boolean cure(BorrowerTerms b, CovenantTerms covenant, Remedy.EventOfDefault event, double ratio,
            int month,
            int i) {
        boolean mayCure = covenant.agreed() instanceof Covenant.MinDscr && b.parent() >= 0
                && state.alive[b.parent()][i] > 0
                && covenants.curesUsed[covenant.index()][i] < event.equityCures()
                && Cure.inLast(covenants.cureHistory[covenant.index()][i], forbearance.cureWindowTests() - 1)
                        < forbearance.curesInWindow();
        if (!mayCure || !(covenant.agreed() instanceof Covenant.MinDscr dscr)) {
            return false;
        }
        double service = BookState.trailing(state.serviceWindow[b.index()], month, dscr.trailingMonths(), i);
        double amount = Cure.amountUsd(ratio * service, service, covenant.threshold());
        if (amount > state.cashUsd[b.parent()][i]) {
            return false;
        }
        covenants.curesUsed[covenant.index()][i]++;
        state.cashUsd[b.parent()][i] -= amount;
        state.cashUsd[b.index()][i] += amount;
        state.cfadsWindow[b.index()][month % BookState.WINDOW][i] += amount;
        ledger.post(b.parent(), "equity cure of ", b.id(), i, -amount);
        ledger.post(b.index(), "equity cure", i, amount);
        return true;
    }

    /** A standing breach grows older and may become an event of default. */
    private void age(BorrowerTerms b, DebtTerms debt, CovenantTerms covenant, int month, int i) {
        int c = covenant.index();
        if (covenants.breached[c][i] == 0 || !(covenant.remedy() instanceof Remedy.EventOfDefault event)) {
            return;
        }
        covenants.breachMonths[c][i]++;
        if (covenants.breachMonths[c][i] <= event.cureMonths()) {
            return;
        }
        int d = debt.index();
        if (covenants.eventMonth[d][i] < 0) {
            covenants.eventMonth[d][i] = month;
        }
        covenants.breached[c][i] = 0;
        covenants.breachMonths[c][i] = 0;
        String effect;
        if (waives(b, debt, month, i)) {
            covenants.waivers[d][i]++;
            covenants.waivedUntil[c][i] = month + forbearance.waiverMonths();
            state.waiverMargin[d][i] += forbearance.marginStepBp() * 1e-4;
            if (forbearance.waiverIsExchange() && state.exchangeMonth[d][i] < 0) {
                state.exchangeMonth[d][i] = month;
            }
            effect = "event of default, waived";
        } else {
            covenants.accelerated[d][i] = 1;
            state.maturityMonth[d][i] = Math.min(state.maturityMonth[d][i], month + 1);
            effect = "event of default, accelerated";
        }
        if (log.keeps(i)) {
            log.add(new TestLog.Entry(i, month, d, covenant.label(), Double.NaN, covenant.threshold(),
                    Double.NaN,
                    effect));
        }
    }

    private boolean waives(BorrowerTerms b, DebtTerms debt, int month, int i) {
        int d = debt.index();
        if (covenants.waivers[d][i] >= forbearance.maxWaivers()) {
            return false;
        }
        int years = Math.max(1, (int) Math.ceil((state.maturityMonth[d][i] - month) / 12));
        return choice.holds(b, debt, years, month, choice.sharedUsd(b, debt, month, i), i);
    }

    /**
     * Whether lenders accelerate at these marks on a loan-to-value covenant without cure period: the question that the
     * cascade asks again. Whether they would waive depends on the start of the month alone. A debt that they have
     * accelerated already falls due next month, however far marks fall.
     */
    public boolean acceleratesAt(BorrowerTerms b, PathBlock market, double[][] marks, int month, int i) {
        for (DebtTerms debt : b.debts()) {
            if (covenants.accelerated[debt.index()][i] > 0 || state.balanceUsd[debt.index()][i] <= 0) {
                continue;
            }
            for (CovenantTerms covenant : debt.tests()) {
                boolean sudden = covenant.agreed() instanceof Covenant.MaxLtv && covenant.tested()[month]
                        && covenant.remedy() instanceof Remedy.EventOfDefault event && event.cureMonths() == 0
                        && month >= covenants.waivedUntil[covenant.index()][i];
                if (sudden && ratios.ltv(b, debt, market, marks, month, i) > covenant.threshold()
                        && !waives(b, debt, month, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lock-up of the borrower from all its covenants, sweep of each debt from its own. */
    private void apply(BorrowerTerms b, int month, int paths) {
        for (int i = 0; i < paths; i++) {
            double locked = 0;
            for (DebtTerms debt : b.debts()) {
                double sweep = state.extensions[debt.index()][i] > 0 ? 1 : debt.sweepShare();
                for (CovenantTerms covenant : debt.tests()) {
                    boolean breached = covenants.breached[covenant.index()][i] > 0;
                    boolean waived = month < covenants.waivedUntil[covenant.index()][i];
                    switch (covenant.remedy()) {
                        case Remedy.Lockup _ -> locked = breached ? 1 : locked;
                        case Remedy.Sweep s -> sweep = breached ? Math.max(sweep, s.share()) : sweep;
                        case Remedy.EventOfDefault _ -> {
                            locked = breached || waived ? 1 : locked;
                            sweep = waived ? 1 : sweep;
                        }
                    }
                }
                state.sweepShare[debt.index()][i] = sweep;
            }
            state.lockedUp[b.index()][i] = locked;
        }
    }
}
