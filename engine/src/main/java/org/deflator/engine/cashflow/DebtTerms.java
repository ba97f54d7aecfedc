package org.deflator.engine.cashflow;

import java.util.List;
import java.util.Optional;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Rank;

/**
 * A debt on the month grid, in dollars and decimals. Instruments differ in what stands here, never in the code that
 * pays them.
 *
 * @param index position among all debts
 * @param id stable name
 * @param agreed the instrument as agreed
 * @param rank place in the queue
 * @param openingUsd balance on the as-of date
 * @param commitmentUsd limit of a revolver, else the opening balance plus draws
 * @param lettersUsd part of a revolver's limit used by letters of credit
 * @param revolving whether it is drawn and repaid at will
 * @param amortisesAfterRefinancing a refinanced loan amortises in equal parts, unless a data centre secures it; a
 *        refinanced note stays a bullet
 * @param floating whether the rate is SOFR plus {@code marginPerYear}; else {@code marginPerYear} is the coupon
 * @param marginPerYear margin or coupon
 * @param floorPerYear floor of SOFR
 * @param yearFraction interest period of each month in years
 * @param accruedYears interest years accrued on the as-of date since the last payment
 * @param pays whether interest is paid in a month
 * @param undrawnFee fee on the undrawn part per year
 * @param availableFrom month of the first draw; before it no fee is due
 * @param drawUsd scheduled draws by month
 * @param principalUsd scheduled repayment by month, without the balance at maturity
 * @param maturityMonth month of the final repayment; at least the horizon if later
 * @param redemption repaid at maturity over balance, 1 except for accreting notes
 * @param putMonths months in which the holder may ask par back
 * @param convertible whether it may end in shares
 * @param reserveTargetUsd balance that the debt-service reserve should have by month
 * @param reserveUsd its opening balance
 * @param sweepShare share of spare cash that prepays whatever the covenants say
 * @param tests covenants on the month grid
 * @param pledgedShare per pool of the borrower the share of its cards pledged to this debt, then per data centre 1 if
 *        it is pledged
 * @param rigsPledged whether the mining rigs are pledged
 * @param base borrowing base, if any
 * @param margin terms of a bitcoin loan, if it is one
 */
public record DebtTerms(int index, String id, Instrument agreed, Rank rank, double openingUsd,
        double commitmentUsd,
        double lettersUsd, boolean revolving, boolean amortisesAfterRefinancing, boolean floating,
        double marginPerYear,
        double floorPerYear, double[] yearFraction, double accruedYears, boolean[] pays, double undrawnFee,
        int availableFrom, double[] drawUsd,
        double[] principalUsd, int maturityMonth, double redemption, boolean[] putMonths, boolean convertible,
        double[] reserveTargetUsd, double reserveUsd, double sweepShare, List<CovenantTerms> tests,
        double[] pledgedShare, boolean rigsPledged, Optional<BaseTerms> base,
        Optional<MarginTerms> margin) {
    /** Rate per year when SOFR stands at {@code sofr}, before waivers. */
    public double ratePerYear(double sofr) {
        return floating ? Math.max(sofr, floorPerYear) + marginPerYear : marginPerYear;
    }

    /** Whether a data centre of {@code b} secures it. */
    public boolean securedByDataCentre(BorrowerTerms b) {
        for (int k = b.pools().size(); k < pledgedShare.length; k++) {
            if (pledgedShare[k] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether collateral secures both. */
    public boolean sharesCollateral(DebtTerms other) {
        for (int k = 0; k < pledgedShare.length; k++) {
            if (pledgedShare[k] > 0 && other.pledgedShare[k] > 0) {
                return true;
            }
        }
        return index == other.index;
    }

    /** Whether cards, data centres or rigs secure it. */
    public boolean secured() {
        if (rigsPledged) {
            return true;
        }
        for (double share : pledgedShare) {
            if (share > 0) {
                return true;
            }
        }
        return false;
    }
}
