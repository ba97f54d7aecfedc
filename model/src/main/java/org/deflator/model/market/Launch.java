package org.deflator.model.market;

import java.time.YearMonth;

/**
 * A competitor of the cards already installed, on the day it ships in volume.
 *
 * @param id such as {@code Rubin}
 * @param kind what it is; {@link RentModel} says how hard each kind hits older cards
 * @param scheduled announced month of volume; the delay is drawn per path
 */
public record Launch(String id, Kind kind, YearMonth scheduled) {
    /** Kinds of launch. */
    public enum Kind {
        /** A new architecture. */
        MAJOR,
        /** A refresh of an architecture. */
        MINOR,
        /** TPUs, Trainium and other inference chips, which compete with old cards first (mechanism M3). */
        CUSTOM_SILICON
    }
}
