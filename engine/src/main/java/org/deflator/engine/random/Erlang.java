package org.deflator.engine.random;

/**
 * The gamma distribution with a whole-number shape, a sum of independent exponentials: launch delays (shape
 * 2) and gaps between launches (shape 16).
 */
public final class Erlang {

    /** Largest shape: the product of that many uniforms, each at least 2^-53, is still a normal number. */
    public static final int MAX_SHAPE = 19;

    private Erlang() {
    }

    /**
     * Exact samples: -scale ln(u_1 .. u_shape).
     *
     * @param uniforms at least {@code shape} columns of uniforms
     * @param shape 1 to {@link #MAX_SHAPE}
     * @param scale in the unit of the result; the mean is shape times scale
     * @param out receives n samples; not one of the uniform columns
     * @param n number of paths
     */
    public static void sample(double[][] uniforms, int shape, double scale, double[] out, int n) {
        check(shape, scale);
        System.arraycopy(uniforms[0], 0, out, 0, n);
        for (int k = 1; k < shape; k++) {
            double[] u = uniforms[k];
            assert !Columns.same(u, out);
            for (int i = 0; i < n; i++) {
                out[i] *= u[i];
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = -scale * Elementary.log(out[i]);
        }
    }

    /**
     * P(X > x) = e^(-x/scale) sum_{k &lt; shape} (x/scale)^k / k!.
     *
     * @param x in the unit of scale; the answer is 1 for x &lt;= 0
     */
    public static double tail(int shape, double scale, double x) {
        check(shape, scale);
        if (x <= 0.0) {
            return 1.0;
        }
        double ratio = x / scale;
        if (ratio > 1e6) {
            return 0.0;
        }
        double sum = 1.0;
        for (int k = shape - 1; k >= 1; k--) {
            sum = Math.fma(sum, ratio / k, 1.0);
        }
        return Elementary.exp(-ratio) * sum;
    }

    /**
     * The quantile by its upper tail: one uniform instead of {@code shape} of them, monotone in it.
     *
     * @param upper P(X > x), strictly between 0 and 1
     * @return x, by bisection down to neighbouring doubles
     */
    public static double quantileOfTail(int shape, double scale, double upper) {
        check(shape, scale);
        if (!(upper > 0.0 && upper < 1.0)) {
            throw new IllegalArgumentException("probability must be strictly between 0 and 1, not " + upper);
        }
        double low = 0.0;
        double high = scale;
        // Doubling ends long before the tail underflows at about 760 scales.
        while (tail(shape, scale, high) > upper) {
            low = high;
            high *= 2.0;
        }
        for (int step = 0; step < 1200; step++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (tail(shape, scale, middle) > upper) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static void check(int shape, double scale) {
        if (shape < 1 || shape > MAX_SHAPE) {
            throw new IllegalArgumentException("shape must be 1 to " + MAX_SHAPE + ", not " + shape);
        }
        if (!(scale > 0.0)) {
            throw new IllegalArgumentException("scale must be positive, not " + scale);
        }
    }
}
