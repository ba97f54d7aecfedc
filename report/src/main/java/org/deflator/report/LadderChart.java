package org.deflator.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deflator.engine.study.ContractLadder;

/** Debt still owed against contract revenue still promised, at the end of each year. */
final class LadderChart {
    private static final String TITLE = "Debt against contracts";

    private LadderChart() {}

    static void write(Html html, ContractLadder ladder) {
        List<ContractLadder.Year> years = ladder.years();
        double top = 0;
        int bars = years.size() + 1;
        double[] debt = new double[bars];
        double[] late = new double[bars];
        double[] left = new double[years.size()];
        double[] edges = new double[bars + 1];
        List<Scale.Tick> ticks = new ArrayList<>();
        int step = years.size() > 20 ? 5 : years.size() > 12 ? 2 : 1;
        for (int i = 0; i < years.size(); i++) {
            ContractLadder.Year year = years.get(i);
            boolean uncontracted =
                    ladder.lastContract().filter(last -> last.getYear() > year.year()).isEmpty();
            debt[i] = uncontracted ? 0 : year.debtUsd() / 1e6;
            late[i] = uncontracted ? year.debtUsd() / 1e6 : 0;
            left[i] = year.contractedLeftUsd() / 1e6;
            top = Math.max(top, Math.max(year.debtUsd() / 1e6, left[i]));
            edges[i + 1] = i + 1;
            if (year.year() % step == 0) {
                ticks.add(new Scale.Tick(i + 0.5, String.valueOf(year.year())));
            }
        }
        late[years.size()] = ladder.uncontractedBalloonUsd() / 1e6;
        top = Math.max(top, late[years.size()]);
        edges[bars] = bars;
        ticks.add(new Scale.Tick(bars - 0.5, "balloon"));
        if (top <= 0) {
            Figure.empty(html, TITLE, "Nothing is owed, and nothing contracted, at the end of any year.");
            return;
        }
        Figure.open(html, TITLE);
        Chart.open(html, TITLE + ". " + caption(ladder));
        new Chart(html, Chart.Box.whole(), new Scale(0, bars, false, ticks),
                Scale.linear(0, top, Figures::number)).yAxis("$m at the end of the year")
                .bars("bar", edges, debt, 0.3).bars("late", edges, late, 0.3)
                .steps("contracted", edges, left).xAxis(true);
        html.close();
        Key key = new Key(html).item("bar", "debt by schedule");
        if (Arrays.stream(late).sum() > 0) {
            key.item("late", "debt after the last contract, and the uncontracted balloon: debt when it ends");
        }
        key.item("contracted", "contracted revenue still to be billed").close();
        Figure.close(html, caption(ladder));
    }

    /** The balloon in words. */
    static String caption(ContractLadder ladder) {
        double total = ladder.outstandingUsd() + ladder.toBeDrawnUsd();
        if (ladder.lastContract().isEmpty()) {
            return "No contract stands behind the debt: all " + MemoFigures.amount(total)
                    + " is uncontracted.";
        }
        String last = "The last contract ends in " + Figures.month(ladder.lastContract().orElseThrow());
        return ladder.uncontractedBalloonUsd() > 0
                ? last + "; " + MemoFigures.amount(ladder.uncontractedBalloonUsd()) + ", "
                        + Figures.percent(ladder.balloonShare(), 1)
                        + " of the debt, is then still owed: the uncontracted balloon."
                : last + "; by then the schedule has repaid all debt: there is no uncontracted balloon.";
    }
}
