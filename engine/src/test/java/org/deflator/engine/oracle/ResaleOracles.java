package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.ResaleStrip;
import org.deflator.engine.path.ResaleValue;
import org.deflator.model.market.ResaleModel;

/** What the engine says to the questions of part 2, by id. */
final class ResaleOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("RESALE-01", in -> card(in).usd()),
            entry("RESALE-05", in -> card(in).growthPerYear()),
            entry("RESALE-06", in -> card(in, 0.5, number(in, "r"), number(in, "hours"), number(in, "scrap"))
                    .impliedDecline(number(in, "price"))),
            entry("RESALE-08", ResaleOracles::strip),
            entry("RESALE-11", in -> card(in).depreciationGapUsd(number(in, "cost"), number(in, "life"),
                    number(in, "t"))),
            entry("RESALE-12", in -> card(in, number(in, "r"), 0.0).durationYears()),
            entry("RESALE-13", in -> card(in).economicLtv(loanBalance(in), number(in, "k") / 12.0)),
            entry("RESALE-15", in -> card(in).after(number(in, "age_years"))
                    .usdFloored(number(in, "floor_share") * number(in, "cost"))));

    private ResaleOracles() {}

    private static ResaleValue card(Map<String, Object> in) {
        return card(in, number(in, "annual_decline"), number(in, "r"), number(in, "hours"),
                number(in, "scrap"));
    }

    static ResaleValue card(Map<String, Object> in, double discountRate, double scrapUsd) {
        return card(in, number(in, "annual_decline"), discountRate, 8760, scrapUsd);
    }

    private static ResaleValue card(Map<String, Object> in, double decline, double discountRate,
            double hoursPerYear,
            double scrapUsd) {
        return new ResaleValue(number(in, "R0"), number(in, "util"), number(in, "cash"), decline,
                discountRate,
                hoursPerYear, scrapUsd);
    }

    private static double strip(Map<String, Object> in) {
        ResaleModel model =
                new ResaleModel(number(in, "r"), whole(in, "months"), number(in, "util"), 0, 0.1, 12);
        ResaleStrip strip = new ResaleStrip(model, number(in, "hours_month"), number(in, "cash"), 1.0,
                number(in, "kappa"), 0.0, number(in, "sigma"));
        double[] drops = new double[model.months()];
        for (int m = 0; m < drops.length; m++) {
            drops[m] = number(in, "delta_log") * (m + 1) / 12.0;
        }
        return strip.usd(Math.log(number(in, "R0")), number(in, "x0"), drops);
    }

    /** The input of the question: what a level loan still owes after k of n payments. */
    private static double loanBalance(Map<String, Object> in) {
        double rate = number(in, "rate_month");
        double payment = number(in, "loan") * rate / (1 - Math.pow(1 + rate, -number(in, "n")));
        double balance = number(in, "loan");
        for (int k = 0; k < whole(in, "k"); k++) {
            balance += balance * rate - payment;
        }
        return balance;
    }
}
