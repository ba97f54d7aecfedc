package org.deflator.model.base;

/** Where a figure comes from. */
public sealed interface Evidence {
    /** The figure was read in a published document. */
    record Sourced(String url) implements Evidence {}

    /** Nobody published it: we assume it, for this reason; it can be swept. */
    record Assumed(String reason) implements Evidence {}
}
