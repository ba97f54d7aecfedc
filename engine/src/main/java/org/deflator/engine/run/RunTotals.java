package org.deflator.engine.run;

/** Sums of blocks, added in index order. */
public final class RunTotals {
    RunTotals() {}

    /** Adds a block. */
    public void add(BlockResult block) {
        throw new UnsupportedOperationException("" + block.block());
    }

    /** What the blocks so far say. */
    public RunSummary summary() {
        throw new UnsupportedOperationException();
    }
}
