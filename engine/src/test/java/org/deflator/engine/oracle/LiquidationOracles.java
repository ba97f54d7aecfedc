package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.matrix;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.contagion.ImpactMarket;
import org.deflator.engine.distress.AlmgrenChriss;
import org.deflator.engine.distress.Liquidation;
import org.deflator.engine.distress.PriceImpact;
import org.deflator.engine.distress.RecoveryPriors;
import org.deflator.engine.distress.SalePlan;
import org.deflator.engine.distress.SaleTerms;
import org.deflator.engine.distress.SiteCapacity;
import org.deflator.engine.distress.TimeToSell;
import org.deflator.model.market.Depth;

/** What the engine says to the questions of part 6, by id. */
final class LiquidationOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("LIQ-01", LiquidationOracles::singleBlock),
            entry("LIQ-02", LiquidationOracles::singleBlock),
            entry("LIQ-04", in -> plan(in).recoveryOverMark()),
            entry("LIQ-05", in -> plan(in).recoveryOverMark()),
            entry("LIQ-06", in -> plan(in).recoveryOverMark()),
            entry("LIQ-07", in -> best(in).months()),
            entry("LIQ-08", in -> best(in).recoveryOverMark()),
            entry("LIQ-09", in -> best(in).months()),
            entry("LIQ-10", in -> sites(in, number(in, "compatible_share")).absorbableCards()),
            entry("LIQ-11", in -> sites(in, 1.0).shareOfVacancy(number(in, "n"))),
            entry("LIQ-12", in -> best(in).lossGivenDefault(number(in, "loan") * 1e6)),
            entry("LIQ-13", in -> best(in).liquidationLtv(number(in, "loan") * 1e6)),
            entry("LIQ-14", in -> new AlmgrenChriss(number(in, "X"), number(in, "T"), number(in, "kappa"))
                    .holdings(number(in, "t"))),
            entry("LIQ-16", in -> RecoveryPriors.fryeJacobsLgd(number(in, "default_rate"), number(in, "pd"),
                    number(in, "el"), number(in, "rho"))),
            entry("LIQ-18", in -> RecoveryPriors.equipmentRecovery(number(in, "base"), number(in, "d_growth"),
                    number(in, "d_leverage"))),
            entry("LIQ-19", in -> new TimeToSell(number(in, "lot_over_depth"), number(in, "resil_month"),
                    number(in, "days_per_month")).factor(number(in, "days"), number(in, "ref_days"))),
            entry("LIQ-21", LiquidationOracles::firstOfSeveralEstates));

    private LiquidationOracles() {}

    private static double singleBlock(Map<String, Object> in) {
        return PriceImpact.averageFactor(0.0, number(in, "n") / number(in, "depth_units"),
                number(in, "floor"));
    }

    private static SaleTerms terms(Map<String, Object> in) {
        return new SaleTerms(number(in, "n"), number(in, "P0"), number(in, "delta_log"),
                new Depth.State(number(in, "depth_units"), number(in, "resil_month"), number(in, "floor")),
                0.0,
                whole(in, "lag"), number(in, "carry"), number(in, "deinstall"), number(in, "yield_loss"), 0.0,
                number(in, "fund"));
    }

    private static SalePlan plan(Map<String, Object> in) {
        return Liquidation.plan(terms(in), whole(in, "months"));
    }

    private static SalePlan best(Map<String, Object> in) {
        return Liquidation.best(terms(in), whole(in, "months_max"));
    }

    private static SiteCapacity sites(Map<String, Object> in, double compatibleShare) {
        return new SiteCapacity(number(in, "primary_mw"), number(in, "vacancy"), compatibleShare,
                number(in, "kw_per_gpu"));
    }

    /**
     * Lots of [units, months, first month] sold in equal parts into one market; the first one's average
     * factor.
     */
    private static double firstOfSeveralEstates(Map<String, Object> in) {
        Depth.State state = new Depth.State(number(in, "depth_units"), number(in, "resil_month"), 0.0);
        ImpactMarket market =
                new ImpactMarket(new double[]{1.0}, 1, new Depth(state, state, state, 0.0, 12.0), 6);
        double[][] lots = matrix(in, "lots");
        market.start(1);
        double factorSum = 0.0;
        for (int month = 0; month < whole(in, "months"); month++) {
            market.openMonth(new double[1], new double[1]);
            for (double[] lot : lots) {
                double part = month >= lot[2] && month < lot[2] + lot[1] ? lot[0] / lot[1] : 0.0;
                market.announce(0, 0, month == lot[2] ? lot[0] : 0.0);
                market.order(0, 0, part);
            }
            market.clear();
            factorSum += month >= lots[0][2] && month < lots[0][2] + lots[0][1]
                    ? market.averageFactor(0)[0]
                    : 0.0;
            market.closeMonth();
        }
        return factorSum / lots[0][1];
    }
}
