package org.deflator.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;

/**
 * The user asked for something that cannot be done; the message says what to change. Ends a command with
 * exit 2.
 */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String sentence) {
        super(sentence);
    }

    /** The value, or every problem, one a line. */
    static <T> T require(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new BadInput(
                            problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        };
    }
}
