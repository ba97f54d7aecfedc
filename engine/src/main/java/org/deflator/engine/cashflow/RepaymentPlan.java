package org.deflator.engine.cashflow;

import java.util.function.IntToDoubleFunction;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Amortisation;

/** Turns an agreed amortisation into principal by month (MODEL 5.4(3)). */
final class RepaymentPlan {
    private final Timeline timeline;
    private final boolean[] pays;
    private final double ratePerPeriod;
    private final int first;
    private final int maturity;

    /**
     * @param pays months in which the debt pays
     * @param ratePerPeriod interest per payment period
     * @param first month of the first repayment
     * @param maturity month of the last; may lie beyond the timeline
     */
    RepaymentPlan(Timeline timeline, boolean[] pays, double ratePerPeriod, int first, int maturity) {
        this.timeline = timeline;
        this.pays = pays;
        this.ratePerPeriod = ratePerPeriod;
        this.first = Math.max(0, first);
        this.maturity = maturity;
    }

    /**
     * Principal by month, without what is left at maturity.
     *
     * @param openingUsd balance on the as-of date
     * @param drawUsd draws by month
     * @param paymentsPerYear payments a year
     * @param cfadsUsd base-case cash flow by month, for sculpted loans
     */
    double[] principal(Amortisation amortisation, double openingUsd, double[] drawUsd, int paymentsPerYear,
            IntToDoubleFunction cfadsUsd) {
        double[] principal = new double[timeline.months()];
        double balance = openingUsd;
        double drawn = openingUsd;
        double cfads = 0;
        for (int m = 0; m < timeline.months() && m <= maturity; m++) {
            balance += drawUsd[m];
            drawn += drawUsd[m];
            cfads += cfadsUsd.applyAsDouble(m);
            if (pays[m]) {
                if (m >= first) {
                    int left = paymentsLeft(m, paymentsPerYear);
                    double due = due(amortisation, balance, drawn, left, cfads, m);
                    principal[m] = Math.min(Math.max(0, due), balance);
                }
                cfads = 0;
            }
            balance -= principal[m];
        }
        return principal;
    }

    private int paymentsLeft(int m, int paymentsPerYear) {
        return Math.max(1, (maturity - m) / (12 / paymentsPerYear) + 1);
    }

    private double due(Amortisation amortisation, double balance, double drawn, int left, double cfads,
            int m) {
        return switch (amortisation) {
            case Amortisation.Level level -> {
                double amortising = balance - level.balloonPct() / 100 * drawn;
                yield Annuity.levelPayment(amortising, ratePerPeriod, left) - amortising * ratePerPeriod;
            }
            case Amortisation.Linear linear -> (balance - linear.balloonPct() / 100 * drawn) / left;
            case Amortisation.Sculpted sculpted -> cfads / sculpted.targetDscr() - balance * ratePerPeriod;
            case Amortisation.Bullet _ -> 0;
            case Amortisation.Custom custom -> custom.steps().stream()
                    .filter(s -> timeline.indexOf(s.date()) == m)
                    .mapToDouble(s -> s.principalPct() / 100 * drawn).sum();
        };
    }
}
