package org.deflator.engine.covenant;

import java.util.ArrayList;
import java.util.List;

/** Every covenant test on a few paths of a block. */
public final class TestLog {
    /** One test; amounts and ratios as the covenant measures them. */
    public record Entry(int path, int month, int debt, String covenant, double ratio, double threshold,
            double headroom, String effect) {}

    private final int from;
    private final int to;
    private final List<Entry> entries = new ArrayList<>();

    /** A log of the first {@code paths} paths; 0 records nothing. */
    public TestLog(int paths) {
        this(0, paths);
    }

    /** A log of the paths from {@code from} up to, but not including, {@code to}. */
    public TestLog(int from, int to) {
        this.from = from;
        this.to = to;
    }

    void add(Entry entry) {
        if (keeps(entry.path())) {
            entries.add(entry);
        }
    }

    boolean keeps(int path) {
        return path >= from && path < to;
    }

    /** What was tested, in order. */
    public List<Entry> entries() {
        return entries;
    }
}
