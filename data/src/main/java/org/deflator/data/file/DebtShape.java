package org.deflator.data.file;

import static org.deflator.data.file.Shape.atLeastZero;
import static org.deflator.data.file.Shape.between;
import static org.deflator.data.file.Shape.day;
import static org.deflator.data.file.Shape.optional;
import static org.deflator.data.file.Shape.positive;
import static org.deflator.data.file.Shape.required;
import static org.deflator.data.file.Shape.share;
import static org.deflator.data.file.Shape.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deflator.data.file.Shape.Field;
import org.deflator.data.file.Shape.Fields;
import org.deflator.data.file.Shape.Variants;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Covenant;

/** Keys, kinds and ranges of a debt in a portfolio file. */
final class DebtShape {
    private DebtShape() {}

    /** No rate in dollars has been as high. */
    private static final double HIGHEST_RATE_PCT = 100;

    private static final Fields FLOATING = new Fields("floating rate", List.of(
            required("base", new Shape.Choice(List.of("SOFR")), "SOFR; a fixed rate has coupon_pct alone"),
            required("spread_bp", between(0, 100 * HIGHEST_RATE_PCT), "margin, basis points"),
            optional("floor_pct", between(0, HIGHEST_RATE_PCT), "floor of SOFR, percent; absent: 0")));

    private static final Fields FIXED = new Fields("fixed rate", List.of(
            required("coupon_pct", between(0, HIGHEST_RATE_PCT), "percent a year")));

    private static final Fields SECURITY = new Fields("security", List.of(
            optional("fleets", new Shape.Items(new Shape.Id(), "", "fleet id", 0),
                    "fleet ids, or [all]; absent: none"),
            optional("miners", new Shape.Flag(), "whether the mining rigs are pledged; absent: false"),
            optional("data_centres", new Shape.Items(new Shape.Id(), "", "data-centre id", 0),
                    "data-centre ids, or [all]; absent: none")));

    private static final Fields QUOTE = new Fields("quote", List.of(
            optional("spread_bp", Shape.anyNumber(), "spread, basis points"),
            optional("price_pct", positive(), "price, percent of par"),
            required("date", day(), "date of the quote")));

    private static final Fields DRAW = new Fields("draw", List.of(
            required("commitment_usd_m", positive(),
                    "total commitment with what is outstanding, USD millions"),
            optional("availability_start", day(), "first draw date; absent: the as-of date or earlier"),
            required("availability_end", day(), "last draw date"),
            required("undrawn_fee_bp", atLeastZero(), "fee on the undrawn part, basis points a year")));

    private static final Fields RESERVE = new Fields("reserve", List.of(
            required("months", whole(0, 60), "months of debt service that it should hold"),
            required("opening_usd_m", atLeastZero(), "balance on the as-of date, USD millions")));

    private static final Fields BORROWING_BASE = new Fields("borrowing base", List.of(
            required("gpu_advance", share(), "advance rate on the orderly value of cards"),
            required("orderly_factor", share(), "orderly value over market price"),
            required("receivables_advance", share(), "advance rate on one month of revenue"),
            required("btc_advance", share(), "advance rate on free bitcoin"),
            required("reserves_usd_m", atLeastZero(), "amount deducted, USD millions"),
            required("redetermine_months", whole(1, 60), "months between redeterminations")));

    private static final Field BALLOON =
            optional("balloon_pct", between(0, 100), "percent left for maturity; absent: 0");

    private static final Fields STEP = new Fields("step", List.of(
            required("date", day(), "when"),
            required("principal_pct", between(0, 100), "percent of principal at the start of amortisation")));

    private static final Variants AMORTISATION = new Variants("amortisation", inOrder(
            Map.entry("level", new Fields("level amortisation", List.of(BALLOON))),
            Map.entry("linear", new Fields("linear amortisation", List.of(BALLOON))),
            Map.entry("sculpted", new Fields("sculpted amortisation",
                    List.of(required("target_dscr", positive(), "cover of debt service")))),
            Map.entry("bullet", new Fields("bullet amortisation", List.of())),
            Map.entry("custom", new Fields("custom amortisation",
                    List.of(required("steps", new Shape.Items(STEP, "", "step", 1), "repayments"))))),
            List.of("level", "linear", "bullet"));

    private static final Variants REMEDY = new Variants("remedy", inOrder(
            Map.entry("lockup", new Fields("lockup", List.of())),
            Map.entry("sweep", new Fields("sweep",
                    List.of(required("share", share(), "share of the cash left that prepays")))),
            Map.entry("event_of_default", new Fields("event of default", List.of(
                    required("cure_months", whole(0, 24), "months in which the breach may be healed"),
                    required("equity_cures", whole(0, 100), "cures by the sponsor over the loan's life"))))),
            List.of("lockup"));

    private static final Field TRAILING_MONTHS = required("trailing_months",
            whole(1, Covenant.LONGEST_TRAILING_MONTHS), "months looked back");

    private static final Variants COVENANT = new Variants("covenant", inOrder(
            Map.entry("min_dscr", covenant("min_dscr covenant",
                    required("threshold", positive(), "breach below this cover"),
                    TRAILING_MONTHS)),
            Map.entry("min_liquidity", covenant("min_liquidity covenant",
                    required("usd_m", positive(), "breach below this, USD millions"))),
            Map.entry("max_ltv", covenant("max_ltv covenant",
                    required("threshold", positive(), "breach above this balance over collateral"))),
            Map.entry("max_net_leverage", covenant("max_net_leverage covenant",
                    required("threshold", positive(), "breach above this multiple of EBITDA"))),
            Map.entry("min_interest_cover", covenant("min_interest_cover covenant",
                    required("threshold", positive(), "breach below this cover"),
                    TRAILING_MONTHS)),
            Map.entry("min_debt_yield", covenant("min_debt_yield covenant",
                    required("threshold", between(0.001, 1),
                            "breach below this share: net operating income of pledged data centres over"
                                    + " debt")))),
            List.of());

    private static final Field COVENANTS =
            optional("covenants", new Shape.Items(COVENANT, "", "covenant", 0), "tests; absent: none");

    /** Any debt. */
    static final Variants INSTRUMENT = new Variants("debt", inOrder(
            Map.entry("term_loan", instrument("term_loan",
                    optional("draw", DRAW, "commitment still to be drawn; absent: fully drawn"),
                    required("amortisation", AMORTISATION, "how principal is repaid"),
                    optional("amortisation_start", day(),
                            "first repayment; required but for bullet and custom"),
                    optional("reserve", RESERVE, "debt-service reserve; absent: none"),
                    optional("sweep_share", share(), "share of cash left that prepays; absent: 0"),
                    COVENANTS)),
            Map.entry("revolver", instrument("revolver",
                    required("commitment_usd_m", positive(), "limit, USD millions"),
                    optional("letters_of_credit_usd_m", atLeastZero(), "letters of credit; absent: 0"),
                    required("undrawn_fee_bp", atLeastZero(), "fee on the undrawn part, basis points a year"),
                    optional("borrowing_base", BORROWING_BASE, "cap by collateral; absent: none"),
                    COVENANTS)),
            Map.entry("bond", instrument("bond", COVENANTS)),
            Map.entry("convertible", instrument("convertible",
                    optional("conversion_price_usd", positive(),
                            "share price of conversion; absent: not known"),
                    optional("redemption_pct", positive(), "percent repaid at maturity; absent: 100"),
                    optional("put_dates", new Shape.Items(day(), "", "date", 0),
                            "puts at par; absent: none"))),
            Map.entry("lease", instrument("lease",
                    required("residual_usd_m", atLeastZero(), "residual at the end, USD millions"))),
            Map.entry("bitcoin_loan", instrument("bitcoin_loan",
                    required("pledged_btc", positive(), "bitcoin pledged"),
                    required("call_ltv", share(), "loan to value at which the lender calls"),
                    required("liquidation_ltv", share(), "loan to value at which the lender sells"),
                    required("target_ltv", share(), "loan to value to be restored")))),
            List.of());

    private static Fields instrument(String noun, Field... own) {
        List<Field> common = List.of(
                required("id", new Shape.Id(), "a name unique in the portfolio"),
                required("name", new Shape.Text(), "name people use"),
                required("rank",
                        new Shape.Choice(List.of("senior_secured", "senior_unsecured", "subordinated")),
                        "place in the queue"),
                optional("security", SECURITY, "what is pledged; absent: nothing"),
                required("outstanding_usd_m", atLeastZero(), "principal on the as-of date, USD millions"),
                required("rate", new Shape.Either("coupon_pct", FIXED, FLOATING), "interest"),
                optional("day_count",
                        new Shape.Choice(Arrays.stream(DayCount.values()).map(DayCount::label).toList()),
                        "absent: ACT/360 floating, 30/360 fixed, ACT/365F bitcoin loan"),
                required("payments_per_year", new Shape.Count(List.of(1, 2, 4, 12)), "coupon dates a year"),
                required("maturity", day(), "final date"),
                optional("quoted", QUOTE, "market quote; absent: none"), PortfolioShape.GROWTH);
        return new Fields(noun, Stream.concat(common.stream(), Arrays.stream(own)).toList());
    }

    private static Fields covenant(String noun, Field... own) {
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.add(required("first_test", day(), "first test date"));
        fields.add(required("every_months", whole(1, 12), "months between tests"));
        fields.add(required("remedy", REMEDY, "what follows a breach"));
        return new Fields(noun, List.copyOf(fields));
    }

    @SafeVarargs
    private static Map<String, Fields> inOrder(Map.Entry<String, Fields>... entries) {
        Map<String, Fields> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Fields> entry : entries) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(ordered);
    }
}
