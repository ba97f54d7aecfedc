package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.matrix;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.numbers;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.random.Correlator;
import org.deflator.engine.random.RegimeChain;
import org.deflator.engine.random.StudentT;

/** What the engine says to the questions of part 4, by id. */
final class CorrelationOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("CORR-01", in -> StudentT.tailDependence(number(in, "nu"), number(in, "rho"))),
            entry("CORR-04", in -> StudentT.tailDependence(number(in, "nu"), number(in, "rho"))),
            entry("CORR-06", in -> Correlator.fromKendallTau(number(in, "tau"))),
            entry("CORR-08",
                    in -> Correlator.lowerBound(number(in, "rho"), whole(in, "n"), number(in, "conf"))),
            entry("CORR-09", in -> RegimeChain.stationaryTight(number(in, "p01"), number(in, "p10"))),
            entry("CORR-10", in -> RegimeChain.meanMonths(number(in, "p10"))),
            entry("CORR-11",
                    in -> Correlator.ofMixture(numbers(in, "pi"), numbers(in, "rho"), numbers(in, "s1"),
                            numbers(in, "s2"))),
            entry("CORR-12",
                    in -> StudentT.jointLowerTail(number(in, "q"), number(in, "rho"), number(in, "nu"))),
            entry("CORR-15", in -> StudentT.jointLowerTailGaussian(number(in, "q"), number(in, "rho"))),
            entry("CORR-16", in -> Correlator.smallestEigenvalue(matrix(in, "matrix"))),
            entry("CORR-17",
                    in -> Correlator.cholesky(matrix(in, "matrix"))[whole(in, "row")][whole(in, "col")]));

    private CorrelationOracles() {}
}
