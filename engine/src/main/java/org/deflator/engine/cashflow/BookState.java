package org.deflator.engine.cashflow;

import java.util.Arrays;
import org.deflator.model.portfolio.Covenant;

/**
 * The book on a block of paths: one column per borrower, contract, pool or debt and state variable, one entry per path.
 * Columns are allocated once and reused from block to block. Amounts in USD.
 */
public final class BookState {
    /** Months of cash flow kept for trailing ratios. */
    public static final int WINDOW = Covenant.LONGEST_TRAILING_MONTHS;

    /** Payments left of a debt that repays nothing before its maturity: a share of none. */
    public static final double INTEREST_ONLY = Double.POSITIVE_INFINITY;

    /** Paths the columns can hold. */
    public final int size;
    /** Borrower columns: free cash, restricted cash, free bitcoin, market value of equity. */
    public final double[][] cashUsd;
    public final double[][] restrictedUsd;
    public final double[][] btc;
    public final double[][] equityUsd;
    /** 1 while the borrower runs its business, 0 after default. */
    public final double[][] alive;
    /** Months for which a new operator is still being sought. */
    public final double[][] outageMonths;
    /** Months in a row that ended with costs unpaid. */
    public final double[][] shortMonths;
    /** Quarter ends in a row at which assets were far below debt. */
    public final double[][] underwaterQuarters;
    /** Share of revenue that a new operator takes. */
    public final double[][] operatorFee;
    /** This month: cash flow available for debt service, scheduled debt service, interest in it, revenue, EBITDA. */
    public final double[][] cfadsUsd;
    public final double[][] serviceUsd;
    public final double[][] interestUsd;
    public final double[][] revenueUsd;
    public final double[][] ebitdaUsd;
    /** Received from SPVs this month; counts in next ratios of the parent, not in its operations. */
    public final double[][] upstreamUsd;
    /** Trailing windows {@code [borrower][month mod WINDOW][path]}. */
    public final double[][][] cfadsWindow;
    public final double[][][] upstreamWindow;
    public final double[][][] serviceWindow;
    public final double[][][] interestWindow;
    public final double[][][] ebitdaWindow;
    /** 1 while distributions are stopped. */
    public final double[][] lockedUp;
    /** Contract columns: price per card-hour, first month not under contract, first month not idle after that. */
    public final double[][] contractPrice;
    public final double[][] contractEnd;
    public final double[][] idleUntil;
    /** Pool columns: list rent per card-hour. */
    public final double[][] listRent;
    /** Debt columns: balance, overdue part of it, overdue interest, accrued interest, reserve account. */
    public final double[][] balanceUsd;
    public final double[][] overdueUsd;
    public final double[][] overdueInterestUsd;
    public final double[][] accruedUsd;
    public final double[][] reserveUsd;
    /** Extensions since the debt was last refinanced; month of its first distressed exchange, -1 if none. */
    public final double[][] extensions;
    public final double[][] exchangeMonth;
    /**
     * Months in arrears, margin added by waivers, month of final repayment, payments left after refinancing
     * (0: as agreed).
     */
    public final double[][] lateMonths;
    public final double[][] waiverMargin;
    public final double[][] maturityMonth;
    public final double[][] refinancedPayments;
    /** What a revolver's lenders have committed; share of spare cash that prepays a debt. */
    public final double[][] commitmentUsd;
    public final double[][] sweepShare;
    /** Bitcoin pledged to a bitcoin loan. */
    public final double[][] pledgedBtc;
    /** Bitcoin sold by anybody this month, USD. */
    public final double[] bitcoinSoldUsd;
    /** Advance rate over that of a lender with enough capital: of a debt's own lender, and of a new one. */
    public final double[][] advanceMultiple;
    public final double[] advanceOfNewLender;
    /** Customers: 1 while solvent. */
    public final double[][] offtakerAlive;
    /** Data-centre columns: first month of rent, who pays it (ordinal of {@link LeaseStage}), cost to complete. */
    public final double[][] completion;
    public final int[][] leaseStage;
    public final double[][] toSpendUsd;
    /**
     * What a backstop still owes at most; first month let again; rent and first month free of a lease at the
     * market.
     */
    public final double[][] backstopLeftUsd;
    public final double[][] vacantUntil;
    public final double[][] reletUsdPerKwMonth;
    public final double[][] reletEnd;
    /** This month: net operating income of a data centre, its value at the month's end. */
    public final double[][] noiUsd;
    public final double[][] dataCentreUsd;
    /** Market value of a group's assets as a lender to it sees them. */
    public final double[][] assetsUsd;

    private final Book book;

    /** Columns for {@code book} and at most {@code size} paths. */
    public BookState(Book book, int size) {
        this.book = book;
        this.size = size;
        int borrowers = book.borrowers().size();
        int debts = book.debts().size();
        int contracts = book.contracts().size();
        cashUsd = new double[borrowers][size];
        restrictedUsd = new double[borrowers][size];
        btc = new double[borrowers][size];
        equityUsd = new double[borrowers][size];
        alive = new double[borrowers][size];
        outageMonths = new double[borrowers][size];
        shortMonths = new double[borrowers][size];
        underwaterQuarters = new double[borrowers][size];
        operatorFee = new double[borrowers][size];
        cfadsUsd = new double[borrowers][size];
        serviceUsd = new double[borrowers][size];
        interestUsd = new double[borrowers][size];
        revenueUsd = new double[borrowers][size];
        ebitdaUsd = new double[borrowers][size];
        upstreamUsd = new double[borrowers][size];
        cfadsWindow = new double[borrowers][WINDOW][size];
        upstreamWindow = new double[borrowers][WINDOW][size];
        serviceWindow = new double[borrowers][WINDOW][size];
        interestWindow = new double[borrowers][WINDOW][size];
        ebitdaWindow = new double[borrowers][WINDOW][size];
        lockedUp = new double[borrowers][size];
        contractPrice = new double[contracts][size];
        contractEnd = new double[contracts][size];
        idleUntil = new double[contracts][size];
        listRent = new double[book.pools().size()][size];
        balanceUsd = new double[debts][size];
        overdueUsd = new double[debts][size];
        overdueInterestUsd = new double[debts][size];
        accruedUsd = new double[debts][size];
        reserveUsd = new double[debts][size];
        extensions = new double[debts][size];
        exchangeMonth = new double[debts][size];
        lateMonths = new double[debts][size];
        waiverMargin = new double[debts][size];
        maturityMonth = new double[debts][size];
        refinancedPayments = new double[debts][size];
        commitmentUsd = new double[debts][size];
        sweepShare = new double[debts][size];
        pledgedBtc = new double[debts][size];
        bitcoinSoldUsd = new double[size];
        advanceMultiple = new double[debts][size];
        advanceOfNewLender = new double[size];
        offtakerAlive = new double[book.offtakers().size()][size];
        assetsUsd = new double[borrowers][size];
        int dataCentres = book.dataCentres().size();
        completion = new double[dataCentres][size];
        leaseStage = new int[dataCentres][size];
        toSpendUsd = new double[dataCentres][size];
        backstopLeftUsd = new double[dataCentres][size];
        vacantUntil = new double[dataCentres][size];
        reletUsdPerKwMonth = new double[dataCentres][size];
        reletEnd = new double[dataCentres][size];
        noiUsd = new double[dataCentres][size];
        dataCentreUsd = new double[dataCentres][size];
    }

    /** Opening balances; list rents start at {@code rentByGeneration}. */
    public void start(double[] rentByGeneration) {
        double sofr = book.plan().market().snapshot().sofr();
        for (BorrowerTerms b : book.borrowers()) {
            int i = b.index();
            fill(b.cashUsd(), cashUsd[i]);
            fill(b.restrictedUsd(), restrictedUsd[i]);
            fill(b.btc(), btc[i]);
            fill(b.equityUsd(), equityUsd[i]);
            fill(1, alive[i]);
            fill(0, outageMonths[i], shortMonths[i], underwaterQuarters[i], operatorFee[i], upstreamUsd[i],
                    lockedUp[i],
                    assetsUsd[i]);
            fill(0, cfadsWindow[i]);
            fill(0, upstreamWindow[i]);
            fill(0, serviceWindow[i]);
            fill(0, interestWindow[i]);
            fill(0, ebitdaWindow[i]);
        }
        fill(0, bitcoinSoldUsd);
        fill(1, advanceMultiple);
        fill(1, advanceOfNewLender);
        for (ContractTerms c : book.contracts()) {
            fill(c.priceUsdPerHour(), contractPrice[c.index()]);
            fill(c.endMonth(), contractEnd[c.index()]);
            fill(0, idleUntil[c.index()]);
        }
        for (Pool p : book.pools()) {
            fill(rentByGeneration[p.generation()], listRent[p.index()]);
        }
        for (DebtTerms d : book.debts()) {
            int i = d.index();
            fill(d.openingUsd(), balanceUsd[i]);
            fill(d.commitmentUsd(), commitmentUsd[i]);
            fill(d.sweepShare(), sweepShare[i]);
            fill(d.openingUsd() * d.ratePerYear(sofr) * d.accruedYears(), accruedUsd[i]);
            fill(d.reserveUsd(), reserveUsd[i]);
            fill(d.maturityMonth(), maturityMonth[i]);
            fill(d.margin().map(MarginTerms::btc).orElse(0.0), pledgedBtc[i]);
            fill(-1, exchangeMonth[i]);
            fill(0, extensions[i], overdueUsd[i], overdueInterestUsd[i], lateMonths[i], waiverMargin[i],
                    refinancedPayments[i]);
        }
        fill(1, offtakerAlive);
        book.dataCentres().forEach(this::start);
    }

    /** As planned; {@link Construction} draws the delay. */
    private void start(DataCentreTerms dataCentre) {
        int d = dataCentre.index();
        LeaseStage stage = dataCentre.lease().isPresent() ? LeaseStage.LET : LeaseStage.VACANT;
        Arrays.fill(leaseStage[d], stage.ordinal());
        fill(dataCentre.completion(), completion[d]);
        fill(dataCentre.costToCompleteUsd(), toSpendUsd[d]);
        fill(dataCentre.lease().map(LeaseTerms::capUsd).orElse(0.0), backstopLeftUsd[d]);
        fill(-1, vacantUntil[d]);
        fill(0, reletUsdPerKwMonth[d], reletEnd[d], noiUsd[d], dataCentreUsd[d]);
    }

    /** Whether a data centre of {@code b} has not begun to earn by {@code month}. */
    public boolean building(BorrowerTerms b, int month, int path) {
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            if (completion[dataCentre.index()][path] > month) {
                return true;
            }
        }
        return false;
    }

    /**
     * The part of a borrower's restricted cash that is bound to completing a data centre: pledged and sold
     * with it, as its value is net of that cost. Several data centres share it by what they still cost, USD.
     */
    public double constructionAccountUsd(BorrowerTerms b, DataCentreTerms dataCentre, int path) {
        double own = toSpendUsd[dataCentre.index()][path];
        if (own <= 0) {
            return 0;
        }
        double all = 0;
        for (DataCentreTerms other : b.dataCentres()) {
            all += Math.max(0, toSpendUsd[other.index()][path]);
        }
        return Math.min(1, restrictedUsd[b.index()][path] / all) * own;
    }

    /** Cash of a borrower on all its accounts: free, restricted and in reserve for its debts, USD. */
    public double accountsUsd(BorrowerTerms b, int path) {
        double usd = cashUsd[b.index()][path] + restrictedUsd[b.index()][path];
        for (DebtTerms debt : b.debts()) {
            usd += reserveUsd[debt.index()][path];
        }
        return usd;
    }

    /** Sum of a trailing window over the last {@code months} months, month {@code m} included. */
    public static double trailing(double[][] window, int m, int months, int path) {
        double sum = 0;
        int slot = Math.floorMod(m, WINDOW);
        for (int k = 0; k < months; k++) {
            sum += window[slot][path];
            slot = slot == 0 ? WINDOW - 1 : slot - 1;
        }
        return sum;
    }

    /** The same on a column of paths; {@code out} is overwritten. */
    static void trailing(double[][] window, int m, int months, double[] out, int paths) {
        Arrays.fill(out, 0, paths, 0);
        for (int k = 0; k < months; k++) {
            double[] row = window[Math.floorMod(m - k, WINDOW)];
            for (int i = 0; i < paths; i++) {
                out[i] += row[i];
            }
        }
    }

    private static void fill(double value, double[]... columns) {
        for (double[] column : columns) {
            Arrays.fill(column, value);
        }
    }
}
