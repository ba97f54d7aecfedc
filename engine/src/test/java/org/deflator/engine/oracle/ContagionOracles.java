package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.matrix;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.numbers;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.contagion.BitcoinSales;
import org.deflator.engine.contagion.ClearingVector;
import org.deflator.engine.contagion.CommonCollateral;
import org.deflator.engine.contagion.DebtRank;
import org.deflator.engine.contagion.LenderCapital;
import org.deflator.engine.contagion.MeanField;
import org.deflator.engine.contagion.Remarketing;
import org.deflator.engine.contagion.ShapleyValue;
import org.deflator.model.market.ContagionModel;

/** What the engine says to the questions of part 7, by id. */
final class ContagionOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("CONT-01", in -> network(in).greatest()[0]),
            entry("CONT-03", in -> network(in).greatest()[1]),
            entry("CONT-06", in -> mutual(in).greatest()[0]),
            entry("CONT-07", in -> mutual(in).least()[0]),
            entry("CONT-08", ContagionOracles::defaults), entry("CONT-09", ContagionOracles::price),
            entry("CONT-10", ContagionOracles::defaults),
            entry("CONT-12",
                    in -> new MeanField(number(in, "kappa"), number(in, "b"), 0.0).reproductionNumber()),
            entry("CONT-13", ContagionOracles::share), entry("CONT-15", ContagionOracles::share),
            entry("CONT-17", in -> DebtRank.of(matrix(in, "W"), numbers(in, "v"), numbers(in, "h0"))),
            entry("CONT-18", ContagionOracles::shareOfA),
            entry("CONT-20", in -> LenderCapital.advanceRate(lending(in), number(in, "k"))),
            entry("CONT-21",
                    in -> BitcoinSales.impact(number(in, "coef"), number(in, "daily_vol"),
                            number(in, "sales"), number(in, "adv"))),
            entry("CONT-22", in -> Remarketing.scarcityShift(number(in, "spot_share_new"),
                    number(in, "eps"))));

    private ContagionOracles() {}

    private static ContagionModel.Lending lending(Map<String, Object> in) {
        return new ContagionModel.Lending(1, number(in, "k_star"), number(in, "k_star"), 1, number(in, "a0"),
                number(in, "gamma"), number(in, "a_min"), 1, 1);
    }

    private static ClearingVector network(Map<String, Object> in) {
        return new ClearingVector(matrix(in, "L"), numbers(in, "e"), number(in, "alpha"), number(in, "beta"));
    }

    private static ClearingVector mutual(Map<String, Object> in) {
        double owed = number(in, "pbar");
        return new ClearingVector(new double[][]{{0, owed}, {owed, 0}},
                new double[]{number(in, "e"), number(in, "e")}, number(in, "alpha"), number(in, "beta"));
    }

    private static double shareOfA(Map<String, Object> in) {
        List<String> worths = List.of("v0", "vA", "vB", "vAB");
        return ShapleyValue.of(2, set -> number(in, worths.get(set)))[0];
    }

    private static CommonCollateral market(Map<String, Object> in) {
        return new CommonCollateral(numbers(in, "units"), numbers(in, "loan"), number(in, "ltv_trigger"),
                number(in, "p0"), number(in, "depth"));
    }

    private static boolean[] fixedPoint(Map<String, Object> in) {
        boolean[] exogenous = new boolean[numbers(in, "units").length];
        for (double index : numbers(in, "exogenous")) {
            exogenous[(int) index] = true;
        }
        return market(in).leastBad(exogenous);
    }

    private static double defaults(Map<String, Object> in) {
        int count = 0;
        for (boolean isDefault : fixedPoint(in)) {
            count += isDefault ? 1 : 0;
        }
        return count;
    }

    private static double price(Map<String, Object> in) {
        return market(in).priceUsd(fixedPoint(in));
    }

    private static double share(Map<String, Object> in) {
        return new MeanField(number(in, "kappa"), number(in, "b"), number(in, "shock")).leastDefaultShare();
    }
}
