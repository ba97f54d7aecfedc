package org.deflator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.deflator.model.portfolio.Portfolio.Unmodelled;

/** What a run says on the terminal. */
final class SummaryText {
    private SummaryText() {}

    static String render(RunSummary summary, Terminal terminal) {
        List<String> parts = new ArrayList<>(List.of(header(summary, terminal), totals(summary.portfolio()),
                InstrumentTable.of(summary).render(terminal),
                legend(InstrumentTable.lets(summary), terminal)));
        if (!summary.unmodelled().isEmpty()) {
            parts.add(unmodelled(summary.unmodelled(), terminal));
        }
        if (!summary.leftOut().isEmpty()) {
            parts.add(Words.wrap(leftOut(summary.leftOut()), terminal.width()));
        }
        return String.join("\n", parts);
    }

    private static String header(RunSummary summary, Terminal terminal) {
        RunPlan plan = summary.plan();
        return terminal.bold(summary.portfolioId()) + " as of " + summary.asOf() + ": "
                + Numbers.count(plan.paths(), "path") + " of " + Numbers.count(plan.months(), "month")
                + ", seed "
                + plan.seed() + "\n";
    }

    private static String totals(PortfolioTotals totals) {
        String[][] lines = {{"Exposure", Numbers.amount(totals.exposureUsdM()), "USD m"},
                {"Undrawn", Numbers.amount(totals.undrawnUsdM()), "USD m"},
                {"Expected loss", Numbers.amount(totals.expectedLossUsdM()),
                        "USD m, standard error " + Numbers.amount(totals.expectedLossSeUsdM())},
                {"Loss, 99 % VaR", Numbers.amount(totals.var99UsdM()), "USD m"},
                {"Loss, 99 % ES", Numbers.amount(totals.es99UsdM()), "USD m"},
                {"Any payment default", Numbers.percent(totals.anyDefault5y()), "of paths within 5 years"}};
        int widest = 0;
        for (String[] line : lines) {
            widest = Math.max(widest, line[1].length());
        }
        StringBuilder out = new StringBuilder();
        for (String[] line : lines) {
            out.append(line[0]).append(" ".repeat(21 - line[0].length() + widest - line[1].length()))
                    .append(line[1])
                    .append(' ').append(line[2]).append('\n');
        }
        return out.toString();
    }

    private static String legend(boolean lets, Terminal terminal) {
        return Words.wrap(
                "PD: share of paths in default within 1, 3, 5 years, by definition. payment: money due was"
                        + " not"
                        + " paid or collateral taken; agency: also maturities put off under"
                        + " duress; covenant: any event of default, waived or not. +-: standard"
                        + " error. DSCR: median over paths of the lowest, and the median. LTV: at the mark,"
                        + " and"
                        + " at what a sale into today's depth"
                        + " brings."
                        + (lets ? " Interest cover and debt yield, of owners of data centres: medians." : ""),
                terminal.width());
    }

    /** How much growth the perimeter leaves out, a sentence. */
    static String leftOut(List<LeftOut> growth) {
        double debtUsdM = growth.stream().mapToDouble(LeftOut::debtUsdM).sum();
        double capexUsdM = growth.stream().mapToDouble(LeftOut::capexUsdM).sum();
        return "Left out as growth: USD " + Numbers.amount(debtUsdM) + " m of debt, assets of USD "
                + Numbers.amount(capexUsdM) + " m ("
                + growth.stream().map(LeftOut::id).distinct().collect(Collectors.joining(", "))
                + "); " + PerimeterOption.NAME + " " + Perimeter.GROWTH + " brings them in.";
    }

    private static String unmodelled(List<Unmodelled> rows, Terminal terminal) {
        StringBuilder out = new StringBuilder(terminal.bold("Not simulated")).append('\n');
        for (Unmodelled row : rows) {
            String amount = row.amountUsdM() > 0 ? ", USD " + Numbers.amount(row.amountUsdM()) + " m" : "";
            out.append(Words.wrap("  " + row.borrower() + ", " + row.name() + amount + ": " + row.reason(),
                    terminal.width()));
        }
        return out.toString();
    }
}
