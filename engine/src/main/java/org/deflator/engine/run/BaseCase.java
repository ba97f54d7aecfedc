package org.deflator.engine.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.model.base.Check;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;

/**
 * The base case: every random driver at its median, one path. Arrays hold one number a month of the grid, amounts USD.
 *
 * @param portfolioId name of the book
 * @param asOf as-of date
 * @param unmodelled what could not be simulated
 * @param leftOut growth outside the perimeter
 * @param book what was simulated, resolved
 * @param ledger all cash movements
 * @param tests all covenant tests
 * @param borrowers what each borrower did, in the order of the book
 * @param debts what became of each debt, in the order of the book
 * @param pools what each pool of cards is worth after the first month, in the order of the book
 * @param dataCentres what each data centre earns and is worth, in the order of the book
 * @param statedLtv per debt, balance over marked collateral after the first month; NaN if unsecured
 * @param liquidationLtv per debt, balance over orderly sale proceeds; NaN if unsecured
 */
public record BaseCase(String portfolioId, LocalDate asOf, List<Unmodelled> unmodelled, List<LeftOut> leftOut,
        Book book,
        List<LedgerRow> ledger, List<TestRow> tests, List<BorrowerMonths> borrowers, List<DebtMonths> debts,
        List<PoolValue> pools, List<DataCentreMonths> dataCentres, double[] statedLtv,
        double[] liquidationLtv) {
    public BaseCase {
        unmodelled = List.copyOf(unmodelled);
        leftOut = List.copyOf(leftOut);
        ledger = List.copyOf(ledger);
        tests = List.copyOf(tests);
        borrowers = List.copyOf(borrowers);
        debts = List.copyOf(debts);
        pools = List.copyOf(pools);
        dataCentres = List.copyOf(dataCentres);
    }

    /**
     * A borrower, month by month.
     *
     * @param id borrower id
     * @param revenueUsd all revenue
     * @param contractedUsd the part of it billed in the agreed term of a contract or lease
     * @param ebitdaUsd revenue less cash costs
     * @param cfadsUsd cash flow available for debt service of its own business
     * @param upstreamUsd received from vehicles below it
     * @param serviceUsd scheduled interest, fees and principal, without balloons
     * @param cashUsd free cash at the month's end
     * @param bitcoinUsd value of its free bitcoin after the first month
     * @param rigsUsd value of its mining rigs after the first month
     * @param fall when and why it defaulted, if it did
     */
    public record BorrowerMonths(String id, double[] revenueUsd, double[] contractedUsd, double[] ebitdaUsd,
            double[] cfadsUsd, double[] upstreamUsd, double[] serviceUsd, double[] cashUsd, double bitcoinUsd,
            double rigsUsd, Optional<Fall> fall) {}

    /**
     * A default.
     *
     * @param month month of the grid
     * @param cause why
     */
    public record Fall(int month, DefaultCause cause) {}

    /**
     * A debt, month by month.
     *
     * @param id instrument id
     * @param balanceUsd balance at the month's end
     * @param limitUsd what a revolver lends at most after the first month: the lesser of commitment and base, less
     *            letters of credit; 0 for other debts
     * @param claimUsd claim at its owner's default, 0 without one
     * @param recoveredUsd what was recovered of it, discounted to the default at the debt's rate
     * @param unpaidUsd what is left of the claim when all is sold and shared out, without interest for the time
     */
    public record DebtMonths(String id, double[] balanceUsd, double limitUsd, double claimUsd,
            double recoveredUsd, double unpaidUsd) {}

    /**
     * Cards of one generation and owner after the first month.
     *
     * @param ownedUnits cards paid for
     * @param serviceUnits cards in service
     * @param markUsdPerCard price of a used card, marked for what is on sale
     * @param orderlyUsd proceeds of selling all of them in an orderly sale, after time and cost
     */
    public record PoolValue(double ownedUnits, double serviceUnits, double markUsdPerCard,
            double orderlyUsd) {}

    /**
     * A data centre.
     *
     * @param valueUsd value at the end of the first month
     * @param saleUsd net proceeds of selling it whole then
     * @param noiUsd net operating income by month
     * @param handedOverMonth month by whose end all of it is handed over; -1 if that lies beyond the horizon
     */
    public record DataCentreMonths(double valueUsd, double saleUsd, double[] noiUsd, int handedOverMonth) {}

    /** What the borrower of this id did. */
    public BorrowerMonths borrower(String id) {
        Optional<BorrowerMonths> found = borrowers.stream().filter(b -> b.id().equals(id)).findFirst();
        Check.that(found.isPresent(), "there is no borrower " + id + " in the base case");
        return found.orElseThrow();
    }
}
