package org.deflator.cli;

import java.util.Locale;
import org.deflator.model.market.Depth;

/** States of the market for used cards that a sale can be tried in. */
enum Regime {
    NORMAL, STRESS, CRISIS;

    Depth.State depth(Depth depth) {
        return switch (this) {
            case NORMAL -> depth.normal();
            case STRESS -> depth.stress();
            case CRISIS -> depth.crisis();
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The spelling on the command line. */
    @Override
    public String toString() {
        return label();
    }
}
