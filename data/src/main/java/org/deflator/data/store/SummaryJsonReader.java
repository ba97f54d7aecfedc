package org.deflator.data.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.CovenantLine;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.FirstBreach;
import org.deflator.engine.run.RunSummary.GenerationSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.LandlordSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;
import org.deflator.model.portfolio.Rank;
import tools.jackson.databind.JsonNode;

/** The way back of {@link SummaryJson}. */
final class SummaryJsonReader {
    private SummaryJsonReader() {}

    static RunSummary read(JsonNode root) {
        return new RunSummary(Json.string(root, "portfolio"), LocalDate.parse(Json.string(root, "as_of")),
                SummaryJson.plan(root.required("plan")), totals(root.required("totals")),
                each(root, "borrowers", SummaryJsonReader::borrower),
                each(root, "instruments", SummaryJsonReader::instrument),
                each(root, "generations", SummaryJsonReader::generation),
                each(root, "unmodelled", SummaryJsonReader::unmodelled),
                each(root, "left_out",
                        node -> new LeftOut(Json.string(node, "borrower"), Json.string(node, "id"),
                                Json.string(node, "kind"), Json.number(node, "debt_usd_m"),
                                Json.number(node, "capex_usd_m"))));
    }

    private static PortfolioTotals totals(JsonNode node) {
        return new PortfolioTotals(Json.number(node, "exposure_usd_m"), Json.number(node, "undrawn_usd_m"),
                Json.number(node, "expected_loss_usd_m"), Json.number(node, "expected_loss_se_usd_m"),
                Json.number(node, "var99_usd_m"), Json.number(node, "es99_usd_m"),
                Json.number(node, "any_payment_default_5y"), Json.numbers(node, "loss_percentiles_usd_m"));
    }

    private static BorrowerSummary borrower(JsonNode node) {
        return new BorrowerSummary(Json.string(node, "id"), Json.string(node, "name"), text(node, "parent"),
                fan(node, "dscr"), fan(node, "stated_ltv"), fan(node, "liquidation_ltv"),
                fan(node, "liquidity"),
                Json.numbers(node, "defaults_by_month"), Json.numbers(node, "maturities_usd_m"),
                Json.numbers(node, "contracted_usd_m"), Json.numbers(node, "revenue_usd_m"),
                each(node, "dscr_lines",
                        line -> new CovenantLine(Json.string(line, "label"),
                                Json.number(line, "threshold"))),
                node.required("interest_cover").isNull() ? Optional.empty()
                        : Optional.of(new LandlordSummary(fan(node, "interest_cover"),
                                fan(node, "debt_yield"))));
    }

    private static InstrumentSummary instrument(JsonNode node) {
        return new InstrumentSummary(Json.string(node, "id"), Json.string(node, "name"),
                Json.string(node, "borrower"), Json.string(node, "type"),
                Rank.valueOf(Json.string(node, "rank")),
                Json.number(node, "exposure_usd_m"), Json.number(node, "undrawn_usd_m"),
                each(node, "pd", SummaryJsonReader::pd), Json.optionalNumber(node, "lgd"),
                Json.number(node, "expected_loss_usd_m"), Json.number(node, "expected_loss_se_usd_m"),
                Json.optionalNumber(node, "min_dscr_median"), Json.optionalNumber(node, "median_dscr"),
                Json.optionalNumber(node, "stated_ltv"), Json.optionalNumber(node, "liquidation_ltv"),
                Json.optionalNumber(node, "interest_cover"), Json.optionalNumber(node, "debt_yield"),
                text(node, "first_breach")
                        .map(covenant -> new FirstBreach(covenant, Json.number(node, "first_breach_share"))),
                text(node, "dominant_cause"));
    }

    private static Pd pd(JsonNode node) {
        String label = Json.string(node, "definition");
        DefaultDefinition definition = Arrays.stream(DefaultDefinition.values())
                .filter(each -> each.label().equals(label)).findFirst().orElseThrow();
        return new Pd(definition, Json.numbers(node, "cumulative"), Json.numbers(node, "standard_error"));
    }

    private static GenerationSummary generation(JsonNode node) {
        return new GenerationSummary(Json.string(node, "gpu"), fan(node, "rent_usd_per_gpu_hour"),
                fan(node, "resale_usd"));
    }

    private static Unmodelled unmodelled(JsonNode node) {
        return new Unmodelled(Json.string(node, "borrower"), Json.string(node, "id"),
                Json.string(node, "name"),
                Json.number(node, "amount_usd_m"), Json.string(node, "reason"), Json.string(node, "source"));
    }

    private static Fan fan(JsonNode parent, String key) {
        JsonNode node = parent.required(key);
        return new Fan(Json.numbers(node, "p05"), Json.numbers(node, "p25"), Json.numbers(node, "p50"),
                Json.numbers(node, "p75"), Json.numbers(node, "p95"), Json.numbers(node, "share"));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.required(key).stringValueOpt();
    }

    private static <T> List<T> each(JsonNode node, String key, Function<JsonNode, T> read) {
        return node.required(key).values().stream().map(read).toList();
    }
}
