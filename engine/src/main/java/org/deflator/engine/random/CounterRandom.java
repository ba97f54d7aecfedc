package org.deflator.engine.random;

import java.util.Arrays;

/**
 * Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", SC 2011).
 *
 * <p>A number is a pure function of (seed, stream, month, path). Any thread may compute any of them in any
 * order, in blocks of any size, and gets the same bits.
 *
 * <p>The seed is the 64-bit key. The 128-bit counter holds the path (48 bits), the month (16 bits) and the
 * stream (64 bits) side by side, so that different coordinates are different counters: nothing is hashed or
 * folded, and no two coordinates can collide. One call gives 128 bits, two uniforms.
 *
 * <p>A uniform is an odd multiple of 2^-53: strictly between 0 and 1, exact in a double, and with 1 - u in
 * the same set, so that antithetic pairs are exact.
 */
public final class CounterRandom {

    /** Paths are numbered 0 .. PATHS - 1. */
    public static final long PATHS = 1L << 48;

    /** Months are numbered 0 .. MONTHS - 1. */
    public static final int MONTHS = 1 << 16;

    private static final long MULTIPLIER_LEFT = 0xCD9E8D57L;
    private static final long MULTIPLIER_RIGHT = 0xD2511F53L;
    private static final long WEYL_LEFT = 0x9E3779B9L;
    private static final long WEYL_RIGHT = 0xBB67AE85L;
    private static final int ROUNDS = 10;

    private CounterRandom() {
    }

    /**
     * Working columns for the fast forms: one per worker, reused from call to call. Their contents between
     * calls mean nothing.
     */
    public static final class Scratch {
        private final long[] left;
        private final long[] right;

        /** Room for columns of up to {@code size} paths. */
        public Scratch(int size) {
            left = new long[size];
            right = new long[size];
        }
    }

    /**
     * One uniform for each of n consecutive paths: the first of the pair that {@link #uniformPairs} gives.
     *
     * @param seed seed of the run
     * @param stream factor number, or {@link Stream} of a name
     * @param month 0 .. {@link #MONTHS} - 1
     * @param firstPath path of out[0]; the last path must be below {@link #PATHS}
     * @param out receives n numbers strictly between 0 and 1
     * @param n number of paths
     */
    public static void uniforms(long seed, long stream, int month, long firstPath, double[] out, int n) {
        fill(seed, stream, month, firstPath, out, out, n);
    }

    /** {@link #uniforms} with working columns: the same numbers, four times as fast. */
    public static void uniforms(
            long seed, long stream, int month, long firstPath, Scratch scratch, double[] out, int n) {
        fill(seed, stream, month, firstPath, scratch, n);
        toUniforms(scratch.left, out, n);
    }

    /**
     * Two independent uniforms for each of n consecutive paths, for the price of one. Parameters as for
     * {@link #uniforms}; the two columns must be different arrays.
     */
    public static void uniformPairs(
            long seed, long stream, int month, long firstPath, double[] first, double[] second, int n) {
        assert !Columns.same(first, second);
        fill(seed, stream, month, firstPath, first, second, n);
    }

    /** {@link #uniformPairs} with working columns: the same numbers, four times as fast. */
    public static void uniformPairs(
            long seed, long stream, int month, long firstPath, Scratch scratch,
            double[] first, double[] second, int n) {
        assert !Columns.same(first, second);
        fill(seed, stream, month, firstPath, scratch, n);
        toUniforms(scratch.left, first, n);
        toUniforms(scratch.right, second, n);
    }

    /**
     * Path by path. Writes {@code second} before {@code first}: with one array for both the first remains.
     */
    private static void fill(
            long seed, long stream, int month, long firstPath, double[] first, double[] second, int n) {
        check(month, firstPath, n);
        long start = counter(month, firstPath);
        for (int i = 0; i < n; i++) {
            long left = Long.rotateLeft(start + i, 32);
            long right = Long.rotateLeft(stream, 32);
            long keyLeft = seed;
            long keyRight = seed >>> 32;
            for (int round = 0; round < ROUNDS; round++) {
                long newLeft = mix(left, right, MULTIPLIER_LEFT, keyLeft);
                right = mix(right, left, MULTIPLIER_RIGHT, keyRight);
                left = newLeft;
                keyLeft += WEYL_LEFT;
                keyRight += WEYL_RIGHT;
            }
            second[i] = toUniform(right);
            first[i] = toUniform(left);
        }
    }

    /** Round by round over the whole column: small loops of one type, which the compiler vectorises. */
    private static void fill(long seed, long stream, int month, long firstPath, Scratch scratch, int n) {
        check(month, firstPath, n);
        long[] left = scratch.left;
        long[] right = scratch.right;
        long start = counter(month, firstPath);
        for (int i = 0; i < n; i++) {
            left[i] = Long.rotateLeft(start + i, 32);
        }
        Arrays.fill(right, 0, n, Long.rotateLeft(stream, 32));
        long keyLeft = seed;
        long keyRight = seed >>> 32;
        for (int round = 0; round < ROUNDS; round++) {
            mix(left, right, keyLeft, keyRight, n);
            keyLeft += WEYL_LEFT;
            keyRight += WEYL_RIGHT;
        }
    }

    private static void mix(long[] left, long[] right, long keyLeft, long keyRight, int n) {
        for (int i = 0; i < n; i++) {
            long oldLeft = left[i];
            long oldRight = right[i];
            left[i] = mix(oldLeft, oldRight, MULTIPLIER_LEFT, keyLeft);
            right[i] = mix(oldRight, oldLeft, MULTIPLIER_RIGHT, keyRight);
        }
    }

    /**
     * Half a round of Philox4x32. The published algorithm has four 32-bit words c0..c3; here they sit in
     * pairs, left = (c0, c1) and right = (c2, c3), first word on top. In a round the product of one side's
     * top word becomes the other side, after its high half is combined with that side's low word and the key.
     * The shift drops whatever stands above the low 32 bits of word and key, so neither needs a mask.
     */
    private static long mix(long own, long other, long multiplier, long key) {
        return (other >>> 32) * multiplier ^ (own ^ key) << 32;
    }

    /** Words c1, c0 of the counter: month (16 bits), path (48 bits). */
    private static long counter(int month, long path) {
        return (long) month << 48 | path;
    }

    private static void toUniforms(long[] bits, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = toUniform(bits[i]);
        }
    }

    /** The top 52 bits as an odd multiple of 2^-53. */
    private static double toUniform(long bits) {
        return (bits >>> 11 | 1L) * 0x1p-53;
    }

    private static void check(int month, long firstPath, int n) {
        if (month < 0 || month >= MONTHS) {
            throw new IllegalArgumentException("month " + month + " is not in 0 .. " + (MONTHS - 1));
        }
        if (firstPath < 0 || n < 0 || firstPath > PATHS - n) {
            throw new IllegalArgumentException(
                    "paths " + firstPath + " .. + " + n + " are not in 0 .. " + (PATHS - 1));
        }
    }
}
