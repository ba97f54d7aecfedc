package org.deflator.model.market;

import java.util.List;

/**
 * Everything a simulation knows of the world outside its borrowers.
 *
 * @param snapshot where it starts
 * @param model how it moves
 * @param shocks what befalls it besides, in order; none unless a scenario says so
 */
public record Market(MarketSnapshot snapshot, MarketModel model, List<MarketShock> shocks) {
    public Market {
        shocks = List.copyOf(shocks);
    }

    /** A market that no scenario disturbs. */
    public Market(MarketSnapshot snapshot, MarketModel model) {
        this(snapshot, model, List.of());
    }

    /** The same from another start. */
    public Market with(MarketSnapshot changed) {
        return new Market(changed, model, shocks);
    }

    /** The same that moves in another way. */
    public Market with(MarketModel changed) {
        return new Market(snapshot, changed, shocks);
    }

    /** The same disturbed by these shocks as well. */
    public Market with(List<MarketShock> more) {
        return new Market(snapshot, model,
                java.util.stream.Stream.concat(shocks.stream(), more.stream()).toList());
    }
}
