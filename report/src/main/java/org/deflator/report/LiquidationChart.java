package org.deflator.report;

import java.util.List;
import org.deflator.engine.distress.Liquidation;
import org.deflator.engine.distress.SalePlan;
import org.deflator.engine.distress.SaleTerms;
import org.deflator.model.market.Depth;
import org.deflator.model.market.MarketModel;

/**
 * What 10,000 cards bring in a sale, as a curve in the depth of the market: the least known number of the
 * model.
 */
final class LiquidationChart {
    private static final double LOT = 10_000;
    private static final double SHALLOWEST = 300;
    private static final double DEEPEST = 100_000;
    private static final int POINTS = 96;
    /** Assumed depth is uncertain by this factor either way (MODEL 6.3). */
    private static final double UNCERTAINTY = 3;

    private final Html html;
    private final MarketModel model;
    private final String gpu;
    private final double markUsd;

    LiquidationChart(Html html, MarketModel model, String gpu, double markUsd) {
        this.html = html;
        this.model = model;
        this.gpu = gpu;
        this.markUsd = markUsd;
    }

    /** A state of the market, its name and its line. */
    private record Regime(String name, String css, Depth.State state) {}

    void write() {
        List<Regime> regimes = List.of(new Regime("normal", "a", model.depth().normal()),
                new Regime("stress", "b", model.depth().stress()),
                new Regime("crisis", "c", model.depth().crisis()));
        String title = "What " + Figures.number(LOT, 0) + " " + gpu + " bring in a sale";
        Figure.open(html, title);
        Chart.open(html, title + ". " + caption(regimes), Chart.TALL);
        Chart chart = new Chart(html, Chart.Box.whole(), Scale.log(SHALLOWEST, DEEPEST), Scale.linear(0, 1,
                (value, decimals) -> Figures.number(value * 100, 0))).yAxis("% of mark, net of costs");
        for (Regime regime : regimes) {
            double assumed = regime.state().unitsPerMonth();
            double[] all = depths(SHALLOWEST, DEEPEST);
            double[] near = depths(assumed / UNCERTAINTY, assumed * UNCERTAINTY);
            chart.line(regime.css() + " thin", all, recoveries(regime.state(), all));
            chart.line(regime.css() + " thick", near, recoveries(regime.state(), near));
        }
        for (Regime regime : regimes) {
            double assumed = regime.state().unitsPerMonth();
            double recovery = recovery(regime.state(), assumed);
            chart.dot(regime.css() + " dot", assumed, recovery);
            chart.note("end strong", assumed, recovery, -8, -8,
                    regime.name() + " " + Figures.percent(recovery, 0));
        }
        chart.xAxis(true).xUnit("depth N, cards the market takes in a month (log scale)");
        html.close();
        Figure.close(html, caption(regimes));
        LiquidationTable.write(html, "The same at the assumed depths",
                regimes.stream().map(this::row).toList());
    }

    private LiquidationTable.Row row(Regime regime) {
        Depth.State state = regime.state();
        double assumed = state.unitsPerMonth();
        return new LiquidationTable.Row(regime.name(), assumed,
                1 - StrictMath.exp(-state.resiliencePerMonth()),
                state.priceFloor(), best(state, assumed / UNCERTAINTY), best(state, assumed),
                best(state, assumed * UNCERTAINTY));
    }

    private String caption(List<Regime> regimes) {
        Depth.State normal = regimes.getFirst().state();
        Depth.State crisis = regimes.getLast().state();
        return "Marked at $" + Figures.number(markUsd, 0) + " a card, the lot brings "
                + Figures.percent(recovery(normal, normal.unitsPerMonth()), 0)
                + " of it in a normal market and "
                + Figures.percent(recovery(crisis, crisis.unitsPerMonth()), 0)
                + " in a crisis. Dots are the assumed depths, thick lines a third to three times of"
                + " them. Each point"
                + " sells over the best of 1 to " + model.enforcement().maxSaleMonths()
                + " months while prices decline by "
                + Figures.percent(model.rents().declineMean(), 0) + " a year.";
    }

    private static double[] depths(double from, double to) {
        double[] depths = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            depths[i] = from * StrictMath.pow(to / from, i / (double) POINTS);
        }
        return depths;
    }

    private double[] recoveries(Depth.State state, double[] depths) {
        double[] recoveries = new double[depths.length];
        for (int i = 0; i < depths.length; i++) {
            recoveries[i] = recovery(state, depths[i]);
        }
        return recoveries;
    }

    /** Net proceeds over the mark in a market of this state but of another depth. */
    private double recovery(Depth.State state, double unitsPerMonth) {
        return Math.max(0, best(state, unitsPerMonth).recoveryOverMark());
    }

    private SalePlan best(Depth.State state, double unitsPerMonth) {
        Depth.State depth = new Depth.State(unitsPerMonth, state.resiliencePerMonth(), state.priceFloor());
        double decline = -StrictMath.log(1 - model.rents().declineMean());
        SaleTerms terms = SaleTerms.of(LOT, markUsd, decline, depth, 0, model.enforcement());
        return Liquidation.best(terms, model.enforcement().maxSaleMonths());
    }
}
