package org.deflator.engine.run;

/**
 * Counts of a measure in 512 fixed bins, the first and last taking what lies below and above. Whole-number counts merge
 * exactly in any order. NaN is counted apart: the measure did not exist on that path.
 */
public final class Histogram {
    /** Number of bins. */
    public static final int BINS = 512;

    private final double low;
    private final double width;
    private final int[] counts = new int[BINS];
    private int total;

    /** An empty histogram over {@code [low, high]}. */
    public Histogram(double low, double high) {
        this.low = low;
        this.width = (high - low) / (BINS - 2);
    }

    /** Counts one value; NaN is not counted. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        double position = (value - low) / width + 1;
        int bin = position < 0 ? 0 : position >= BINS ? BINS - 1 : (int) position;
        counts[bin]++;
        total++;
    }

    /** Adds counts of one bin, as read back from a store. */
    public void add(int bin, int count) {
        counts[bin] += count;
        total += count;
    }

    /** Adds all counts of another histogram with the same bins. */
    public void add(Histogram other) {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] += other.counts[bin];
        }
        total += other.total;
    }

    /** Count in one bin. */
    public int count(int bin) {
        return counts[bin];
    }

    /** How many values were counted. */
    public int total() {
        return total;
    }

    /** Width of a bin, in the measure's unit: the resolution of {@link #quantile}. */
    public double binWidth() {
        return width;
    }

    /** The value below which a share {@code p} lies, linear inside a bin; NaN if nothing was counted. */
    public double quantile(double p) {
        if (total == 0) {
            return Double.NaN;
        }
        double target = p * total;
        double below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (below + counts[bin] >= target && counts[bin] > 0) {
                double inside = Math.max(0, target - below) / counts[bin];
                return bin == 0 ? low
                        : bin == BINS - 1 ? low + (BINS - 2) * width : low + (bin - 1 + inside) * width;
            }
            below += counts[bin];
        }
        return low + (BINS - 2) * width;
    }
}
