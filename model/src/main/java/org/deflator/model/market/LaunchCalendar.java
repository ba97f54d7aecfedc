package org.deflator.model.market;

import java.util.Comparator;
import java.util.List;
import org.deflator.model.base.Check;

/**
 * What is announced, and what is expected after the last announcement.
 *
 * @param launches announced launches, by date
 * @param delayShape shape of the gamma-distributed delay, a whole number (MODEL 1.4: 2)
 * @param delayScaleMonths scale of the delay, months (MODEL 1.4: 1.5)
 * @param gapMonths months between launches after the last announced one, alternately minor and major
 */
public record LaunchCalendar(List<Launch> launches, int delayShape, double delayScaleMonths, int gapMonths) {
    public LaunchCalendar {
        Check.between(delayShape, 1, 20, "delay_shape");
        Check.atLeastZero(delayScaleMonths, "delay_scale_months");
        Check.between(gapMonths, 1, 120, "gap_months");
        launches = launches.stream().sorted(Comparator.comparing(Launch::scheduled).thenComparing(Launch::id))
                .toList();
    }

    /** Mean of the random delay, months. */
    public double meanDelayMonths() {
        return delayShape * delayScaleMonths;
    }
}
