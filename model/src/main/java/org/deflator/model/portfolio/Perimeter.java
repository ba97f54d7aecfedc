package org.deflator.model.portfolio;

import java.util.Locale;

/** How much of what companies plan belongs to a book. */
public enum Perimeter {
    /** Assets in service and projects that cash or committed debt has funded. */
    FROZEN,
    /** Also what is marked as growth: planned and not funded, or signed after the as-of date. */
    GROWTH;

    /** The word that users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The spelling on the command line. */
    @Override
    public String toString() {
        return label();
    }
}
