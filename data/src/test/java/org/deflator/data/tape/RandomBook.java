package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Whole portfolio files from a seed: trees of groups with guarantees, every kind of asset, of debt, covenant, remedy and
 * amortisation, optional keys there or not, evidence on mappings, on figures or absent.
 */
final class RandomBook {
    private static final List<String> GPUS = List.of("H100-SXM", "B200", "A100-80GB");
    private static final List<String> DEBTS =
            List.of("term_loan", "revolver", "bond", "convertible", "lease", "bitcoin_loan");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int debts;

    private RandomBook(long seed) {
        random = new Random(seed);
    }

    /** The text of a file. */
    static String yaml(long seed) {
        RandomBook book = new RandomBook(seed);
        book.portfolio();
        return book.out.toString();
    }

    private void portfolio() {
        line("portfolio: random");
        line("as_of: 2026-06-30");
        line("offtakers:");
        for (int i = 0; i < 3; i++) {
            line("  - {id: customer-" + i + ", name: Customer " + i + ", rating: BB,"
                    + " annual_default_probability: " + figure("0.0" + (1 + i)) + ", recontracts: " + flag()
                    + "}");
        }
        line("borrowers:");
        int borrowers = 1 + random.nextInt(5);
        for (int i = 0; i < borrowers; i++) {
            borrower(i);
        }
        if (random.nextBoolean()) {
            line("unmodelled:");
            line("  - {borrower: b0, id: other, name: Other debt, amount_usd_m: 5, reason: unknown,"
                    + " source: 10-K"
                    + growth() + "}");
        }
    }

    private void borrower(int index) {
        boolean owned = index > 0 && random.nextBoolean();
        line("  - id: b" + index);
        line("    name: Borrower " + index);
        line("    kind: " + (owned ? "spv" : pick("neocloud", "miner", "data_centre")));
        switch (random.nextInt(3)) {
            case 0 -> line("    source: \"https://example.org/" + index + "\"");
            case 1 -> {
                line("    assumed: true");
                line("    reason: \"made up, number " + index + "\"");
            }
            default -> { /* No evidence of its own. */ }
        }
        if (owned) {
            String parent = "b" + random.nextInt(index);
            line("    parent: " + parent);
            if (random.nextBoolean()) {
                line("    guarantees: [{guarantor: " + parent + ", kind: " + pick("full", "bad_acts") + "}]");
            }
        }
        if (!owned || random.nextBoolean()) {
            line("    treasury: {cash_usd_m: " + figure("40") + maybe("restricted_cash_usd_m", "5")
                    + maybe("btc", "1.50") + "}");
            line("    costs: {overhead_usd_m_per_month: " + figure("0.5")
                    + maybe("lease_usd_m_per_month", "0.1")
                    + maybe("other_income_usd_m_per_month", "-0.2") + "}");
        }
        if (random.nextBoolean()) {
            line("    equity_usd_m: " + figure("300"));
        }
        List<String> fleets = cards();
        boolean mines = random.nextBoolean();
        if (mines) {
            line("    miners: [{id: rigs, hash_eh: " + figure("10") + ", joule_per_th: 17.5, uptime: 0.95,"
                    + " power_usd_per_kwh: 0.05, rig_usd_per_th: 8}]");
        }
        boolean lets = random.nextBoolean();
        if (lets) {
            dataCentre();
        }
        int count = random.nextInt(4);
        if (count > 0) {
            line("    debt:");
        }
        for (int i = 0; i < count; i++) {
            debt(fleets, mines, lets);
        }
    }

    private List<String> cards() {
        List<String> fleets = new ArrayList<>();
        int count = random.nextInt(3);
        if (count == 0) {
            return fleets;
        }
        line("    sites: [{id: hall, pue: " + figure("1.25") + ", power_usd_per_kwh: 0.08,"
                + " colo_usd_per_kw_month: 150}]");
        line("    fleets:");
        for (int i = 0; i < count; i++) {
            fleets.add("fleet-" + i);
            line("      - {id: fleet-" + i + ", gpu: " + GPUS.get(i) + ", units: " + figure("1000")
                    + ", in_service: 2026-0" + (1 + random.nextInt(9)) + maybe("ramp_months", "3")
                    + ", unit_cost_usd: 40000, site: hall}");
        }
        if (random.nextBoolean()) {
            line("    contracts:");
            line("      - {id: let, offtaker: customer-" + random.nextInt(3) + ", gpu: " + GPUS.getFirst()
                    + ", units: 900, price_usd_per_gpu_hour: " + figure("2.35")
                    + ", start: 2027-08, end: 2030-06,"
                    + " type: " + pick("take_or_pay", "usage") + maybe("prepaid_share", "0.1")
                    + growth() + "}");
        }
        return fleets;
    }

    private void dataCentre() {
        String lease = random.nextBoolean() ? "" : ", lease: {tenant: customer-0, rent_usd_per_kw_month: "
                + figure("120") + maybe("escalator_pct", "3") + ", noi_margin: 0.8, end: 2036-06"
                + (random.nextBoolean() ? ", backstop: {guarantor: customer-1, cap_usd_m: 30}" : "") + "}";
        line("    data_centres: [{id: campus, critical_it_mw: " + figure("10") + ", cost_usd_m: 100"
                + maybe("cost_to_complete_usd_m", "20") + ", completion: 2027-03" + maybe("ramp_months", "4")
                + lease + "}]");
    }

    private void debt(List<String> fleets, boolean mines, boolean lets) {
        String type = DEBTS.get(random.nextInt(DEBTS.size()));
        line("      - id: debt-" + debts++);
        line("        type: " + type);
        line("        name: A " + type.replace('_', ' '));
        line("        rank: " + pick("senior_secured", "senior_unsecured", "subordinated"));
        security(fleets, mines, lets);
        line("        outstanding_usd_m: " + figure("12.50"));
        line("        rate: " + (random.nextBoolean() ? "{coupon_pct: " + figure("9.25") + "}"
                : "{base: SOFR, spread_bp: " + figure("450") + maybe("floor_pct", "1.0") + "}"));
        if (random.nextInt(6) == 0) {
            line("        growth: true");
        }
        line("        payments_per_year: " + pick("1", "2", "4", "12"));
        line("        maturity: 2031-06-30");
        if (random.nextBoolean()) {
            line("        day_count: ACT/360");
        }
        if (random.nextBoolean()) {
            line("        quoted: {date: 2026-05-15, price_pct: 99.5" + maybe("spread_bp", "450") + "}");
        }
        switch (type) {
            case "term_loan" -> termLoan();
            case "revolver" -> {
                line("        commitment_usd_m: 50");
                line("        undrawn_fee_bp: 50");
                if (random.nextBoolean()) {
                    line("        borrowing_base: {gpu_advance: 0.7, orderly_factor: 0.85,"
                            + " receivables_advance: 0.85, btc_advance: " + figure("0.5")
                            + ", reserves_usd_m: 1, redetermine_months: 3}");
                }
                covenants();
            }
            case "convertible" -> {
                if (random.nextBoolean()) {
                    line("        put_dates: [2028-06-30, 2029-06-30]");
                }
                line("        conversion_price_usd: " + figure("20"));
            }
            case "lease" -> line("        residual_usd_m: " + figure("1"));
            case "bitcoin_loan" -> {
                line("        pledged_btc: " + figure("500"));
                line("        target_ltv: 0.55");
                line("        call_ltv: 0.7");
                line("        liquidation_ltv: 0.8");
            }
            default -> covenants();
        }
    }

    private void security(List<String> fleets, boolean mines, boolean lets) {
        List<String> pledged = new ArrayList<>();
        if (!fleets.isEmpty() && random.nextBoolean()) {
            pledged.add("fleets: [" + (random.nextBoolean() ? "all" : String.join(", ", fleets)) + "]");
        }
        if (mines && random.nextBoolean()) {
            pledged.add("miners: true");
        }
        if (lets && random.nextBoolean()) {
            pledged.add("data_centres: [" + pick("all", "campus") + "]");
        }
        if (!pledged.isEmpty()) {
            line("        security: {" + String.join(", ", pledged) + "}");
        }
    }

    private void termLoan() {
        String how = pick("level", "linear", "bullet", "{type: level, balloon_pct: 30}",
                "{type: sculpted, target_dscr: 1.4}",
                "{type: custom, steps: [{date: 2027-06-30, principal_pct: 10},"
                        + " {date: 2028-06-30, principal_pct: 40}]}");
        line("        amortisation: " + how);
        if (!how.contains("bullet") && !how.contains("custom")) {
            line("        amortisation_start: 2027-09-30");
        }
        if (random.nextBoolean()) {
            line("        draw: {commitment_usd_m: " + figure("20") + ", availability_end: 2027-06-30,"
                    + " undrawn_fee_bp: 50}");
        }
        if (random.nextBoolean()) {
            line("        reserve: {months: 3, opening_usd_m: 1}");
        }
        if (random.nextBoolean()) {
            line("        sweep_share: " + figure("0.5"));
        }
        covenants();
    }

    private void covenants() {
        int count = random.nextInt(4);
        if (count > 0) {
            line("        covenants:");
        }
        for (int i = 0; i < count; i++) {
            line("          - {"
                    + pick("type: min_dscr, threshold: " + figure("1.2") + ", trailing_months: 3",
                            "type: min_liquidity, usd_m: 10", "type: max_ltv, threshold: 0.8",
                            "type: max_net_leverage, threshold: 6",
                            "type: min_interest_cover, threshold: 1.5, trailing_months: 12",
                            "type: min_debt_yield, threshold: 0.1")
                    + ", first_test: 2027-03-31, every_months: 3, remedy: "
                    + pick("lockup", "{type: sweep, share: 0.75}",
                            "{type: event_of_default, cure_months: 1, equity_cures: 4}")
                    + "}");
        }
    }

    /** A figure with evidence of its own, or without. */
    private String figure(String value) {
        return switch (random.nextInt(3)) {
            case 0 -> "{value: " + value + ", source: \"https://example.org/" + random.nextInt(9) + "\"}";
            case 1 -> "{value: " + value + ", assumed: true, reason: \"reason " + random.nextInt(9) + "\"}";
            default -> value;
        };
    }

    private String maybe(String key, String value) {
        return random.nextBoolean() ? "" : ", " + key + ": " + figure(value);
    }

    private String growth() {
        return random.nextInt(6) == 0 ? ", growth: true" : "";
    }

    private String flag() {
        return String.valueOf(random.nextBoolean());
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
