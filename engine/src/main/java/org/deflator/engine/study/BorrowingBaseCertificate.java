package org.deflator.engine.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.run.BaseCase;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Instrument;

/**
 * What a lender lends on collateral, line by line, as a borrower certifies it every month. For a revolver by the base of
 * its documents; for a term loan secured on cards, whose documents test no base, pro forma: at the loan to value that a
 * new lender accepts, on cards in service. As of the end of the first month.
 *
 * @param instrument instrument id
 * @param month when
 * @param basis by what rules
 * @param lines collateral
 * @param reservesUsd deducted
 * @param baseUsd what the collateral lends: sum of the lines less reserves, at least zero
 * @param commitmentUsd limit
 * @param lettersUsd letters of credit that use it
 * @param outstandingUsd principal
 */
public record BorrowingBaseCertificate(String instrument, YearMonth month, Basis basis, List<Line> lines,
        double reservesUsd, double baseUsd, double commitmentUsd, double lettersUsd, double outstandingUsd) {
    /** By what rules collateral counts. */
    public enum Basis {
        /** The base of the documents. */
        DOCUMENTS,
        /** As a new lender would reckon. */
        PRO_FORMA
    }

    /**
     * A kind of collateral.
     *
     * @param asset what it is
     * @param grossUsd value of all of it that the borrower owns
     * @param ineligibleUsd value of what does not count
     * @param reason why it does not; empty if all counts
     * @param advanceRate share of the eligible value that is lent
     */
    public record Line(String asset, double grossUsd, double ineligibleUsd, String reason,
            double advanceRate) {
        /** Value that counts, USD. */
        public double eligibleUsd() {
            return grossUsd - ineligibleUsd;
        }

        /** What is lent on it, USD. */
        public double lendableUsd() {
            return advanceRate * eligibleUsd();
        }
    }

    public BorrowingBaseCertificate {
        lines = List.copyOf(lines);
    }

    /** The most that may be drawn: the lesser of commitment and base, less letters of credit, USD. */
    public double availableUsd() {
        return Math.max(0, Math.min(commitmentUsd, baseUsd) - lettersUsd);
    }

    /** What may still be drawn; negative is a deficit to be repaid, USD. */
    public double excessUsd() {
        return availableUsd() - outstandingUsd;
    }

    /** One certificate for each debt of the borrower that a base limits or cards secure. */
    static List<BorrowingBaseCertificate> of(GroupCase group, String borrower) {
        BorrowerTerms b = group.terms(borrower);
        List<BorrowingBaseCertificate> all = new ArrayList<>();
        for (DebtTerms debt : b.debts()) {
            Optional<BorrowingBase> base = debt.agreed() instanceof Instrument.Revolver revolver
                    ? revolver.borrowingBase() : Optional.empty();
            double balance = group.baseCase().debts().get(debt.index()).balanceUsd()[0];
            boolean cards = debt.agreed() instanceof Instrument.TermLoan && pledges(debt) && balance > 0;
            if (base.isPresent()) {
                List<Line> lines = documentLines(group, b, debt, base.get());
                all.add(certificate(group, debt, Basis.DOCUMENTS, lines,
                        base.get().reservesUsdM() * 1e6, balance));
            } else if (cards) {
                all.add(certificate(group, debt, Basis.PRO_FORMA, proFormaLines(group, b, debt), 0, balance));
            }
        }
        return all;
    }

    private static BorrowingBaseCertificate certificate(GroupCase group, DebtTerms debt, Basis basis,
            List<Line> lines, double reservesUsd, double balanceUsd) {
        double base = Math.max(0, lines.stream().mapToDouble(Line::lendableUsd).sum() - reservesUsd);
        return new BorrowingBaseCertificate(debt.id(), group.month(0), basis, lines, reservesUsd, base,
                debt.commitmentUsd(), debt.lettersUsd(), balanceUsd);
    }

    private static boolean pledges(DebtTerms debt) {
        for (double share : debt.pledgedShare()) {
            if (share > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Line> documentLines(GroupCase group, BorrowerTerms b, DebtTerms debt,
            BorrowingBase base) {
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < b.pools().size(); p++) {
            double gross = ownedUsd(group, b.pools().get(p));
            double outside = gross * (1 - debt.pledgedShare()[p]);
            lines.add(new Line(gpu(group, b.pools().get(p)), gross, outside,
                    outside > 0 ? "not pledged to this debt" : "", base.gpuAdvance() * base.orderlyFactor()));
        }
        BaseCase.BorrowerMonths months = group.baseCase().borrower(b.id());
        lines.add(new Line("receivables, one month of revenue", months.revenueUsd()[0], 0, "",
                base.receivablesAdvance()));
        lines.add(new Line("free bitcoin", months.bitcoinUsd(), 0, "", base.btcAdvance()));
        return lines;
    }

    private static List<Line> proFormaLines(GroupCase group, BorrowerTerms b, DebtTerms debt) {
        double advance = group.unshocked().market().model().financing().ltvCap();
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < b.pools().size(); p++) {
            BaseCase.PoolValue now = group.baseCase().pools().get(b.pools().get(p).index());
            double gross = ownedUsd(group, b.pools().get(p));
            double pledged = debt.pledgedShare()[p];
            double working = now.ownedUnits() > 0 ? Math.min(1, now.serviceUnits() / now.ownedUnits()) : 0;
            List<String> reasons = new ArrayList<>();
            if (pledged < 1) {
                reasons.add("not pledged to this debt");
            }
            if (working < 1) {
                reasons.add("not yet in service");
            }
            lines.add(new Line(gpu(group, b.pools().get(p)), gross, gross * (1 - pledged * working),
                    String.join("; ", reasons), advance));
        }
        return lines;
    }

    private static double ownedUsd(GroupCase group, Pool pool) {
        BaseCase.PoolValue now = group.baseCase().pools().get(pool.index());
        return now.ownedUnits() * now.markUsdPerCard();
    }

    private static String gpu(GroupCase group, Pool pool) {
        return group.baseCase().book().plan().gpuIds().get(pool.generation());
    }
}
