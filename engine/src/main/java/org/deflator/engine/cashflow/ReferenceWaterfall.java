package org.deflator.engine.cashflow;

import java.util.ArrayList;
import java.util.List;
import org.deflator.model.base.Check;

/**
 * The waterfall of one level loan on one path, in plain numbers (MODEL 5.9): the reference that the
 * waterfall on columns is compared with, in this simplified setting. Here unpaid principal stays in the
 * balance but leaves the schedule, where the product keeps it due as arrears.
 *
 * <p>In each period: (1) interest and scheduled principal fall due; (2) they are paid from the period's
 * cash flow, then free cash, then the reserve account; (3) interest and principal that cannot be paid are
 * recorded; (4) what is left of the cash flow fills the reserve up to the next period's debt service, and
 * the last period releases the reserve; (5) by DSCR, what then remains repays the loan early (below
 * {@code defaultDscr}), is trapped as cash (below {@code lockupDscr}), or goes partly to each of lender and
 * sponsor. Early repayment shortens the schedule from its end.
 *
 * @param principalUsd loan
 * @param rate interest per period
 * @param periods payments of the level schedule
 * @param openingCashUsd free cash at the start
 * @param openingReserveUsd reserve account at the start
 * @param defaultDscr cover below which all that remains repays the loan
 * @param lockupDscr cover below which nothing is distributed
 * @param sweepShare share of what remains that repays the loan when cover is good
 */
public record ReferenceWaterfall(double principalUsd, double rate, int periods, double openingCashUsd,
        double openingReserveUsd, double defaultDscr, double lockupDscr, double sweepShare) {
    /**
     * What a period did.
     *
     * @param balanceUsd loan at its end
     * @param reserveUsd reserve account at its end
     * @param cashUsd free cash at its end
     * @param interestPaidUsd interest paid
     * @param principalPaidUsd scheduled principal paid
     * @param prepaidUsd repaid early
     * @param distributedUsd paid to the sponsor
     * @param unpaidUsd due and not paid
     * @param dscr cash flow over what was due; NaN if nothing was
     */
    public record Period(double balanceUsd, double reserveUsd, double cashUsd, double interestPaidUsd,
            double principalPaidUsd, double prepaidUsd, double distributedUsd, double unpaidUsd,
            double dscr) {}

    public ReferenceWaterfall {
        Check.positive(principalUsd, "principal_usd");
        Check.between(periods, 1, 1200, "periods");
        Check.atLeastZero(openingCashUsd, "opening_cash_usd");
        Check.atLeastZero(openingReserveUsd, "opening_reserve_usd");
        Check.that(defaultDscr <= lockupDscr, "default_dscr is above lockup_dscr");
        Check.between(sweepShare, 0, 1, "sweep_share");
    }

    /** Runs all periods on their cash flows, each at least zero, USD. */
    public List<Period> run(double[] cfadsUsd) {
        Check.that(cfadsUsd.length == periods, cfadsUsd.length + " cash flows for " + periods + " periods");
        double[] schedule = levelSchedule();
        List<Period> done = new ArrayList<>();
        Period before =
                new Period(principalUsd, openingReserveUsd, openingCashUsd, 0, 0, 0, 0, 0, Double.NaN);
        for (int t = 0; t < periods; t++) {
            before = period(before, Check.atLeastZero(cfadsUsd[t], "cfads_usd"), schedule, t);
            shorten(schedule, before.prepaidUsd(), t + 1);
            done.add(before);
        }
        return List.copyOf(done);
    }

    private double[] levelSchedule() {
        double payment = Annuity.levelPayment(principalUsd, rate, periods);
        double[] schedule = new double[periods];
        double balance = principalUsd;
        for (int t = 0; t < periods; t++) {
            schedule[t] = payment - balance * rate;
            balance -= schedule[t];
        }
        return schedule;
    }

    private Period period(Period before, double cfadsUsd, double[] schedule, int t) {
        double interest = before.balanceUsd() * rate;
        double principal = Math.min(schedule[t], before.balanceUsd());
        double due = interest + principal;
        double fromCfads = Math.min(due, cfadsUsd);
        double fromCash = Math.min(due - fromCfads, before.cashUsd());
        double fromReserve = Math.min(due - fromCfads - fromCash, before.reserveUsd());
        double unpaid = due - fromCfads - fromCash - fromReserve;
        double principalPaid = principal - Math.min(principal, unpaid);
        double interestPaid = due - unpaid - principalPaid;

        double balance = before.balanceUsd() - principalPaid;
        double cash = before.cashUsd() - fromCash;
        double reserve = before.reserveUsd() - fromReserve;
        double left = cfadsUsd - fromCfads;
        boolean last = t == periods - 1;
        double target = last ? 0 : balance * rate + Math.min(schedule[t + 1], balance);
        double refilled = Math.clamp(target - reserve, 0, left);
        left -= refilled;
        double released = last ? reserve : 0;

        double dscr = due > 0 ? cfadsUsd / due : Double.NaN;
        boolean locked = dscr < lockupDscr;
        double swept = dscr < defaultDscr ? left : locked ? 0 : sweepShare * left;
        swept = Math.min(balance, swept);
        double repaid = Math.min(balance - swept, released);
        double prepaid = swept + repaid;
        double kept = locked ? left - swept : 0;
        double distributed = left - swept - kept + released - repaid;
        return new Period(balance - prepaid, reserve + refilled - released, cash + kept, interestPaid,
                principalPaid,
                prepaid, distributed, unpaid, dscr);
    }

    /** Takes {@code prepaidUsd} off the schedule, last payment first, down to payment {@code from}. */
    private static void shorten(double[] schedule, double prepaidUsd, int from) {
        double left = prepaidUsd;
        for (int t = schedule.length - 1; t >= from && left > 0; t--) {
            double taken = Math.min(schedule[t], left);
            schedule[t] -= taken;
            left -= taken;
        }
    }
}
