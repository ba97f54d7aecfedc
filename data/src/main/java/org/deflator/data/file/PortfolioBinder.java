package org.deflator.data.file;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Reported;
import org.deflator.model.portfolio.Site;
import org.deflator.model.portfolio.Treasury;

/** A portfolio file without problems, as records. */
final class PortfolioBinder {
    private PortfolioBinder() {}

    static Portfolio portfolio(Branch root, List<Portfolio.LeftOut> leftOut) {
        return new Portfolio(root.word("portfolio"), root.date("as_of"),
                each(root, "borrowers", PortfolioBinder::borrower),
                each(root, "offtakers", PortfolioBinder::offtaker),
                each(root, "unmodelled", PortfolioBinder::unmodelled), leftOut);
    }

    private static Offtaker offtaker(Branch b) {
        return new Offtaker(b.word("id"), b.word("name"), b.word("rating"),
                b.number("annual_default_probability"),
                b.flag("recontracts"));
    }

    private static Portfolio.Unmodelled unmodelled(Branch b) {
        return new Portfolio.Unmodelled(b.word("borrower"), b.word("id"), b.word("name"),
                b.number("amount_usd_m"),
                b.word("reason"), b.word("source"));
    }

    private static Borrower borrower(Branch b) {
        return new Borrower(b.word("id"), b.word("name"), Borrower.Kind.valueOf(constant(b.word("kind"))),
                b.maybeWord("parent"), each(b, "sites", PortfolioBinder::site),
                each(b, "fleets", PortfolioBinder::fleet), each(b, "contracts", PortfolioBinder::contract),
                each(b, "miners", PortfolioBinder::miner),
                each(b, "data_centres", PortfolioBinder::dataCentre),
                b.maybeBranch("treasury").map(PortfolioBinder::treasury).orElse(new Treasury(0, 0, 0)),
                b.maybeBranch("costs").map(PortfolioBinder::costs).orElse(new OperatingCosts(0, 0, 0)),
                b.maybeNumber("equity_usd_m"), each(b, "debt", DebtBinder::instrument),
                each(b, "guarantees", PortfolioBinder::guarantee),
                b.maybeBranch("reported").map(PortfolioBinder::reported));
    }

    private static Site site(Branch b) {
        return new Site(b.word("id"), b.number("pue"), b.number("power_usd_per_kwh"),
                b.number("colo_usd_per_kw_month"));
    }

    private static Fleet fleet(Branch b) {
        return new Fleet(b.word("id"), b.word("gpu"), b.number("units"), b.month("in_service"),
                b.countOr("ramp_months", 0), b.number("unit_cost_usd"), b.word("site"),
                b.maybeMonth("paid"));
    }

    private static OfftakeContract contract(Branch b) {
        return new OfftakeContract(b.word("id"), b.word("offtaker"), b.word("gpu"), b.number("units"),
                b.number("price_usd_per_gpu_hour"), b.month("start"), b.countOr("ramp_months", 0),
                b.month("end"),
                OfftakeContract.Type.valueOf(constant(b.word("type"))), b.numberOr("prepaid_share", 0));
    }

    private static MiningFleet miner(Branch b) {
        return new MiningFleet(b.word("id"), b.number("hash_eh"), b.number("joule_per_th"),
                b.number("uptime"),
                b.number("power_usd_per_kwh"), b.number("rig_usd_per_th"));
    }

    private static DataCentre dataCentre(Branch b) {
        return new DataCentre(b.word("id"), b.number("critical_it_mw"), b.number("cost_usd_m"),
                b.numberOr("cost_to_complete_usd_m", 0), b.month("completion"), b.countOr("ramp_months", 0),
                b.maybeBranch("lease").map(PortfolioBinder::dataCentreLease));
    }

    private static DataCentreLease dataCentreLease(Branch b) {
        return new DataCentreLease(b.word("tenant"), b.number("rent_usd_per_kw_month"),
                b.numberOr("escalator_pct", 0), b.number("noi_margin"), b.month("end"),
                b.maybeBranch("backstop").map(backstop -> new DataCentreLease.Backstop(
                        backstop.word("guarantor"), backstop.number("cap_usd_m"))));
    }

    private static Treasury treasury(Branch b) {
        return new Treasury(b.number("cash_usd_m"), b.numberOr("restricted_cash_usd_m", 0),
                b.numberOr("btc", 0));
    }

    private static OperatingCosts costs(Branch b) {
        return new OperatingCosts(b.number("overhead_usd_m_per_month"),
                b.numberOr("lease_usd_m_per_month", 0),
                b.numberOr("other_income_usd_m_per_month", 0));
    }

    private static Guarantee guarantee(Branch b) {
        return new Guarantee(b.word("guarantor"), Guarantee.Kind.valueOf(constant(b.word("kind"))));
    }

    private static Reported reported(Branch b) {
        return new Reported(b.maybeNumber("revenue_usd_m"), b.maybeNumber("ebitda_usd_m"),
                b.maybeNumber("cash_interest_usd_m"), b.maybeNumber("debt_usd_m"),
                b.maybeNumber("cash_usd_m"),
                b.maybeNumber("btc"),
                each(b, "earlier_balances", e -> new Reported.EarlierBalance(e.word("debt"),
                        e.maybeDate("since"), e.number("usd_m"))),
                each(b, "explained", e -> new Reported.Explained(
                        Reported.Figure.valueOf(constant(e.word("figure"))), e.word("reason"))));
    }

    /** Each mapping of a list, as a record. */
    static <T> List<T> each(Branch b, String key, Function<Branch, T> record) {
        return b.branches(key).stream().map(record).toList();
    }

    /** Name of the enum constant that a choice stands for. */
    static String constant(String choice) {
        return choice.toUpperCase(Locale.ROOT);
    }
}
