package org.deflator.model.scenario;

import java.util.Locale;

/** How somebody looks at a loan on computers: a setting of everything at once (MODEL, correction 11, M2, M7, M17). */
public enum Lens {
    /** Real estate that keeps up with inflation: lasts 35 years and sells at appraisal. */
    INFRASTRUCTURE,
    /** The ten-year model: the rent of today, for ten years. */
    FLAT_RENT,
    /** A start-up's equipment: its customers fail as start-ups do, and nobody wants the rest. */
    VENTURE,
    /** The whole model. */
    FULL;

    /** As users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of the bundled scenario that looks so. */
    public String scenarioId() {
        return "lens-" + label();
    }
}
