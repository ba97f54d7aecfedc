package org.deflator.model.base;

import java.util.List;

/** Either a value or the complete list of reasons why there is none. */
public sealed interface Outcome<T> {
    /** It worked. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It did not; {@code problems} is never empty. */
    record Failed<T>(List<Problem> problems) implements Outcome<T> {
        public Failed {
            Check.that(!problems.isEmpty(), "a failure must name a problem");
            problems = List.copyOf(problems);
        }
    }
}
