package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.covenant.FirstBreach;

/** What the engine says to the questions of part 11, by id. */
final class NumericsOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("NUM-10", in -> spotBorrower(in).probabilityAt(number(in, "t"), 1.0)),
            entry("NUM-12", in -> spotBorrower(in).probabilityWithin(whole(in, "months"), 1.0)));

    private NumericsOracles() {}

    private static FirstBreach spotBorrower(Map<String, Object> in) {
        return new FirstBreach(number(in, "dscr0"), number(in, "opex_share"), number(in, "delta_log"),
                number(in, "kappa"), number(in, "sigma"));
    }
}
