package org.deflator.engine.covenant;

import java.util.ArrayList;
import java.util.List;

/** Every covenant test on the first few paths of a block. */
public final class TestLog {
    /** One test; amounts and ratios as the covenant measures them. */
    public record Entry(int path, int month, int debt, String covenant, double ratio, double threshold,
            double headroom, String effect) {}

    private final int paths;
    private final List<Entry> entries = new ArrayList<>();

    /** A log of the first {@code paths} paths; 0 records nothing. */
    public TestLog(int paths) {
        this.paths = paths;
    }

    void add(Entry entry) {
        if (entry.path() < paths) {
            entries.add(entry);
        }
    }

    boolean keeps(int path) {
        return path < paths;
    }

    /** What was tested, in order. */
    public List<Entry> entries() {
        return entries;
    }
}
