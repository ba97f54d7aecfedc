package org.deflator.engine.run;

import java.util.OptionalDouble;

/**
 * A figure of a summary.
 *
 * @param subject whose it is
 * @param metric which
 * @param value its value; empty where it does not exist
 * @param standardError error of the simulation; empty where none is computed
 */
public record SummaryFigure(SummarySubject subject, SummaryMetric<?> metric, OptionalDouble value,
        OptionalDouble standardError) {
    static <S> SummaryFigure of(SummarySubject subject, SummaryMetric<S> metric, S results) {
        return new SummaryFigure(subject, metric, metric.value().apply(results),
                metric.standardError().apply(results));
    }
}
