package org.deflator.data.store;

import java.util.Optional;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.CovenantLine;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.FirstBreach;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A summary as JSON, {@code summary.json} and the output of {@code run --json}. Holds results only: no times,
 * thread counts or folders, so two runs of the same inputs give the same bytes. What is not defined is null.
 */
public final class SummaryJson {
    private SummaryJson() {}

    /** The summary as text that ends with a line feed. */
    public static String write(RunSummary summary) {
        ObjectNode root = Json.object();
        root.put("portfolio", summary.portfolioId());
        root.put("as_of", summary.asOf().toString());
        plan(summary.plan(), root.putObject("plan"));
        totals(summary.portfolio(), root.putObject("totals"));
        ArrayNode borrowers = root.putArray("borrowers");
        summary.borrowers().forEach(borrower -> borrower(borrower, borrowers.addObject()));
        ArrayNode instruments = root.putArray("instruments");
        summary.instruments().forEach(instrument -> instrument(instrument, instruments.addObject()));
        ArrayNode generations = root.putArray("generations");
        summary.generations().forEach(generation -> {
            ObjectNode node = generations.addObject();
            node.put("gpu", generation.gpu());
            fan(generation.rentUsdPerGpuHour(), node.putObject("rent_usd_per_gpu_hour"));
            fan(generation.resaleUsd(), node.putObject("resale_usd"));
        });
        ArrayNode unmodelled = root.putArray("unmodelled");
        summary.unmodelled().forEach(row -> unmodelled(row, unmodelled.addObject()));
        ArrayNode leftOut = root.putArray("left_out");
        summary.leftOut().forEach(growth -> leftOut(growth, leftOut.addObject()));
        return Json.text(root);
    }

    /** The summary that {@link #write} wrote. */
    public static RunSummary read(String text) {
        return SummaryJsonReader.read(Json.parse(text));
    }

    static void plan(RunPlan plan, ObjectNode node) {
        node.put("paths", plan.paths());
        node.put("months", plan.months());
        node.put("seed", plan.seed());
        node.put("sampled_paths", plan.sampledPaths());
    }

    static RunPlan plan(JsonNode node) {
        return new RunPlan(node.required("paths").intValue(), node.required("months").intValue(),
                node.required("seed").longValue(), node.required("sampled_paths").intValue());
    }

    private static void totals(PortfolioTotals totals, ObjectNode node) {
        Json.put(node, "exposure_usd_m", totals.exposureUsdM());
        Json.put(node, "undrawn_usd_m", totals.undrawnUsdM());
        Json.put(node, "expected_loss_usd_m", totals.expectedLossUsdM());
        Json.put(node, "expected_loss_se_usd_m", totals.expectedLossSeUsdM());
        Json.put(node, "var99_usd_m", totals.var99UsdM());
        Json.put(node, "es99_usd_m", totals.es99UsdM());
        Json.put(node, "any_payment_default_5y", totals.anyDefault5y());
        Json.put(node, "loss_percentiles_usd_m", totals.lossQuantilesUsdM());
    }

    private static void borrower(BorrowerSummary borrower, ObjectNode node) {
        node.put("id", borrower.id());
        node.put("name", borrower.name());
        put(node, "parent", borrower.parent());
        fan(borrower.dscr(), node.putObject("dscr"));
        fan(borrower.statedLtv(), node.putObject("stated_ltv"));
        fan(borrower.liquidationLtv(), node.putObject("liquidation_ltv"));
        fan(borrower.liquidity(), node.putObject("liquidity"));
        Json.put(node, "defaults_by_month", borrower.defaultsByMonth());
        Json.put(node, "maturities_usd_m", borrower.maturitiesUsdM());
        Json.put(node, "contracted_usd_m", borrower.contractedUsdM());
        Json.put(node, "revenue_usd_m", borrower.revenueUsdM());
        ArrayNode lines = node.putArray("dscr_lines");
        for (CovenantLine line : borrower.dscrLines()) {
            ObjectNode each = lines.addObject();
            each.put("label", line.label());
            Json.put(each, "threshold", line.threshold());
        }
        borrower.landlord().ifPresentOrElse(landlord -> {
            fan(landlord.interestCover(), node.putObject("interest_cover"));
            fan(landlord.debtYield(), node.putObject("debt_yield"));
        }, () -> node.putNull("interest_cover").putNull("debt_yield"));
    }

    private static void instrument(InstrumentSummary instrument, ObjectNode node) {
        node.put("id", instrument.id());
        node.put("name", instrument.name());
        node.put("borrower", instrument.borrower());
        node.put("type", instrument.type());
        node.put("rank", instrument.rank().name());
        Json.put(node, "exposure_usd_m", instrument.exposureUsdM());
        Json.put(node, "undrawn_usd_m", instrument.undrawnUsdM());
        node.putArray("pd_years").addAll(RunSummary.PD_YEARS.stream().map(node::numberNode).toList());
        ArrayNode definitions = node.putArray("pd");
        for (Pd pd : instrument.pd()) {
            ObjectNode each = definitions.addObject();
            each.put("definition", pd.definition().label());
            Json.put(each, "cumulative", pd.cumulative());
            Json.put(each, "standard_error", pd.standardError());
        }
        Json.put(node, "lgd", instrument.lgd());
        Json.put(node, "expected_loss_usd_m", instrument.expectedLossUsdM());
        Json.put(node, "expected_loss_se_usd_m", instrument.expectedLossSeUsdM());
        Json.put(node, "min_dscr_median", instrument.minDscrMedian());
        Json.put(node, "median_dscr", instrument.medianDscr());
        Json.put(node, "stated_ltv", instrument.statedLtv());
        Json.put(node, "liquidation_ltv", instrument.liquidationLtv());
        Json.put(node, "interest_cover", instrument.interestCover());
        Json.put(node, "debt_yield", instrument.debtYield());
        put(node, "first_breach", instrument.firstBreach().map(FirstBreach::covenant));
        Json.put(node, "first_breach_share",
                instrument.firstBreach().map(FirstBreach::share).orElse(Double.NaN));
        put(node, "dominant_cause", instrument.dominantCause());
    }

    private static void fan(Fan fan, ObjectNode node) {
        Json.put(node, "p05", fan.p05());
        Json.put(node, "p25", fan.p25());
        Json.put(node, "p50", fan.p50());
        Json.put(node, "p75", fan.p75());
        Json.put(node, "p95", fan.p95());
        Json.put(node, "share", fan.share());
    }

    private static void leftOut(LeftOut growth, ObjectNode node) {
        node.put("borrower", growth.borrower());
        node.put("id", growth.id());
        node.put("kind", growth.kind());
        node.put("debt_usd_m", growth.debtUsdM());
        node.put("capex_usd_m", growth.capexUsdM());
    }

    private static void unmodelled(Unmodelled row, ObjectNode node) {
        node.put("borrower", row.borrower());
        node.put("id", row.id());
        node.put("name", row.name());
        Json.put(node, "amount_usd_m", row.amountUsdM());
        node.put("reason", row.reason());
        node.put("source", row.source());
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(key, text), () -> node.putNull(key));
    }
}
