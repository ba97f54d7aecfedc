package org.deflator.cli;

import java.util.List;
import java.util.Locale;
import org.deflator.data.store.Json;
import org.deflator.engine.study.BorrowingBaseCertificate;
import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.Breakeven.Outcome;
import org.deflator.engine.study.ContractLadder;
import org.deflator.engine.study.Coverage;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.GroupTree;
import org.deflator.engine.study.LiquidityRunway;
import org.deflator.engine.study.LoanToValue;
import org.deflator.engine.study.RatingCase;
import org.deflator.engine.study.SourcesAndUses;
import org.deflator.model.portfolio.Guarantee;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Credit reviews as JSON: amounts in USD, shares and ratios as fractions, null where there is none. */
final class CreditJson {
    private CreditJson() {}

    static String of(CreditReview review) {
        return Json.text(node(review, Json.object()));
    }

    static String of(List<CreditReview> reviews) {
        ObjectNode root = Json.object();
        ArrayNode borrowers = root.putArray("borrowers");
        reviews.forEach(review -> node(review, borrowers.addObject()));
        return Json.text(root);
    }

    private static ObjectNode node(CreditReview r, ObjectNode root) {
        root.put("borrower", r.borrower());
        root.put("name", r.name());
        root.put("as_of", r.asOf().toString());
        ObjectNode fall = root.putObject("base_case_default");
        r.fall().ifPresent(f -> {
            fall.put("month", f.month() + 1);
            fall.put("cause", f.cause().label());
        });
        sources(r.sourcesAndUses(), root.putObject("sources_and_uses"));
        r.groupSourcesAndUses().ifPresent(s -> sources(s, root.putObject("group_sources_and_uses")));
        tree(r.tree(), root.putArray("group"));
        ladder(r.ladder(), root.putObject("contract_ladder"));
        r.groupLadder().ifPresent(l -> ladder(l, root.putObject("group_contract_ladder")));
        coverage(r.coverage(), root.putObject("coverage"));
        ArrayNode values = root.putArray("loan_to_value");
        r.loanToValue().forEach(l -> loanToValue(l, values.addObject()));
        liquidity(r.liquidity(), root.putObject("liquidity"));
        rating(r.ratingCase(), root.putObject("rating_case"));
        ObjectNode capacity = root.putObject("debt_capacity");
        Json.put(capacity, "target_dscr", r.capacity().targetDscr());
        Json.put(capacity, "rate_per_year", r.capacity().ratePerYear());
        capacity.put("months", r.capacity().months());
        Json.put(capacity, "contracted_usd", r.capacity().contractedUsd());
        Json.put(capacity, "total_usd", r.capacity().totalUsd());
        Json.put(capacity, "actual_usd", r.capacity().actualUsd());
        ArrayNode certificates = root.putArray("borrowing_base");
        r.certificates().forEach(c -> certificate(c, certificates.addObject()));
        ObjectNode rents = root.putObject("cards");
        Json.put(rents, "cards", r.rents().cards());
        Json.put(rents, "average_usd_per_gpu_hour", r.rents().averageUsdPerGpuHour());
        Json.put(rents, "market_usd_per_gpu_hour", r.rents().marketUsdPerGpuHour());
        Json.put(rents, "power_usd_per_kwh", r.rents().powerUsdPerKwh());
        ObjectNode capacityRents = root.putObject("data_centres");
        Json.put(capacityRents, "critical_it_kw", r.capacityRents().criticalItKw());
        Json.put(capacityRents, "average_usd_per_kw_month", r.capacityRents().averageUsdPerKwMonth());
        ArrayNode breakevens = root.putArray("breakevens");
        r.breakevens().forEach(b -> breakeven(b, breakevens.addObject()));
        return root;
    }

    private static void sources(SourcesAndUses s, ObjectNode node) {
        lines(s.sources(), node.putArray("sources"));
        lines(s.uses(), node.putArray("uses"));
        Json.put(node, "total_usd", s.totalUsd());
        Json.put(node, "equity_usd", s.equityUsd());
    }

    private static void lines(List<SourcesAndUses.Line> lines, ArrayNode array) {
        for (SourcesAndUses.Line line : lines) {
            ObjectNode node = array.addObject();
            node.put("kind", key(line.kind()));
            node.put("label", line.label());
            Json.put(node, "usd", line.usd());
        }
    }

    private static void tree(GroupTree tree, ArrayNode array) {
        for (GroupTree.Entity e : tree.entities()) {
            ObjectNode node = array.addObject();
            node.put("borrower", e.id());
            node.put("name", e.name());
            node.put("depth", e.depth());
            node.put("parent", e.parent().orElse(""));
            ArrayNode guarantees = node.putArray("guarantees");
            for (Guarantee guarantee : e.guarantees()) {
                guarantees.addObject().put("guarantor", guarantee.guarantor()).put("kind",
                        key(guarantee.kind()));
            }
            Json.put(node, "own_debt_usd", e.ownDebtUsd());
            Json.put(node, "below_debt_usd", e.belowDebtUsd());
            Json.put(node, "guaranteed_usd", e.guaranteedUsd());
            ArrayNode debts = node.putArray("debts");
            for (GroupTree.Obligation d : e.debts()) {
                ObjectNode debt = debts.addObject();
                debt.put("instrument", d.instrument());
                debt.put("name", d.name());
                debt.put("rank", key(d.rank()));
                debt.put("secured", d.secured());
                debt.put("recourse", key(d.recourse()));
                Json.put(debt, "outstanding_usd", d.outstandingUsd());
                Json.put(debt, "undrawn_usd", d.undrawnUsd());
                Json.put(debt, "ahead_by_rank_usd", d.aheadByRankUsd());
                Json.put(debt, "ahead_by_structure_usd", d.aheadByStructureUsd());
                Json.put(debt, "beside_usd", d.besideUsd());
            }
        }
    }

    private static void ladder(ContractLadder l, ObjectNode node) {
        Json.put(node, "outstanding_usd", l.outstandingUsd());
        Json.put(node, "to_be_drawn_usd", l.toBeDrawnUsd());
        node.put("last_contract", l.lastContract().map(Object::toString).orElse(""));
        Json.put(node, "uncontracted_balloon_usd", l.uncontractedBalloonUsd());
        ArrayNode years = node.putArray("years");
        for (ContractLadder.Year y : l.years()) {
            ObjectNode year = years.addObject();
            year.put("year", y.year());
            Json.put(year, "drawn_usd", y.drawnUsd());
            Json.put(year, "repaid_usd", y.repaidUsd());
            Json.put(year, "debt_usd", y.debtUsd());
            Json.put(year, "contracted_usd", y.contractedUsd());
            Json.put(year, "contracted_left_usd", y.contractedLeftUsd());
        }
    }

    private static void coverage(Coverage c, ObjectNode node) {
        Json.put(node, "debt_usd", c.debtUsd());
        Json.put(node, "rate_per_year", c.ratePerYear());
        node.put("loan_life_months", c.loanLifeMonths());
        node.put("project_life_months", c.projectLifeMonths());
        node.put("tail_months", c.tailMonths());
        Json.put(node, "next_year_dscr", c.nextYearDscr());
        Json.put(node, "average_dscr", c.averageDscr());
        Json.put(node, "minimum_dscr", c.minimumDscr());
        Json.put(node, "llcr", c.llcr());
        Json.put(node, "plcr", c.plcr());
        Json.put(node, "debt_yield_per_year", c.debtYield());
        Json.put(node, "noi_debt_yield_per_year", c.noiDebtYield());
        Json.put(node, "icr", c.icr());
        ArrayNode years = node.putArray("years");
        for (Coverage.Year y : c.years()) {
            ObjectNode year = years.addObject();
            year.put("end", y.end().toString());
            Json.put(year, "cfads_usd", y.cfadsUsd());
            Json.put(year, "service_usd", y.serviceUsd());
            Json.put(year, "dscr", y.dscr());
        }
        ArrayNode covenants = node.putArray("covenants");
        for (Coverage.Headroom h : c.covenants()) {
            ObjectNode covenant = covenants.addObject();
            covenant.put("instrument", h.instrument());
            covenant.put("covenant", h.covenant());
            Json.put(covenant, "threshold", h.threshold());
            Json.put(covenant, "worst_ratio", h.ratio());
            Json.put(covenant, "worst_headroom", h.headroom());
            covenant.put("worst_month", h.month().map(Object::toString).orElse(""));
            Json.put(covenant, "rent_headroom_usd_per_gpu_hour", h.rentUsdPerGpuHour());
            Json.put(covenant, "lease_rent_headroom_usd_per_kw_month", h.leaseRentUsdPerKwMonth());
        }
    }

    private static void loanToValue(LoanToValue l, ObjectNode node) {
        node.put("instrument", l.instrument());
        node.put("month", l.month().toString());
        Json.put(node, "debt_usd", l.debtUsd());
        Json.put(node, "cost_usd", l.costUsd());
        Json.put(node, "book_usd", l.bookUsd());
        Json.put(node, "market_usd", l.marketUsd());
        Json.put(node, "executable_usd", l.executableUsd());
        Json.put(node, "ltv_on_cost", l.onCost());
        Json.put(node, "ltv_on_book", l.onBook());
        Json.put(node, "ltv_on_market", l.onMarket());
        Json.put(node, "ltv_on_executable", l.onExecutable());
    }

    private static void liquidity(LiquidityRunway l, ObjectNode node) {
        Json.put(node, "cash_usd", l.cashUsd());
        Json.put(node, "restricted_usd", l.restrictedUsd());
        Json.put(node, "revolver_usd", l.revolverUsd());
        Json.put(node, "delayed_draw_usd", l.delayedDrawUsd());
        Json.put(node, "lowest_usd", l.lowestUsd());
        node.put("lowest_month", l.lowestMonth().toString());
        Json.put(node, "runway_months",
                l.runwayMonths().isPresent() ? l.runwayMonths().getAsInt() : Double.NaN);
        ArrayNode months = node.putArray("months");
        for (LiquidityRunway.Month m : l.months()) {
            ObjectNode month = months.addObject();
            month.put("month", m.month().toString());
            Json.put(month, "cfads_usd", m.cfadsUsd());
            Json.put(month, "service_usd", m.serviceUsd());
            Json.put(month, "maturing_usd", m.maturingUsd());
            Json.put(month, "capex_usd", m.capexUsd());
            Json.put(month, "drawn_usd", m.drawnUsd());
            Json.put(month, "liquidity_usd", m.liquidityUsd());
        }
    }

    private static void rating(RatingCase r, ObjectNode node) {
        Json.put(node, "utilisation", r.utilisation());
        Json.put(node, "pue", r.pue());
        Json.put(node, "release_haircut", r.releaseHaircut());
        cover(r.base(), node.putObject("base"));
        cover(r.rating(), node.putObject("rating"));
        cover(r.haircut(), node.putObject("with_haircut"));
    }

    private static void cover(RatingCase.Cover cover, ObjectNode node) {
        Json.put(node, "minimum_dscr", cover.minimumDscr());
        Json.put(node, "average_dscr", cover.averageDscr());
    }

    private static void certificate(BorrowingBaseCertificate c, ObjectNode node) {
        node.put("instrument", c.instrument());
        node.put("month", c.month().toString());
        node.put("basis", key(c.basis()));
        ArrayNode lines = node.putArray("lines");
        for (BorrowingBaseCertificate.Line line : c.lines()) {
            ObjectNode row = lines.addObject();
            row.put("asset", line.asset());
            Json.put(row, "gross_usd", line.grossUsd());
            Json.put(row, "ineligible_usd", line.ineligibleUsd());
            row.put("reason", line.reason());
            Json.put(row, "eligible_usd", line.eligibleUsd());
            Json.put(row, "advance_rate", line.advanceRate());
            Json.put(row, "lendable_usd", line.lendableUsd());
        }
        Json.put(node, "reserves_usd", c.reservesUsd());
        Json.put(node, "base_usd", c.baseUsd());
        Json.put(node, "commitment_usd", c.commitmentUsd());
        Json.put(node, "letters_of_credit_usd", c.lettersUsd());
        Json.put(node, "available_usd", c.availableUsd());
        Json.put(node, "outstanding_usd", c.outstandingUsd());
        Json.put(node, "excess_usd", c.excessUsd());
    }

    private static void breakeven(Breakeven b, ObjectNode node) {
        node.put("driver", key(b.driver()));
        node.put("unit", b.driver().unit());
        node.put("instrument", b.target().instrument());
        node.put("promise", b.target().label());
        Json.put(node, "base_level", b.baseLevel());
        switch (b.outcome()) {
            case Outcome.At(double level) -> outcome(node, "breaks", level);
            case Outcome.Kept(double bound) -> outcome(node, "never_broken", bound);
            case Outcome.Broken(double bound) -> outcome(node, "broken_throughout", bound);
        }
    }

    private static void outcome(ObjectNode node, String name, double level) {
        node.put("outcome", name);
        Json.put(node, "level", level);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
