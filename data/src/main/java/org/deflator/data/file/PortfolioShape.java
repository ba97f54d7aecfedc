package org.deflator.data.file;

import static org.deflator.data.file.Shape.atLeastZero;
import static org.deflator.data.file.Shape.between;
import static org.deflator.data.file.Shape.listOf;
import static org.deflator.data.file.Shape.optional;
import static org.deflator.data.file.Shape.positive;
import static org.deflator.data.file.Shape.required;
import static org.deflator.data.file.Shape.share;
import static org.deflator.data.file.Shape.whole;

import java.util.List;
import java.util.Map;
import org.deflator.data.file.Shape.Fields;

/**
 * Keys, kinds and ranges of a portfolio file: their only home. Explained in {@code
 * docs/portfolio-format.md}.
 */
final class PortfolioShape {
    private PortfolioShape() {}

    private static final int LONGEST_RAMP_MONTHS = 60;

    /** Fleets, contracts, data centres, debts and borrowers may have it. */
    static final Shape.Field GROWTH = optional("growth", new Shape.Flag(),
            "whether it is outside the frozen perimeter; absent: false");

    private static final Fields OFFTAKER = new Fields("offtaker", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("name", new Shape.Text(), "its full name"),
            required("rating", new Shape.Text(), "letter rating, or unrated"),
            required("annual_default_probability", between(0, 0.99), "chance of default within a year"),
            required("recontracts", new Shape.Flag(),
                    "may it renegotiate when the market is below its contract?")));

    private static final Fields UNMODELLED = new Fields("unmodelled debt", List.of(
            required("borrower", new Shape.Id(), "id of its borrower"),
            required("id", new Shape.Id(), "a short name"),
            required("name", new Shape.Text(), "its name"),
            required("amount_usd_m", atLeastZero(), "its amount, USD millions; 0 if unknown"),
            required("reason", new Shape.Text(), "why it is not simulated"),
            required("source", new Shape.Text(), "where it is documented"), GROWTH));

    private static final Fields SITE = new Fields("site", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("pue", between(1, 3), "facility power over IT power"),
            required("power_usd_per_kwh", atLeastZero(), "price of power, USD/kWh"),
            required("colo_usd_per_kw_month", atLeastZero(),
                    "rent of space and power, USD per kW of IT a month; 0 if owned or booked among leases")));

    private static final Fields FLEET = new Fields("fleet", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("gpu", new Shape.Id(), "generation, as in the market snapshot"),
            required("units", positive(), "cards"),
            required("in_service", new Shape.Month(), "first month in which they earn"),
            optional("ramp_months", whole(0, LONGEST_RAMP_MONTHS),
                    "months of coming into service; absent: 0"),
            required("unit_cost_usd", positive(), "all-in cost of a card, USD"),
            required("site", new Shape.Id(), "id of the site"),
            optional("paid", new Shape.Month(),
                    "month in which they are paid for from cash; absent: paid, or paid by draws"),
            GROWTH));

    private static final Fields CONTRACT = new Fields("contract", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("offtaker", new Shape.Id(), "id of the customer"),
            required("gpu", new Shape.Id(), "generation"),
            required("units", positive(), "cards under contract"),
            required("price_usd_per_gpu_hour", positive(), "price, USD per card-hour"),
            required("start", new Shape.Month(), "first month"),
            optional("ramp_months", whole(0, LONGEST_RAMP_MONTHS),
                    "months of delivery from start; absent: 0"),
            required("end", new Shape.Month(), "last month"),
            required("type", new Shape.Choice(List.of("take_or_pay", "usage")),
                    "whether idle hours are paid"),
            optional("prepaid_share", share(), "share of each invoice paid in advance; absent: 0"), GROWTH));

    private static final Fields MINER = new Fields("miner", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("hash_eh", positive(), "hash rate, EH/s"),
            required("joule_per_th", positive(), "efficiency, J/TH"),
            required("uptime", share(), "share of hours run"),
            required("power_usd_per_kwh", atLeastZero(), "price of power, USD/kWh"),
            required("rig_usd_per_th", atLeastZero(), "resale price of the rigs, USD/TH")));

    private static final Fields BACKSTOP = new Fields("backstop", List.of(
            required("guarantor", new Shape.Id(), "id of the offtaker who promises"),
            required("cap_usd_m", positive(), "most that it pays in all, USD millions")));

    private static final Fields DATA_CENTRE_LEASE = new Fields("data-centre lease", List.of(
            required("tenant", new Shape.Id(), "id of the offtaker"),
            required("rent_usd_per_kw_month", positive(),
                    "base rent on critical IT load in the first lease year, USD per kW a month"),
            optional("escalator_pct", between(0, 100),
                    "rise a year at the anniversary of completion, percent; absent: 0"),
            required("noi_margin", share(), "net operating income over rent; the tenant pays for power"),
            required("end", new Shape.Month(), "last month of the base term"),
            optional("backstop", BACKSTOP, "who pays if the tenant does not; absent: nobody")));

    private static final Fields DATA_CENTRE = new Fields("data centre", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("critical_it_mw", positive(), "critical IT load let or to be let, MW"),
            required("cost_usd_m", positive(), "all-in development cost when complete, USD millions"),
            optional("cost_to_complete_usd_m", atLeastZero(),
                    "part of it to be spent after the as-of date, evenly until completion; absent: 0"),
            required("completion", new Shape.Month(),
                    "first month of rent as planned; not after the as-of month: complete"),
            optional("ramp_months", whole(0, LONGEST_RAMP_MONTHS),
                    "months over which halls are handed over; absent: 0"),
            optional("lease", DATA_CENTRE_LEASE, "absent: not let"), GROWTH));

    private static final Fields TREASURY = new Fields("treasury", List.of(
            required("cash_usd_m", atLeastZero(), "free cash, USD millions"),
            optional("restricted_cash_usd_m", atLeastZero(), "cash bound to construction or debt; absent: 0"),
            optional("btc", atLeastZero(), "bitcoin free of liens; absent: 0")));

    private static final Fields COSTS = new Fields("costs", List.of(
            required("overhead_usd_m_per_month", atLeastZero(), "cash overhead, USD millions a month"),
            optional("lease_usd_m_per_month", atLeastZero(), "rent under operating leases; absent: 0"),
            optional("other_income_usd_m_per_month", Shape.anyNumber(), "other income; absent: 0")));

    private static final Fields GUARANTEE = new Fields("guarantee", List.of(
            required("guarantor", new Shape.Id(), "id of the borrower who promises"),
            required("kind", new Shape.Choice(List.of("full", "completion", "bad_acts")),
                    "what is promised")));

    private static final Fields EARLIER_BALANCE = new Fields("earlier balance", List.of(
            required("debt", new Shape.Id(), "id of a debt of the group"),
            optional("since", Shape.day(), "first day outstanding; absent: all the quarter"),
            required("usd_m", atLeastZero(), "balance then, USD millions")));

    private static final Fields EXPLAINED = new Fields("explanation", List.of(
            required("figure",
                    new Shape.Choice(List.of("revenue", "ebitda", "interest", "debt", "cash", "btc")),
                    "figure that the base case does not meet"),
            required("reason", new Shape.Text(), "why")));

    private static final Fields REPORTED = new Fields("reported", List.of(
            optional("revenue_usd_m", atLeastZero(),
                    "revenue of the last quarter, USD millions; absent: not filed, as for all of these"),
            optional("ebitda_usd_m", Shape.anyNumber(), "EBITDA of the quarter"),
            optional("cash_interest_usd_m", atLeastZero(), "contractual interest of the quarter"),
            optional("debt_usd_m", atLeastZero(), "principal outstanding of the group"),
            optional("cash_usd_m", atLeastZero(), "cash of the group, restricted cash included"),
            optional("btc", atLeastZero(), "bitcoin of the group"),
            optional("earlier_balances", new Shape.Items(EARLIER_BALANCE, "debt", "earlier balance", 0),
                    "debts whose balance was another in the quarter; absent: none"),
            optional("explained", new Shape.Items(EXPLAINED, "figure", "explanation", 0),
                    "figures that the base case does not meet; absent: it meets all")));

    private static final Fields BORROWER = new Fields("borrower", List.of(
            required("id", new Shape.Id(), "a short name"),
            required("name", new Shape.Text(), "its full name"),
            required("kind", new Shape.Choice(List.of("neocloud", "miner", "spv", "data_centre")),
                    "line of business"),
            optional("parent", new Shape.Id(), "id of the borrower that owns it"),
            optional("sites", listOf(SITE), "places; absent: none"),
            optional("fleets", listOf(FLEET), "cards owned; absent: none"),
            optional("contracts", listOf(CONTRACT), "rental contracts; absent: none"),
            optional("miners", listOf(MINER), "bitcoin miners owned; absent: none"),
            optional("data_centres", listOf(DATA_CENTRE), "powered buildings; absent: none"),
            optional("treasury", TREASURY,
                    "liquid assets; may be left out only with a parent, and is then zero"),
            optional("costs", COSTS,
                    "costs beside card-hours; may be left out only with a parent: then zero"),
            optional("equity_usd_m", atLeastZero(), "market value of its equity; absent: not listed"),
            optional("debt", new Shape.Items(DebtShape.INSTRUMENT, "id", "debt", 0),
                    "instruments; absent: none"),
            optional("guarantees", new Shape.Items(GUARANTEE, "guarantor", "guarantee", 0), "absent: none"),
            optional("reported", REPORTED, "last quarter, to tie out against; absent: nothing to tie out"),
            GROWTH));

    private static final Shape.Field OFFTAKERS =
            optional("offtakers", listOf(OFFTAKER), "customers; absent: none");
    private static final Shape.Field BORROWERS = optional("borrowers",
            new Shape.Items(BORROWER, "id", "borrower", 1), "who owns and owes; absent: only in parts");
    private static final Shape.Field UNMODELLED_DEBTS =
            optional("unmodelled", listOf(UNMODELLED), "debts that cannot be simulated; absent: none");

    /** A whole portfolio file. */
    static final Fields PORTFOLIO = new Fields("portfolio", List.of(
            required("portfolio", new Shape.Id(), "name of the book"),
            required("as_of", new Shape.Day(true, false), "date of all balances"),
            optional("parts", new Shape.Items(new Shape.Text(), "", "part", 0),
                    "paths of files that hold the rest, from the folder of this one; absent: none"),
            OFFTAKERS, BORROWERS, UNMODELLED_DEBTS));

    /** A part of a portfolio file. */
    static final Fields PART = new Fields("part", List.of(OFFTAKERS, BORROWERS, UNMODELLED_DEBTS),
            Map.of("parts", "a part has no parts of its own: name them in the portfolio file",
                    "portfolio", "remove it: the portfolio file has the name",
                    "as_of", "remove it: the portfolio file has the date"));
}
