package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.risk.CreditRiskPlus;
import org.deflator.engine.risk.FirmValue;
import org.deflator.engine.risk.SingleFactor;

/** What the engine says to the questions of part 9, by id. */
final class PortfolioOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("PORT-01", in -> pool(in).quantile(number(in, "alpha"))),
            entry("PORT-03", in -> pool(in).expectedShortfall(number(in, "alpha"))),
            entry("PORT-05", in -> pool(in).atLeast(whole(in, "k") + 1, whole(in, "N"))),
            entry("PORT-07", in -> firm(in).below(number(in, "F"), number(in, "T"))),
            entry("PORT-09", in -> firm(in).touches(number(in, "B"), number(in, "T"))),
            entry("PORT-10", in -> firm(in).touches(number(in, "B"), number(in, "T"))),
            entry("PORT-12", in -> new CreditRiskPlus(number(in, "mean"), number(in, "var"))
                    .moreThan(whole(in, "k"))),
            entry("PORT-13",
                    in -> SingleFactor.ofHazard(number(in, "lam"), number(in, "T"), number(in, "rho"))
                            .atLeast(whole(in, "k"), whole(in, "N"))));

    private PortfolioOracles() {}

    private static SingleFactor pool(Map<String, Object> in) {
        return new SingleFactor(number(in, "pd"), number(in, "rho"));
    }

    private static FirmValue firm(Map<String, Object> in) {
        return new FirmValue(number(in, "V"), number(in, "mu"), number(in, "sigma"));
    }
}
