package org.deflator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.Breakeven.Outcome;
import org.deflator.engine.study.Breakeven.Target.Kind;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.Driver;

/**
 * How far each driver may move before the first covenant, and before par, breaks: the shorter the bar, the more fragile
 * the credit. Of several covenants or debts the one that breaks first is drawn.
 */
final class BreakevenTornado {
    private static final String TITLE = "Breakevens: how far each driver may move";
    private static final double ROW = 20;
    private static final double TOP = 6;
    /** Moves beyond a fall to nothing or a rise to three times are drawn at the edge. */
    private static final double LEAST = -1;
    private static final double MOST = 2;

    private BreakevenTornado() {}

    static void write(Html html, CreditReview review) {
        List<Breakeven> rows = rows(review.breakevens());
        if (rows.isEmpty()) {
            boolean drivers = Double.isFinite(review.rents().averageUsdPerGpuHour())
                    || Double.isFinite(review.rents().powerUsdPerKwh())
                    || Double.isFinite(review.capacityRents().averageUsdPerKwMonth())
                    || Double.isFinite(review.bitcoin().priceUsd());
            Figure.empty(html, TITLE, drivers ? "Breakevens were left out of this run of the memo."
                    : "The borrower depends on none of the drivers searched: it owns no cards, data centres"
                            + " or bitcoin and mines nothing.");
            return;
        }
        double low = -0.1;
        double high = 0.1;
        for (Breakeven row : rows) {
            low = Math.max(LEAST, Math.min(low, reach(row)));
            high = Math.min(MOST, Math.max(high, reach(row)));
        }
        int height = (int) (TOP + ROW * rows.size() + 26);
        Chart.Box box = new Chart.Box(130, TOP, 210, ROW * rows.size());
        Scale x = Scale.linear(low, high, (value, decimals) -> MemoFigures.change(value));
        Figure.open(html, TITLE);
        Chart.open(html, TITLE + ". " + caption(rows), height);
        Chart chart = new Chart(html, box, x, new Scale(0, rows.size(), false, List.of()));
        for (int i = 0; i < rows.size(); i++) {
            Breakeven row = rows.get(i);
            double at = rows.size() - i - 0.5;
            boolean par = row.target().kind() == Kind.PAR;
            chart.across(css(row, par), 0, reach(row), at, 0.6);
            chart.note("end", x.low(), at, -8, 4, row.driver().label());
            chart.note("start", x.high(), at, 8, 4, told(row));
        }
        chart.mark("axis", 0).xAxis(true);
        html.close();
        new Key(html).item("bar", "a covenant breaks").item("late", "par is not repaid")
                .item("open", "nothing breaks in the range searched").close();
        Figure.close(html, caption(rows));
    }

    /** For each driver the covenant that breaks first, and the debt whose par does, most fragile first. */
    static List<Breakeven> rows(List<Breakeven> all) {
        List<Breakeven> rows = new ArrayList<>();
        for (Driver driver : Driver.values()) {
            for (Kind kind : Kind.values()) {
                Optional<Breakeven> first = all.stream()
                        .filter(b -> b.driver() == driver && b.target().kind() == kind)
                        .min(Comparator.comparingDouble(BreakevenTornado::fragility));
                first.ifPresent(rows::add);
            }
        }
        rows.sort(Comparator.comparingDouble(BreakevenTornado::fragility));
        return rows;
    }

    /** Room over the base level; what is broken comes first, what is never broken last. */
    private static double fragility(Breakeven b) {
        return switch (b.outcome()) {
            case Outcome.At _ -> b.baseLevel() == 0
                    ? Math.signum(b.room())
                    : b.room() / Math.abs(b.baseLevel());
            case Outcome.Kept _ -> Double.MAX_VALUE;
            case Outcome.Broken _ -> -Double.MAX_VALUE;
        };
    }

    private static double reach(Breakeven b) {
        double level = switch (b.outcome()) {
            case Outcome.At at -> at.level();
            case Outcome.Kept kept -> kept.bound();
            case Outcome.Broken _ -> b.baseLevel();
        };
        return b.baseLevel() == 0 ? 0 : Math.clamp(level / b.baseLevel() - 1, LEAST, MOST);
    }

    private static String css(Breakeven b, boolean par) {
        boolean open = b.outcome() instanceof Outcome.Kept;
        return open ? "open" : par ? "late" : "bar";
    }

    private static String told(Breakeven b) {
        String what = b.target().kind() == Kind.PAR ? "par" : b.target().label();
        return switch (b.outcome()) {
            case Outcome.At at -> what + ": " + MemoFigures.level(b.driver(), at.level())
                    + (b.room() < 0 ? ", needed" : "");
            case Outcome.Kept _ -> what + ": kept";
            case Outcome.Broken _ -> what + ": broken";
        };
    }

    private static String caption(List<Breakeven> rows) {
        Breakeven first = rows.getFirst();
        String base = MemoFigures.level(first.driver(), first.baseLevel()) + " "
                + MemoFigures.unit(first.driver());
        String promise = first.target().kind() == Kind.PAR
                ? "par of " + first.target().instrument()
                : first.target().instrument() + " " + first.target().label();
        return switch (first.outcome()) {
            case Outcome.Broken _ -> "Already broken in the base case, whatever "
                    + first.driver().label() + " within the range searched: " + promise + ".";
            case Outcome.Kept _ -> "Nothing breaks within the ranges searched.";
            case Outcome.At at when first.room() < 0 -> "Already broken in the base case: " + promise
                    + ", kept only from " + first.driver().label() + " "
                    + MemoFigures.level(first.driver(), at.level()) + " against " + base + ".";
            case Outcome.At at -> "Least room: " + first.driver().label() + " from " + base + " to "
                    + MemoFigures.level(first.driver(), at.level()) + " breaks " + promise + ".";
        };
    }
}
