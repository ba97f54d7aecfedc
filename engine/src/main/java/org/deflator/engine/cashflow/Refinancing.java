package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Stream;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.FinancingModel;

/**
 * What happens when a balance falls due (MODEL 5.7): a convertible ends in shares if they have risen enough; else a new
 * lender is found with a probability that depends on funding conditions, LTV and cover, and lends what LTV
 * cap and cover allow; on data centres, what their value and their net operating income allow; the rest must
 * be paid in cash. Decided on the state of the month, with no look at the path's future.
 */
public final class Refinancing {
    private final Book book;
    private final BookState state;
    private final Draws draws;
    private final CashLedger ledger;
    private final FinancingModel model;
    private final DataCentreModel dataCentres;
    private final double sofr;
    private final double calmSpread;
    private final long[] streams;
    private final double[] uniform;
    private final double[] askedUsd;
    private final double[] sectorUsd;
    private final double[] unusedUsd;
    private final double[] granted;

    Refinancing(Book book, BookState state, Draws draws, CashLedger ledger) {
        this.book = book;
        this.state = state;
        this.ledger = ledger;
        this.draws = draws;
        model = book.plan().market().model().financing();
        dataCentres = book.plan().market().model().dataCentres();
        sofr = book.plan().market().snapshot().sofr();
        calmSpread = book.plan().market().model().credit().spreadMeanCalmBp() * 1e-4;
        streams = book.debts().stream().mapToLong(d -> Stream.of("market access", d.id())).toArray();
        uniform = new double[state.size];
        askedUsd = new double[state.size];
        sectorUsd = new double[state.size];
        unusedUsd = new double[state.size];
        granted = new double[state.size];
        Arrays.fill(granted, 1);
    }

    /**
     * Finds the share of what lenders would lend that the sector's supply of new loans covers (MODEL 5.7): all that falls
     * due in the month asks at once, on balances, assets and cash flows as the month before left them.
     */
    void ration(PathBlock market, Group group, int month, int paths) {
        if (!model.rationed() || model.alwaysRefinances()) {
            return;
        }
        Arrays.fill(askedUsd, 0, paths, 0);
        Arrays.fill(sectorUsd, 0, paths, 0);
        for (BorrowerTerms b : book.borrowers()) {
            for (DebtTerms debt : b.debts()) {
                ask(b, debt, group, market, month, paths);
            }
        }
        for (int i = 0; i < paths; i++) {
            double share = market.tight()[i] > 0 ? model.supplyTight() : model.supplyCalm();
            double usd = share * Math.max(model.sectorDebtUsdM() * 1e6, sectorUsd[i]);
            // Before the first month lenders had as much time as at any other.
            double offered = month == 0 ? model.supplyMonths() * usd
                    : Math.min(model.supplyMonths() * usd, unusedUsd[i] + usd);
            granted[i] = grantedShare(askedUsd[i], offered);
            unusedUsd[i] = Math.max(0, offered - askedUsd[i]);
        }
    }

    /** Share of each request that a supply covers, at most one: nobody is served first. */
    public static double grantedShare(double askedUsd, double supplyUsd) {
        return askedUsd > supplyUsd ? supplyUsd / askedUsd : 1;
    }

    private void ask(BorrowerTerms b, DebtTerms debt, Group group, PathBlock market, int month, int paths) {
        int d = debt.index();
        boolean drawn = false;
        for (int i = 0; i < paths; i++) {
            double balance = state.alive[b.index()][i] * state.balanceUsd[d][i];
            sectorUsd[i] += balance;
            double open = balance - state.overdueUsd[d][i];
            if (!fallsDue(debt, month, i) || open <= 0 || risen(b, debt, i)) {
                continue;
            }
            if (!drawn) {
                draws.uniforms(streams[d], month, uniform, paths);
                drawn = true;
            }
            askedUsd[i] += newLoanUsd(b, debt, group, market, open, i);
        }
    }

    /** Matures this month, or may be put; a refinanced note keeps neither puts nor conversion nor premium. */
    private boolean fallsDue(DebtTerms debt, int month, int path) {
        return month == state.maturityMonth[debt.index()][path]
                || (original(debt, path) && debt.putMonths()[month]);
    }

    private boolean original(DebtTerms debt, int path) {
        return state.maturityMonth[debt.index()][path] == debt.maturityMonth();
    }

    /** Whether shares have risen so far that a convertible ends in them. */
    private boolean risen(BorrowerTerms b, DebtTerms debt, int path) {
        return original(debt, path) && debt.convertible() && b.equityUsd() > 0
                && state.equityUsd[b.index()][path] >= (1 + model.conversionPremium()) * b.equityUsd();
    }

    private double newLoanUsd(BorrowerTerms b, DebtTerms debt, Group group, PathBlock market, double dueUsd,
            int path) {
        return debt.securedByDataCentre(b) ? onDataCentresUsd(b, debt, market, dueUsd, path)
                : refinancedUsd(b, debt, group, market, dueUsd, path);
    }

    /** New debt that LTV cap and cover allow (BORR-23), USD; at least zero. */
    public static double capacityUsd(double ltvCap, double valueUsd, double cfadsUsdPerYear,
            double dscrTarget,
            double annuityFactorYears) {
        double byValue = ltvCap * valueUsd;
        double byCover = cfadsUsdPerYear / dscrTarget * annuityFactorYears;
        return Math.max(0, Math.min(byValue, byCover));
    }

    /** Adds to {@code principal} what must be paid in cash of a balance that falls due this month. */
    void mature(BorrowerTerms b, DebtTerms debt, Group group, PathBlock market, double[] interest,
            double[] principal,
            int month, int paths) {
        int d = debt.index();
        boolean drawn = false;
        for (int i = 0; i < paths; i++) {
            boolean matures = month == state.maturityMonth[d][i];
            if (!fallsDue(debt, month, i) || state.alive[b.index()][i] == 0) {
                continue;
            }
            double open = state.balanceUsd[d][i] - state.overdueUsd[d][i] - principal[i];
            if (risen(b, debt, i)) {
                // An early put date leaves a note that is in the money alone; at maturity it becomes shares.
                state.balanceUsd[d][i] -= matures ? open : 0;
                continue;
            }
            if (open <= 0) {
                continue;
            }
            if (!drawn) {
                draws.uniforms(streams[d], month, uniform, paths);
                drawn = true;
            }
            double premium = original(debt, i) && matures ? open * (debt.redemption() - 1) : 0;
            boolean onDataCentre = debt.securedByDataCentre(b);
            double refinanced = model.alwaysRefinances() ? open + premium
                    : granted[i] * newLoanUsd(b, debt, group, market, open + premium, i);
            if (model.alwaysRefinances()) {
                prolong(debt, refinanced, month, i);
                state.refinancedPayments[d][i] = paymentsOfNewLoan(debt, onDataCentre);
            } else if (refinanced > 0) {
                double margin = onDataCentre ? dataCentres.marginBp() : model.marginBp();
                renew(debt, newRate(market, margin, i), refinanced, month, i);
                state.extensions[d][i] = refinanced < open ? state.extensions[d][i] : 0;
                state.refinancedPayments[d][i] = paymentsOfNewLoan(debt, onDataCentre);
            }
            double premiumRefinanced = Math.max(0, refinanced - open);
            state.balanceUsd[d][i] += premiumRefinanced;
            ledger.post(b.index(), "draw ", debt.id(), i, premiumRefinanced);
            ledger.post(b.index(), "interest ", debt.id(), i, -premiumRefinanced);
            interest[i] += premium - premiumRefinanced;
            principal[i] += open - Math.min(open, refinanced);
        }
    }

    private double refinancedUsd(BorrowerTerms b, DebtTerms debt, Group group, PathBlock market,
            double dueUsd,
            int path) {
        double assets = state.assetsUsd[b.index()][path];
        double all = group.debtUsd(b.index())[path];
        double others = Math.max(0, all - state.balanceUsd[debt.index()][path]);
        double cfads = group.cfadsUsd(b.index())[path];
        double service = group.serviceUsd(b.index())[path];
        double ltv = assets > 0 ? Math.min(5, all / assets) : 5;
        double dscr = service > 0 ? Math.min(5, Math.max(0, cfads / service)) : 5;
        if (!finds(market, ltv, dscr, path)) {
            return 0;
        }
        // What this debt cost is freed when it is replaced.
        double othersService = all > 0 ? service * others / all : 0;
        double spare = Math.max(0, cfads - model.dscrTarget() * othersService);
        double years = Annuity.factor(newRate(market, model.marginBp(), path) / 12, model.tenorMonths()) / 12;
        double cap = model.ltvCap() * state.advanceOfNewLender[path];
        double free = Math.max(0, cap * assets - others) / cap;
        return Math.min(dueUsd, capacityUsd(cap, free, spare, model.dscrTarget(), years));
    }

    /** Whether a lender is found for a loan of this loan to value and cover, both counted up to 5. */
    private boolean finds(PathBlock market, double ltv, double cover, int path) {
        if (market.shocks().refinancingClosed()[path] > 0) {
            return false;
        }
        double odds = model.accessIntercept() + model.accessFunding() * market.funding()[path]
                + model.accessLtv() * (ltv - 0.6) + model.accessDscr() * (cover - 1.3);
        return uniform[path] < Elementary.logistic(odds);
    }

    /**
     * New debt on data centres: the lesser of a share of their value and their net operating income over the debt yield
     * that a lender asks for, less the other debts that they secure. Access depends on loan to value and interest cover
     * of the data centres alone.
     */
    private double onDataCentresUsd(BorrowerTerms b, DebtTerms debt, PathBlock market, double dueUsd,
            int path) {
        double value = 0;
        double noi = 0;
        for (int k = 0; k < b.dataCentres().size(); k++) {
            double pledged = debt.pledgedShare()[b.pools().size() + k];
            DataCentreTerms dataCentre = b.dataCentres().get(k);
            value += pledged * (state.dataCentreUsd[dataCentre.index()][path]
                    + state.constructionAccountUsd(b, dataCentre, path));
            noi += 12 * pledged * state.noiUsd[dataCentre.index()][path];
        }
        double others = -state.balanceUsd[debt.index()][path];
        for (DebtTerms other : b.debts()) {
            others += debt.sharesCollateral(other) ? state.balanceUsd[other.index()][path] : 0;
        }
        double wanted = dueUsd + Math.max(0, others);
        double ltv = value > 0 ? Math.min(5, wanted / value) : 5;
        double interest = wanted * newRate(market, dataCentres.marginBp(), path);
        double cover = Math.min(5, Math.max(0, noi / interest));
        if (!finds(market, ltv, cover, path)) {
            return 0;
        }
        double most = dataCentreCapacityUsd(
                dataCentres.ltvCap() * state.advanceOfNewLender[path], value, noi,
                dataCentres.minDebtYield());
        return Math.min(dueUsd, Math.max(0, most - Math.max(0, others)));
    }

    /** Debt that data centres carry: the lesser of {@code cap x value} and {@code NOI a year / debt yield}, USD. */
    public static double dataCentreCapacityUsd(double ltvCap, double valueUsd, double noiUsdPerYear,
            double minDebtYield) {
        return Math.max(0, Math.min(ltvCap * valueUsd, noiUsdPerYear / minDebtYield));
    }

    private double newRate(PathBlock market, double marginBp, int path) {
        return sofr + marginBp * 1e-4 * market.creditSpread()[path] / calmSpread;
    }

    private void renew(DebtTerms debt, double rate, double refinancedUsd, int month, int path) {
        int d = debt.index();
        state.commitmentUsd[d][path] = refinancedUsd;
        state.maturityMonth[d][path] = month + model.tenorMonths();
        state.waiverMargin[d][path] = rate - debt.ratePerYear(sofr);
    }

    /** The same debt at the same rate for the tenor of new loans. */
    private void prolong(DebtTerms debt, double refinancedUsd, int month, int path) {
        int d = debt.index();
        state.commitmentUsd[d][path] = refinancedUsd;
        state.maturityMonth[d][path] = month + model.tenorMonths();
    }

    /**
     * Equal parts in which new debt is repaid. A building that is let outlives its loan, so that its lender asks for
     * interest until maturity; and nothing is left of the schedule of the loan it replaces.
     */
    private double paymentsOfNewLoan(DebtTerms debt, boolean onDataCentre) {
        if (onDataCentre) {
            return BookState.INTEREST_ONLY;
        }
        return debt.amortisesAfterRefinancing() ? model.tenorMonths() / step(debt) : 0;
    }

    /** Months between payments. */
    private static int step(DebtTerms debt) {
        return 12 / debt.agreed().terms().paymentsPerYear();
    }
}
