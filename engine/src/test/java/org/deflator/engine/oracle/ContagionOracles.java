package org.deflator.engine.oracle;

import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.numbers;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.contagion.CommonCollateral;
import org.deflator.engine.contagion.MeanField;

/** What the engine says to the questions of part 7 on collateral prices, by id. */
final class ContagionOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.of(
            "CONT-08", ContagionOracles::defaults, "CONT-09", ContagionOracles::price,
            "CONT-10", ContagionOracles::defaults,
            "CONT-12", in -> new MeanField(number(in, "kappa"), number(in, "b"), 0.0).reproductionNumber(),
            "CONT-13", ContagionOracles::share, "CONT-15", ContagionOracles::share);

    private ContagionOracles() {}

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
