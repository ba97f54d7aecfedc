package org.deflator.data.universe;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;

/**
 * A range that a practitioner would expect a result in, so that nonsense is noticed; no target.
 *
 * @param loan whose result
 * @param measure which
 * @param low lowest expected
 * @param high highest expected
 * @param unit how it is written
 * @param result the result; empty if the runs do not tell
 */
record Alarm(String loan, String measure, double low, double high, Unit unit,
        Function<AlarmRuns, OptionalDouble> result) {
    /** How values are written. */
    enum Unit {
        PERCENT("%.1f %%", 100), RATIO("%.2f", 1), MONTHS("%.0f months", 1), POINTS("%.1f points", 100), BP(
                "%.0f bp", 1);

        private final String format;
        private final double factor;

        Unit(String format, double factor) {
            this.format = format;
            this.factor = factor;
        }

        String write(double value) {
            return String.format(Locale.ROOT, format, factor * value);
        }
    }

    String range() {
        if (high == Double.POSITIVE_INFINITY) {
            return unit.write(low) + " or more";
        }
        return low == Double.NEGATIVE_INFINITY
                ? unit.write(high) + " or less"
                : unit.write(low) + " to " + unit.write(high);
    }

    String verdict(AlarmRuns runs) {
        OptionalDouble value = result.apply(runs);
        if (value.isEmpty()) {
            return "cannot be told";
        }
        return value.getAsDouble() < low ? "outside, low"
                : value.getAsDouble() > high ? "outside, high" : "inside";
    }

    String written(AlarmRuns runs) {
        OptionalDouble value = result.apply(runs);
        if (value.isEmpty()) {
            return "-";
        }
        return Double.isInfinite(value.getAsDouble()) ? "never" : unit.write(value.getAsDouble());
    }

    /** Share of paths with a default by the agencies' definition within five years. */
    static OptionalDouble pd5(RunSummary run, String id) {
        return OptionalDouble.of(instrument(run, id).pd().stream()
                .filter(pd -> pd.definition() == DefaultDefinition.AGENCY).findFirst().orElseThrow()
                .cumulative()[RunSummary.PD_YEARS.indexOf(5)]);
    }

    static OptionalDouble lgd(RunSummary run, String id) {
        return instrument(run, id).lgd();
    }

    static OptionalDouble dscr(RunSummary run, String id) {
        return instrument(run, id).medianDscr();
    }

    /** Share of paths on which the borrower of a debt has failed to pay by the end of the run. */
    static OptionalDouble everDefaulted(RunSummary run, String id) {
        double sum = 0;
        for (double share : borrower(run, id).defaultsByMonth()) {
            sum += share;
        }
        return OptionalDouble.of(sum);
    }

    /** Months until the median path covers its debt service less than once; infinite if it always does. */
    static OptionalDouble monthsToShortfall(RunSummary run, String id) {
        double[] median = borrower(run, id).dscr().p50();
        for (int m = 0; m < median.length; m++) {
            if (median[m] < 1) {
                return OptionalDouble.of(m + 1);
            }
        }
        return OptionalDouble.of(Double.POSITIVE_INFINITY);
    }

    /** Median interest cover of a landlord in a month in which its buildings are let. */
    static OptionalDouble interestCover(RunSummary run, String id, int month) {
        return borrower(run, id).landlord().map(landlord -> landlord.interestCover().p50()[month])
                .filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static InstrumentSummary instrument(RunSummary run, String id) {
        return run.instruments().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private static BorrowerSummary borrower(RunSummary run, String id) {
        String owner = instrument(run, id).borrower();
        return run.borrowers().stream().filter(b -> b.id().equals(owner)).findFirst().orElseThrow();
    }
}
