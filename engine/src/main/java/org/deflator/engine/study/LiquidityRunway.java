package org.deflator.engine.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.run.BaseCase;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Instrument;

/**
 * A borrower's liquidity over the next twelve months if nobody lends anew: cash and committed undrawn lines, plus cash
 * flow, less debt service, what matures or may be put, and capital expenditure. Reserve accounts are not counted.
 *
 * @param cashUsd free cash on the as-of date
 * @param restrictedUsd restricted cash, which funds debt service and construction
 * @param revolverUsd what revolvers still lend: the lesser of commitment and base, less what is used
 * @param delayedDrawUsd what delayed-draw loans will still lend, for capital expenditure only
 * @param months the months
 * @param lowestUsd least liquidity at a month's end
 * @param lowestMonth when
 * @param runwayMonths full months until liquidity is used up; empty if it lasts as long as is simulated
 */
public record LiquidityRunway(double cashUsd, double restrictedUsd, double revolverUsd, double delayedDrawUsd,
        List<Month> months, double lowestUsd, YearMonth lowestMonth, OptionalInt runwayMonths) {
    /**
     * A month; outflows negative.
     *
     * @param month which
     * @param cfadsUsd cash flow available for debt service, what vehicles send up included
     * @param serviceUsd interest, fees and scheduled principal
     * @param maturingUsd balances that mature or may be put to the borrower
     * @param capexUsd capital expenditure
     * @param drawnUsd delayed draws that pay for it
     * @param liquidityUsd cash and undrawn revolvers at its end
     */
    public record Month(YearMonth month, double cfadsUsd, double serviceUsd, double maturingUsd,
            double capexUsd, double drawnUsd, double liquidityUsd) {}

    public LiquidityRunway {
        months = List.copyOf(months);
    }

    /** Liquidity on the as-of date, USD. */
    public double openingUsd() {
        return cashUsd + restrictedUsd + revolverUsd;
    }

    static LiquidityRunway of(GroupCase group, BaseCase standing, String borrower) {
        BorrowerTerms b = group.terms(borrower);
        BaseCase.BorrowerMonths run = standing.borrower(borrower);
        Timeline grid = group.timeline();
        ScheduledDebt debt = ScheduledDebt.of(b, grid.months());
        double[] puts = putsUsd(b, grid);
        double[] capex = capexUsd(b, grid);
        double revolver = 0;
        for (DebtTerms each : b.debts()) {
            boolean open = each.revolving() && each.maturityMonth() > 0;
            revolver += open ? Math.max(0, standing.debts().get(each.index()).limitUsd() - each.openingUsd())
                    : 0;
        }
        double delayed = b.debts().stream()
                .mapToDouble(d -> GroupCase.fullyDrawnUsd(d) - d.openingUsd()).sum();
        double liquidity = b.cashUsd() + b.restrictedUsd() + revolver;
        double lowest = Double.POSITIVE_INFINITY;
        int lowestAt = 0;
        OptionalInt runway = OptionalInt.empty();
        List<Month> months = new ArrayList<>();
        for (int m = 0; m < grid.months(); m++) {
            double cfads = run.cfadsUsd()[m] + run.upstreamUsd()[m];
            double due = debt.balloonUsd()[m] + puts[m];
            liquidity += cfads - run.serviceUsd()[m] - due + debt.drawnUsd()[m] - capex[m];
            if (runway.isEmpty() && liquidity < 0) {
                runway = OptionalInt.of(m);
            }
            if (m < CoverPeriods.YEAR) {
                months.add(new Month(grid.yearMonth(m), cfads, -run.serviceUsd()[m], -due,
                        -capex[m], debt.drawnUsd()[m], liquidity));
                lowestAt = liquidity < lowest ? m : lowestAt;
                lowest = Math.min(lowest, liquidity);
            }
        }
        return new LiquidityRunway(b.cashUsd(), b.restrictedUsd(), revolver, delayed, months, lowest,
                grid.yearMonth(lowestAt), runway);
    }

    /** Draws buy cards at once, or fill the account from which data centres are completed as planned. */
    private static double[] capexUsd(BorrowerTerms b, Timeline grid) {
        double[] usd = new double[grid.months()];
        for (DebtTerms debt : b.debts()) {
            boolean builds = false;
            for (int p = b.pools().size(); p < debt.pledgedShare().length; p++) {
                builds |= debt.pledgedShare()[p] > 0;
            }
            for (int m = 0; !builds && m < usd.length; m++) {
                usd[m] += debt.drawUsd()[m];
            }
        }
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            for (int m = 0; m < usd.length; m++) {
                usd[m] += dataCentre.spendUsd()[m];
            }
        }
        return usd;
    }

    /** A holder who may ask par back is reckoned to do so on the first date. */
    private static double[] putsUsd(BorrowerTerms b, Timeline grid) {
        double[] usd = new double[grid.months()];
        for (DebtTerms debt : b.debts()) {
            if (debt.agreed() instanceof Instrument.Convertible) {
                int m = 0;
                while (m < usd.length && m < debt.maturityMonth() && !debt.putMonths()[m]) {
                    m++;
                }
                if (m < usd.length && m < debt.maturityMonth()) {
                    usd[m] += debt.openingUsd();
                    // It is repaid once: not again at maturity.
                    if (debt.maturityMonth() < usd.length) {
                        usd[debt.maturityMonth()] -= debt.openingUsd() * debt.redemption();
                    }
                }
            }
        }
        return usd;
    }
}
