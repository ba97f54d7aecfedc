package org.deflator.cli;

import java.util.Optional;

/** How many threads simulate. */
final class Threads {
    private static final int MOST = 1024;

    private Threads() {}

    /** What {@code --threads} says, or one a processor. */
    static int count(Optional<Integer> given) {
        int count = given.orElse(Runtime.getRuntime().availableProcessors());
        if (count < 1 || count > MOST) {
            throw new BadInput("deflator: --threads is " + count + "; expected 1 to " + MOST);
        }
        return count;
    }
}
