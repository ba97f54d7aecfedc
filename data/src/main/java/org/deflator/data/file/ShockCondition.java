package org.deflator.data.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deflator.model.base.Problem;
import org.deflator.model.market.MarketShock.Gauge;
import org.deflator.model.market.MarketShock.Start;

/** Reads conditions such as {@code credit_spread_bp > 800 for 2 months}. */
final class ShockCondition {
    static final String EXAMPLE = "a condition such as credit_spread_bp > 800 for 2 months";
    private static final Pattern WORDS = Pattern.compile(
            "\\s*([a-z_]+)(?:\\.([A-Za-z0-9][A-Za-z0-9_+-]*))?\\s*([<>])\\s*([+-]?\\d+(?:\\.\\d+)?)"
                    + "(?:\\s+for\\s+(\\d{1,3})\\s+months?)?\\s*");
    private static final String RENT = "rent_usd_per_gpu_hour";
    private static final Map<String, Function<String, Gauge>> GAUGES = gauges();
    private static final int MAX_MONTHS = 600;

    private ShockCondition() {}

    private static Map<String, Function<String, Gauge>> gauges() {
        Map<String, Function<String, Gauge>> gauges = new LinkedHashMap<>();
        gauges.put("credit_spread_bp", _ -> new Gauge.CreditSpreadBp());
        gauges.put("bitcoin_usd", _ -> new Gauge.BitcoinUsd());
        gauges.put("hashprice_usd_per_ph_day", _ -> new Gauge.HashpriceUsdPerPhDay());
        gauges.put("scarcity", _ -> new Gauge.Scarcity());
        gauges.put("funding", _ -> new Gauge.Funding());
        gauges.put(RENT, Gauge.RentUsdPerGpuHour::new);
        return gauges;
    }

    /** The condition, or a problem. */
    static Optional<Start.When> read(String text, Place at, List<Problem> problems) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            problems.add(at.problem("'" + text + "'", EXAMPLE,
                    "write GAUGE > NUMBER or GAUGE < NUMBER, and for N months if it must hold longer"));
            return Optional.empty();
        }
        String gauge = words.group(1);
        Optional<String> gpu = Optional.ofNullable(words.group(2));
        if (!GAUGES.containsKey(gauge)) {
            List<String> known = new ArrayList<>(GAUGES.keySet());
            problems.add(at.problem("the gauge '" + gauge + "'", "one of " + String.join(", ", known),
                    Spelling.remedy(gauge, known, "watch one of these")));
            return Optional.empty();
        }
        if (gauge.equals(RENT) != gpu.isPresent()) {
            problems.add(at.problem("'" + text + "'", EXAMPLE, gpu.isPresent()
                    ? "leave out ." + gpu.get()
                    : "name the generation, as in " + RENT + ".H100-SXM"));
            return Optional.empty();
        }
        int months = words.group(5) == null ? 1 : Integer.parseInt(words.group(5));
        if (months < 1 || months > MAX_MONTHS) {
            problems.add(at.problem("'for " + months + " months'", "1 to " + MAX_MONTHS + " months",
                    "correct the number"));
            return Optional.empty();
        }
        return Optional.of(new Start.When(GAUGES.get(gauge).apply(gpu.orElse("")),
                words.group(3).equals(">"), Double.parseDouble(words.group(4)), months));
    }
}
