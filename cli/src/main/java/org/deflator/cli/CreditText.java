package org.deflator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deflator.cli.TextTable.Column;
import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.Breakeven.Outcome;
import org.deflator.engine.study.Coverage;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.DebtCapacity;
import org.deflator.engine.study.Driver;
import org.deflator.engine.study.LiquidityRunway;
import org.deflator.engine.study.LoanToValue;
import org.deflator.engine.study.RatingCase;

/** What {@code credit} says of one borrower. */
final class CreditText {
    private CreditText() {}

    static String render(CreditReview r, Terminal terminal) {
        List<String> parts = new ArrayList<>();
        parts.add(head(r, terminal));
        parts.add(CreditTables.sourcesAndUses(r.sourcesAndUses(), "Sources and uses", terminal));
        r.groupSourcesAndUses().ifPresent(all -> parts.add(
                CreditTables.sourcesAndUses(all, "Sources and uses, with all it owns", terminal)));
        parts.add(CreditTables.tree(r.tree(), terminal));
        parts.add(CreditTables.ladder(r.ladder(), "Debt against contracts", terminal));
        r.groupLadder().ifPresent(all -> parts.add(
                CreditTables.ladder(all, "Debt against contracts, with all it owns", terminal)));
        parts.add(cover(r.coverage(), terminal));
        if (!r.coverage().covenants().isEmpty()) {
            parts.add(headroom(r.coverage(), terminal));
        }
        if (!r.loanToValue().isEmpty()) {
            parts.add(loanToValue(r.loanToValue(), terminal));
        }
        parts.add(liquidity(r.liquidity(), terminal));
        parts.add(ratingCase(r.ratingCase(), terminal));
        parts.add(capacity(r.capacity(), terminal));
        r.certificates().forEach(c -> parts.add(CreditTables.certificate(c, terminal)));
        if (!r.breakevens().isEmpty()) {
            parts.add(breakevens(r.breakevens(), terminal));
        }
        return String.join("\n", parts);
    }

    private static String head(CreditReview r, Terminal terminal) {
        String fall = r.fall().map(f -> "In the base case it defaults in month " + (f.month() + 1) + ": "
                + f.cause().label() + ".").orElse("In the base case it does not default.");
        return terminal.bold(r.name()) + " as of " + r.asOf() + ", base case of its group alone, USD m\n"
                + Words.wrap(fall, terminal.width());
    }

    private static String cover(Coverage c, Terminal terminal) {
        TextTable years = new TextTable(List.of(Column.text("Cover, year to"), Column.number("CFADS"),
                Column.number("debt service"), Column.number("DSCR")));
        c.years().forEach(y -> years.row(List.of(y.end().toString(), Numbers.usdM(y.cfadsUsd()),
                Numbers.usdM(y.serviceUsd()), Numbers.cover(y.dscr()))));
        TextTable ratios =
                new TextTable(List.of(Column.text("debt at mean rate"), Column.number("DSCR next year"),
                        Column.number("ADSCR"), Column.number("min DSCR"), Column.number("LLCR"),
                        Column.number("PLCR"), Column.number("tail, months"), Column.number("debt yield"),
                        Column.number("NOI yield"),
                        Column.number("ICR")));
        ratios.row(List.of(Numbers.usdM(c.debtUsd()) + " at " + Numbers.percent(c.ratePerYear()),
                Numbers.cover(c.nextYearDscr()), Numbers.cover(c.averageDscr()),
                Numbers.cover(c.minimumDscr()), Numbers.cover(c.llcr()), Numbers.cover(c.plcr()),
                String.valueOf(c.tailMonths()), Numbers.percent(c.debtYield()),
                Numbers.percent(c.noiDebtYield()), Numbers.cover(c.icr())));
        return years.render(terminal) + "\n" + ratios.render(terminal);
    }

    private static String headroom(Coverage coverage, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Covenant headroom"), Column.text("covenant"),
                Column.number("worst test"), Column.text("in"), Column.number("headroom"),
                Column.number("rent may fall", "USD/GPU-hour"),
                Column.number("rent may fall", "USD/kW-month")));
        for (Coverage.Headroom h : coverage.covenants()) {
            table.row(List.of(h.instrument(), h.covenant(), measured(h.covenant(), h.ratio()),
                    h.month().map(Object::toString).orElse(Numbers.NONE),
                    measured(h.covenant(), h.headroom()), Numbers.price(h.rentUsdPerGpuHour()),
                    Numbers.price(h.leaseRentUsdPerKwMonth())));
        }
        return table.render(terminal);
    }

    private static String measured(String covenant, double value) {
        if (covenant.startsWith("liquidity")) {
            return Numbers.usdM(value);
        }
        return covenant.startsWith("LTV") || covenant.startsWith("debt yield")
                ? Numbers.percent(value) : Numbers.cover(value);
    }

    private static String loanToValue(List<LoanToValue> rows, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Loan to value"), Column.number("debt"),
                Column.number("cost", "USD m"), Column.number("cost", "LTV"), Column.number("book", "USD m"),
                Column.number("book", "LTV"), Column.number("market", "USD m"),
                Column.number("market", "LTV"),
                Column.number("executable", "USD m"), Column.number("executable", "LTV")));
        for (LoanToValue l : rows) {
            table.row(List.of(l.instrument(), Numbers.usdM(l.debtUsd()), Numbers.usdM(l.costUsd()),
                    Numbers.percent(l.onCost()), Numbers.usdM(l.bookUsd()), Numbers.percent(l.onBook()),
                    Numbers.usdM(l.marketUsd()), Numbers.percent(l.onMarket()),
                    Numbers.usdM(l.executableUsd()), Numbers.percent(l.onExecutable())));
        }
        return table.render(terminal);
    }

    private static String liquidity(LiquidityRunway l, Terminal terminal) {
        TextTable table =
                new TextTable(List.of(Column.text("Liquidity, no new money"), Column.number("CFADS"),
                        Column.number("debt service"), Column.number("maturing"), Column.number("capex"),
                        Column.number("draws"), Column.number("liquidity")));
        table.row(List.of("opening", "", "", "", "", "", Numbers.usdM(l.openingUsd())));
        for (LiquidityRunway.Month m : l.months()) {
            table.row(List.of(m.month().toString(), Numbers.usdM(m.cfadsUsd()), Numbers.usdM(m.serviceUsd()),
                    Numbers.usdM(m.maturingUsd()), Numbers.usdM(m.capexUsd()), Numbers.usdM(m.drawnUsd()),
                    Numbers.usdM(m.liquidityUsd())));
        }
        return table.render(terminal) + Words.wrap("Opening: cash " + Numbers.usdM(l.cashUsd())
                + ", restricted " + Numbers.usdM(l.restrictedUsd()) + ", undrawn revolvers "
                + Numbers.usdM(l.revolverUsd()) + ". Delayed draws still to come "
                + Numbers.usdM(l.delayedDrawUsd()) + ". Lowest " + Numbers.usdM(l.lowestUsd()) + " in "
                + l.lowestMonth() + "; runway " + runway(l) + ".", terminal.width());
    }

    static String runway(LiquidityRunway l) {
        return l.runwayMonths().isPresent()
                ? Numbers.count((long) l.runwayMonths().getAsInt(), "month")
                : "to the end";
    }

    private static String ratingCase(RatingCase r, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Rating case"), Column.number("min DSCR"),
                Column.number("ADSCR")));
        row(table, "base case", r.base());
        row(table, String.format(Locale.ROOT, "utilisation %s, PUE %.2f", Numbers.percent(r.utilisation()),
                r.pue()), r.rating());
        row(table, "and re-lease rents " + Numbers.percent(r.releaseHaircut()) + " lower", r.haircut());
        return table.render(terminal);
    }

    private static void row(TextTable table, String name, RatingCase.Cover cover) {
        table.row(List.of(name, Numbers.cover(cover.minimumDscr()), Numbers.cover(cover.averageDscr())));
    }

    private static String capacity(DebtCapacity c, Terminal terminal) {
        TextTable table = new TextTable(List.of(
                Column.text("Most debt at " + Numbers.cover(c.targetDscr())), Column.number("USD m"),
                Column.number("actual less it")));
        table.row(List.of("on contracted cash flow", Numbers.amount(c.contractedUsd() / 1e6),
                Numbers.usdM(c.beyondContractedUsd())));
        table.row(List.of("on all cash flow", Numbers.amount(c.totalUsd() / 1e6),
                Numbers.usdM(c.beyondTotalUsd())));
        table.row(List.of("actual", Numbers.usdM(c.actualUsd()), ""));
        return table.render(terminal);
    }

    private static String breakevens(List<Breakeven> all, Terminal terminal) {
        TextTable table = new TextTable(List.of(Column.text("Breakevens"), Column.text("promise"),
                Column.number("base"), Column.text("breaks at"), Column.number("change")));
        for (Driver driver : Driver.values()) {
            List<Breakeven> own = all.stream().filter(b -> b.driver() == driver).toList();
            if (!own.isEmpty()) {
                table.heading(driver.label() + ", " + driver.unit().replace('_', ' '));
            }
            own.forEach(b -> table.row(List.of("  " + b.target().instrument(), b.target().label(),
                    level(b, b.baseLevel()), outcome(b), Numbers.percent(b.change()))));
        }
        return table.render(terminal);
    }

    private static String outcome(Breakeven b) {
        boolean high = b.driver().hurtsWhenHigh();
        return switch (b.outcome()) {
            case Outcome.At(double at) -> level(b, at);
            case Outcome.Kept(double bound) ->
                    "never, " + (high ? "up" : "down") + " to " + level(b, bound);
            case Outcome.Broken(double bound) ->
                    "broken, even at " + level(b, bound);
        };
    }

    private static String level(Breakeven b, double value) {
        return switch (b.driver()) {
            case RENT_LEVEL, RELEASE_RATE, LEASE_RENT, HASH_PRICE -> Numbers.price(value);
            case BITCOIN_PRICE -> Numbers.count(value);
            case POWER_PRICE -> Numbers.fraction(value);
            case DECLINE, UTILISATION -> Numbers.percent(value);
        };
    }
}
