package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deflator.model.base.DayCount;

/** A debt, as its documents state it. */
public sealed interface Instrument {
    /** What all debts have. */
    Terms terms();

    /** Stable name, unique in the portfolio. */
    default String id() {
        return terms().id();
    }

    /**
     * What all debts have.
     *
     * @param id stable name, unique in the portfolio
     * @param name name people use
     * @param rank place in the queue
     * @param security what secures it
     * @param outstandingUsdM principal outstanding on the as-of date, USD millions
     * @param rate interest
     * @param dayCount how interest days count
     * @param paymentsPerYear coupon dates a year: 1, 2, 4 or 12
     * @param maturity final date
     * @param quoted market quote, if any
     */
    record Terms(String id, String name, Rank rank, Security security, double outstandingUsdM, Rate rate,
            DayCount dayCount, int paymentsPerYear, LocalDate maturity,
            Optional<Quote> quoted) {}

    /**
     * A loan with a repayment plan; a delayed-draw loan has a {@link DelayedDraw}.
     *
     * @param draw commitment still to be drawn, if any
     * @param amortisation how principal is repaid
     * @param amortisationStart first repayment date
     * @param reserve debt-service reserve account
     * @param sweepShare share of cash left after debt service that prepays when no covenant says otherwise, 0 to 1
     * @param covenants tests
     */
    record TermLoan(Terms terms, Optional<DelayedDraw> draw, Amortisation amortisation,
            LocalDate amortisationStart,
            Reserve reserve, double sweepShare, List<Covenant> covenants) implements Instrument {
        public TermLoan {
            covenants = List.copyOf(covenants);
        }
    }

    /**
     * A revolving loan, drawn and repaid as liquidity requires.
     *
     * @param commitmentUsdM limit, USD millions
     * @param lettersOfCreditUsdM letters of credit that use the limit without being drawn
     * @param undrawnFeeBp fee on the undrawn part, basis points a year
     * @param borrowingBase collateral formula that caps drawings, if any
     * @param covenants tests
     */
    record Revolver(Terms terms, double commitmentUsdM, double lettersOfCreditUsdM, double undrawnFeeBp,
            Optional<BorrowingBase> borrowingBase, List<Covenant> covenants) implements Instrument {
        public Revolver {
            covenants = List.copyOf(covenants);
        }
    }

    /** A note with one repayment at maturity and incurrence covenants only. */
    record Bond(Terms terms, List<Covenant> covenants) implements Instrument {
        public Bond {
            covenants = List.copyOf(covenants);
        }
    }

    /**
     * A convertible note: a par claim in distress, never accreted or fair value before its date.
     *
     * @param conversionPriceUsd share price of conversion, if known
     * @param redemptionPct percent of principal repaid at maturity (an accreting note repays more than 100)
     * @param putDates dates on which the holder may ask par back
     */
    record Convertible(Terms terms, Optional<Double> conversionPriceUsd, double redemptionPct,
            List<LocalDate> putDates) implements Instrument {
        public Convertible {
            putDates = List.copyOf(putDates);
        }
    }

    /**
     * A finance lease, level payments in advance of a residual that returns to the lessor.
     *
     * @param residualUsdM residual at the end, USD millions
     */
    record Lease(Terms terms, double residualUsdM) implements Instrument {}

    /**
     * A loan on pledged bitcoin with margin calls.
     *
     * @param pledgedBtc bitcoin pledged
     * @param callLtv loan to value at which the lender calls for collateral
     * @param liquidationLtv loan to value at which the lender sells
     * @param targetLtv loan to value to be restored
     */
    record BitcoinLoan(Terms terms, double pledgedBtc, double callLtv, double liquidationLtv,
            double targetLtv)
            implements
                Instrument {}
}
