package org.deflator.engine.path;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deflator.engine.random.CounterRandom;
import org.deflator.engine.random.Elementary;
import org.deflator.engine.random.Erlang;
import org.deflator.engine.random.Stream;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.Launch;
import org.deflator.model.market.LaunchCalendar;

/**
 * When competitors of the installed cards ship (MODEL 1.4): the announced launches, then one every so many months,
 * alternately minor and major, after the last announced card. Each may slip by a gamma-distributed delay, except
 * those already in the market on the as-of date. An empty calendar has no launches at all.
 *
 * <p>Times are years from the as-of date; a launch dated to a month ships from that month's start. This class is
 * immutable.
 */
public final class LaunchDates {
    private static final double MONTHS_PER_YEAR = 12.0;

    private final List<Launch> launches;
    private final double[] scheduledYears;
    private final int delayShape;
    private final double delayScaleYears;

    private LaunchDates(List<Launch> launches, LaunchCalendar calendar, Timeline timeline) {
        this.launches = List.copyOf(launches);
        this.scheduledYears = launches.stream()
                .mapToDouble(launch -> timeline.indexOf(launch.scheduled()) / MONTHS_PER_YEAR).toArray();
        this.delayShape = calendar.delayShape();
        this.delayScaleYears = calendar.delayScaleMonths() / MONTHS_PER_YEAR;
    }

    /**
     * The launches of a calendar, expected ones included.
     *
     * @param monthsAhead how far to look after the as-of date
     */
    static LaunchDates of(LaunchCalendar calendar, Timeline timeline, int monthsAhead) {
        List<Launch> launches = new ArrayList<>(calendar.launches());
        List<YearMonth> cards = calendar.launches().stream()
                .filter(launch -> launch.kind() != Launch.Kind.CUSTOM_SILICON).map(Launch::scheduled)
                .toList();
        if (!cards.isEmpty()) {
            Launch.Kind kind = Launch.Kind.MINOR;
            YearMonth next = cards.getLast().plusMonths(calendar.gapMonths());
            for (int count = 1; timeline.indexOf(next) < monthsAhead; count++) {
                // A launch that nobody announced cannot have happened already.
                if (timeline.indexOf(next) >= 0) {
                    launches.add(new Launch("expected-" + count, kind, next));
                }
                kind = kind == Launch.Kind.MINOR ? Launch.Kind.MAJOR : Launch.Kind.MINOR;
                next = next.plusMonths(calendar.gapMonths());
            }
        }
        return new LaunchDates(launches, calendar, timeline);
    }

    /** Share of a launch's full effect that is there, {@code years} after it shipped; a jump if there is no ramp. */
    public static double ramp(double years, double rampYears) {
        if (rampYears == 0.0) {
            return years >= 0.0 ? 1.0 : 0.0;
        }
        return Math.min(Math.max(years / rampYears, 0.0), 1.0);
    }

    int count() {
        return scheduledYears.length;
    }

    Launch launch(int k) {
        return launches.get(k);
    }

    double scheduledYears(int k) {
        return scheduledYears[k];
    }

    /** Whether launch k can still slip. */
    boolean isUncertain(int k) {
        return scheduledYears[k] >= 0.0;
    }

    /** Date with the mean delay: what a buyer reckons with. */
    double meanYears(int k) {
        return scheduledYears[k] + (isUncertain(k) ? delayShape * delayScaleYears : 0.0);
    }

    /** Expectation over the delay of the effect of launch k added from the as-of date to {@code years}. */
    double expectedRamp(int k, double years, double rampYears) {
        if (!isUncertain(k) || delayScaleYears == 0.0) {
            return ramp(years - scheduledYears[k], rampYears) - ramp(-scheduledYears[k], rampYears);
        }
        double after = years - scheduledYears[k];
        if (rampYears == 0.0) {
            return after < 0.0 ? 0.0 : 1.0 - Erlang.tail(delayShape, delayScaleYears, after);
        }
        return (expectedExcess(after) - expectedExcess(after - rampYears)) / rampYears;
    }

    /** E[(years - delay)+] of the gamma-distributed delay. */
    private double expectedExcess(double years) {
        if (years <= 0.0) {
            return 0.0;
        }
        double x = years / delayScaleYears;
        double tail = Erlang.tail(delayShape, delayScaleYears, years);
        double term = Elementary.exp(-x);
        for (int stage = 1; stage <= delayShape; stage++) {
            term *= x / stage;
        }
        // E[delay; delay < years] is the mean times the distribution function of the next shape.
        return years * (1.0 - tail) - delayShape * delayScaleYears * (1.0 - tail - term);
    }

    /** Draws the dates of launch k on each path. */
    void draw(int k, long seed, long firstPath, double[] years, double[] uniform, int n) {
        Arrays.fill(years, 0, n, scheduledYears[k]);
        if (!isUncertain(k)) {
            return;
        }
        for (int stage = 0; stage < delayShape; stage++) {
            CounterRandom.uniforms(seed, Stream.of("launch-delay", launch(k).id(), stage), 0, firstPath,
                    uniform, n);
            for (int i = 0; i < n; i++) {
                years[i] -= delayScaleYears * Elementary.log(uniform[i]);
            }
        }
    }
}
