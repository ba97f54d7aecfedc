package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.matrix;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.whole;

import java.time.YearMonth;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.BlackOption;
import org.deflator.engine.path.ContractedRent;
import org.deflator.engine.path.LaunchDates;
import org.deflator.engine.path.OrnsteinUhlenbeck;
import org.deflator.engine.path.QuotedDecline;
import org.deflator.engine.path.RentPath;
import org.deflator.engine.random.Erlang;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.UsageModel;

/** What the engine says to the questions of part 1, by id. */
final class RentOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("RENT-01",
                    in -> RentPath.compoundDecline(number(in, "algo"), number(in, "hw"), number(in, "sw"))),
            entry("RENT-02", in -> RentPath.partOfDecline(number(in, "total"), number(in, "w_hw"))),
            entry("RENT-04", in -> QuotedDecline.impliedByTerms(number(in, "price_1y"),
                    number(in, "avg_price_3y"), whole(in, "years"))),
            entry("RENT-10",
                    in -> RentPath.structuralDrift(number(in, "gD"), number(in, "sN"), number(in, "a"),
                            number(in, "eps"), number(in, "phi"))),
            entry("RENT-17", in -> ContractedRent.takeOrPayUsd(
                    number(in, "n") * number(in, "price") * number(in, "hours"), whole(in, "months"),
                    number(in, "r"), number(in, "lam"))),
            entry("RENT-20",
                    in -> QuotedDecline.between(number(in, "p0"), number(in, "p1"), number(in, "years"))),
            entry("RENT-21", in -> QuotedDecline.trend(matrix(in, "points"))),
            entry("RENT-23", RentOracles::contracted),
            entry("RENT-24", RentOracles::contracted),
            entry("RENT-06",
                    in -> OrnsteinUhlenbeck.mean(number(in, "x0"), 0.0, number(in, "kappa"),
                            number(in, "tau"))),
            entry("RENT-07",
                    in -> OrnsteinUhlenbeck.variance(number(in, "sigma"), number(in, "kappa"),
                            number(in, "tau"))),
            entry("RENT-08", RentOracles::expectedRent),
            entry("RENT-12", RentOracles::powerCost),
            entry("RENT-14", in -> ResaleOracles.card(in, 0.12, 0.0).lifeYears()),
            entry("RENT-16",
                    in -> Erlang.tail(whole(in, "shape"), number(in, "scale_months"), number(in, "months"))),
            entry("RENT-18",
                    in -> BlackOption.expectedExcess(number(in, "F"), number(in, "c"), number(in, "sd"))),
            entry("RENT-25", in -> RentPath.utilisation(
                    usage(number(in, "u_min"), number(in, "u_max"), number(in, "a0"), number(in, "a1"), 1.25,
                            0.08),
                    number(in, "x"))));

    private RentOracles() {}

    private static double contracted(Map<String, Object> in) {
        return new ContractedRent(number(in, "contract_share"), number(in, "expiry_years"),
                number(in, "decline")).factorAt(number(in, "t"));
    }

    private static double expectedRent(Map<String, Object> in) {
        double years = number(in, "t");
        double steps = number(in, "J") * LaunchDates.ramp(years - number(in, "tau"), number(in, "ramp_w"));
        double median = number(in, "R0") * Math.exp(-number(in, "delta") * years - steps);
        return RentPath.expectedUsd(median, 1.0, number(in, "x0"), 0.0, number(in, "kappa"),
                number(in, "sigma"),
                years);
    }

    private static double powerCost(Map<String, Object> in) {
        double kw = number(in, "server_kw") / number(in, "gpus");
        GpuGeneration gpu = new GpuGeneration("H100-SXM", YearMonth.of(2022, 10), kw, 30_000, 1.0, 0.5, 1.0);
        return usage(0.4, 0.98, 1.2, 2.0, number(in, "pue"), number(in, "power_usd_kwh"))
                .powerUsdPerGpuHour(gpu);
    }

    private static UsageModel usage(double min, double max, double a0, double a1, double pue, double power) {
        return new UsageModel(min, max, a0, a1, 0.985, 730, pue, power, 150, 0.11, 0.015);
    }
}
