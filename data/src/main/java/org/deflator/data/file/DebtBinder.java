package org.deflator.data.file;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.BorrowingBase;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DelayedDraw;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Quote;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Reserve;
import org.deflator.model.portfolio.Security;

/** A debt without problems, as records. */
final class DebtBinder {
    private DebtBinder() {}

    static Instrument instrument(Branch b) {
        return switch (b.type()) {
            case "term_loan" -> termLoan(b);
            case "revolver" -> new Instrument.Revolver(terms(b), b.number("commitment_usd_m"),
                    b.numberOr("letters_of_credit_usd_m", 0), b.number("undrawn_fee_bp"),
                    b.maybeBranch("borrowing_base").map(DebtBinder::borrowingBase), covenants(b));
            case "bond" -> new Instrument.Bond(terms(b), covenants(b));
            case "convertible" -> new Instrument.Convertible(terms(b), b.maybeNumber("conversion_price_usd"),
                    b.numberOr("redemption_pct", 100), dates(b, "put_dates"));
            case "lease" -> new Instrument.Lease(terms(b), b.number("residual_usd_m"));
            case "bitcoin_loan" ->
                    new Instrument.BitcoinLoan(terms(b), b.number("pledged_btc"), b.number("call_ltv"),
                            b.number("liquidation_ltv"), b.number("target_ltv"));
            default -> throw new IllegalArgumentException("no instrument is called " + b.type());
        };
    }

    private static Instrument.Terms terms(Branch b) {
        Rate rate = rate(b.branch("rate"));
        Optional<DayCount> dayCount = b.maybeWord("day_count")
                .flatMap(label -> Arrays.stream(DayCount.values()).filter(d -> d.label().equals(label))
                        .findFirst());
        return new Instrument.Terms(b.word("id"), b.word("name"),
                Rank.valueOf(PortfolioBinder.constant(b.word("rank"))),
                b.maybeBranch("security").map(DebtBinder::security).orElse(Security.none()),
                b.number("outstanding_usd_m"), rate, dayCount.orElse(customaryDayCount(b.type(), rate)),
                b.count("payments_per_year"), b.date("maturity"),
                b.maybeBranch("quoted").map(DebtBinder::quote));
    }

    /** As the markets of these debts have it; stated in {@code docs/portfolio-format.md}. */
    private static DayCount customaryDayCount(String type, Rate rate) {
        if (type.equals("bitcoin_loan")) {
            return DayCount.ACT_365F;
        }
        return switch (rate) {
            case Rate.Floating _ -> DayCount.ACT_360;
            case Rate.Fixed _ -> DayCount.THIRTY_360;
        };
    }

    private static Rate rate(Branch b) {
        return b.has("coupon_pct")
                ? new Rate.Fixed(b.number("coupon_pct"))
                : new Rate.Floating(b.number("spread_bp"), b.numberOr("floor_pct", 0));
    }

    private static Security security(Branch b) {
        return new Security(words(b, "fleets"), b.flag("miners"), words(b, "data_centres"));
    }

    private static List<String> words(Branch b, String key) {
        return b.items(key).stream().filter(Tree.Word.class::isInstance)
                .map(item -> ((Tree.Word) item).text()).toList();
    }

    private static Quote quote(Branch b) {
        return new Quote(maybe(b, "spread_bp"), maybe(b, "price_pct"), b.date("date"));
    }

    private static OptionalDouble maybe(Branch b, String key) {
        return b.has(key) ? OptionalDouble.of(b.number(key)) : OptionalDouble.empty();
    }

    private static Instrument.TermLoan termLoan(Branch b) {
        Amortisation amortisation = amortisation(b.branch("amortisation"));
        return new Instrument.TermLoan(terms(b), b.maybeBranch("draw").map(DebtBinder::draw), amortisation,
                amortisationStart(b, amortisation),
                b.maybeBranch("reserve").map(r -> new Reserve(r.count("months"), r.number("opening_usd_m")))
                        .orElse(Reserve.none()),
                b.numberOr("sweep_share", 0), covenants(b));
    }

    private static LocalDate amortisationStart(Branch b, Amortisation amortisation) {
        return switch (amortisation) {
            case Amortisation.Level _,Amortisation.Linear _,Amortisation.Sculpted _ ->
                    b.date("amortisation_start");
            case Amortisation.Bullet _ -> b.date("maturity");
            case Amortisation.Custom custom -> custom.steps().stream().map(Amortisation.Step::date)
                    .min(LocalDate::compareTo).orElseThrow();
        };
    }

    private static DelayedDraw draw(Branch b) {
        return new DelayedDraw(b.number("commitment_usd_m"), b.maybeDate("availability_start"),
                b.date("availability_end"), b.number("undrawn_fee_bp"));
    }

    private static Amortisation amortisation(Branch b) {
        return switch (b.type()) {
            case "level" -> new Amortisation.Level(b.numberOr("balloon_pct", 0));
            case "linear" -> new Amortisation.Linear(b.numberOr("balloon_pct", 0));
            case "sculpted" -> new Amortisation.Sculpted(b.number("target_dscr"));
            case "bullet" -> new Amortisation.Bullet();
            case "custom" -> new Amortisation.Custom(PortfolioBinder.each(b, "steps",
                    step -> new Amortisation.Step(step.date("date"), step.number("principal_pct"))));
            default -> throw new IllegalArgumentException("no amortisation is called " + b.type());
        };
    }

    private static BorrowingBase borrowingBase(Branch b) {
        return new BorrowingBase(b.number("gpu_advance"), b.number("orderly_factor"),
                b.number("receivables_advance"),
                b.number("btc_advance"), b.number("reserves_usd_m"), b.count("redetermine_months"));
    }

    private static List<Covenant> covenants(Branch b) {
        return PortfolioBinder.each(b, "covenants", DebtBinder::covenant);
    }

    private static Covenant covenant(Branch b) {
        LocalDate firstTest = b.date("first_test");
        int everyMonths = b.count("every_months");
        Remedy remedy = remedy(b.branch("remedy"));
        return switch (b.type()) {
            case "min_dscr" ->
                    new Covenant.MinDscr(b.number("threshold"), b.count("trailing_months"), firstTest,
                            everyMonths, remedy);
            case "min_liquidity" ->
                    new Covenant.MinLiquidity(b.number("usd_m"), firstTest, everyMonths, remedy);
            case "max_ltv" -> new Covenant.MaxLtv(b.number("threshold"), firstTest, everyMonths, remedy);
            case "max_net_leverage" ->
                    new Covenant.MaxNetLeverage(b.number("threshold"), firstTest, everyMonths, remedy);
            case "min_interest_cover" ->
                    new Covenant.MinInterestCover(b.number("threshold"), b.count("trailing_months"),
                            firstTest, everyMonths, remedy);
            case "min_debt_yield" ->
                    new Covenant.MinDebtYield(b.number("threshold"), firstTest, everyMonths, remedy);
            default -> throw new IllegalArgumentException("no covenant is called " + b.type());
        };
    }

    private static Remedy remedy(Branch b) {
        return switch (b.type()) {
            case "lockup" -> new Remedy.Lockup();
            case "sweep" -> new Remedy.Sweep(b.number("share"));
            case "event_of_default" ->
                    new Remedy.EventOfDefault(b.count("cure_months"), b.count("equity_cures"));
            default -> throw new IllegalArgumentException("no remedy is called " + b.type());
        };
    }

    private static List<LocalDate> dates(Branch b, String key) {
        return b.items(key).stream().filter(Tree.Date.class::isInstance)
                .map(item -> ((Tree.Date) item).value())
                .toList();
    }
}
