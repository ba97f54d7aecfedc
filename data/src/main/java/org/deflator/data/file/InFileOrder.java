package org.deflator.data.file;

import java.util.Comparator;
import java.util.List;
import org.deflator.model.base.Problem;

/** Problems as a reader of the file meets them. */
final class InFileOrder {
    private InFileOrder() {}

    static List<Problem> of(List<Problem> problems) {
        return problems.stream().distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::sheet)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column).thenComparing(Problem::toString))
                .toList();
    }
}
