package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CounterRandomTest {

    private static final long SEED = 20260630L;

    /**
     * Known answers of philox4x32-10 from Random123 1.14, {@code tests/kat_vectors}: counter c0..c3, key k0
     * k1, result r0..r3. Our counter is c1 c0 = month and path, c3 c2 = stream; our key is the seed.
     */
    private static final long[][] KNOWN_ANSWERS = {
            {0x00000000L, 0x00000000L, 0x00000000L, 0x00000000L, 0x00000000L, 0x00000000L,
                    0x6627e8d5L, 0xe169c58dL, 0xbc57ac4cL, 0x9b00dbd8L},
            {0xffffffffL, 0xffffffffL, 0xffffffffL, 0xffffffffL, 0xffffffffL, 0xffffffffL,
                    0x408f276dL, 0x41c83b0eL, 0xa20bc7c6L, 0x6d5451fdL},
            {0x243f6a88L, 0x85a308d3L, 0x13198a2eL, 0x03707344L, 0xa4093822L, 0x299f31d0L,
                    0xd16cfe09L, 0x94fdccebL, 0x5001e420L, 0x24126ea1L}
    };

    @Test
    void publishedKnownAnswersAreReproduced() {
        for (long[] row : KNOWN_ANSWERS) {
            int month = (int) (row[1] >>> 16);
            long path = (row[1] & 0xffffL) << 32 | row[0];
            long stream = row[3] << 32 | row[2];
            long seed = row[5] << 32 | row[4];
            double[] first = new double[1];
            double[] second = new double[1];
            CounterRandom.uniformPairs(seed, stream, month, path, first, second, 1);
            assertThat(first[0]).isEqualTo(uniform(row[6], row[7]));
            assertThat(second[0]).isEqualTo(uniform(row[8], row[9]));
            double[] fast = new double[1];
            double[] fastSecond = new double[1];
            CounterRandom.Scratch scratch = new CounterRandom.Scratch(1);
            CounterRandom.uniformPairs(seed, stream, month, path, scratch, fast, fastSecond, 1);
            assertThat(fast[0]).isEqualTo(uniform(row[6], row[7]));
            assertThat(fastSecond[0]).isEqualTo(uniform(row[8], row[9]));
        }
    }

    /** The top 52 bits of two words, at the middle of their interval of width 2^-52. */
    private static double uniform(long high, long low) {
        long bits = high << 32 | low;
        return (bits >>> 12) * 0x1p-52 + 0x1p-53;
    }

    @Test
    void oneColumnIsTheFirstOfThePairAndScratchChangesNothing() {
        int n = 1000;
        double[] single = new double[n];
        double[] first = new double[n];
        double[] second = new double[n];
        double[] fast = new double[n];
        double[] fastSecond = new double[n];
        CounterRandom.Scratch scratch = new CounterRandom.Scratch(n);
        for (int month = 0; month < 200; month++) {
            CounterRandom.uniforms(SEED, 3, month, 77, single, n);
            CounterRandom.uniformPairs(SEED, 3, month, 77, first, second, n);
            CounterRandom.uniforms(SEED, 3, month, 77, scratch, fast, n);
            assertThat(first).isEqualTo(single);
            assertThat(fast).isEqualTo(single);
            CounterRandom.uniformPairs(SEED, 3, month, 77, scratch, fast, fastSecond, n);
            assertThat(fast).isEqualTo(single);
            assertThat(fastSecond).isEqualTo(second);
        }
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aPathHasItsNumbersWhateverTheBlock() {
        double[] all = new double[1024];
        CounterRandom.uniforms(SEED, 9, 13, 0, all, 1024);
        CounterRandom.Scratch scratch = new CounterRandom.Scratch(300);
        double[] block = new double[300];
        for (int size : new int[]{1, 7, 64, 300}) {
            for (int from = 0; from + size <= 1024; from += size) {
                CounterRandom.uniforms(SEED, 9, 13, from, scratch, block, size);
                for (int i = 0; i < size; i++) {
                    assertThat(block[i]).isEqualTo(all[from + i]);
                }
            }
        }
    }

    @Test
    void nothingIsWrittenBeyondTheLastPath() {
        double[] out = {-1.0, -1.0, -1.0};
        CounterRandom.uniforms(SEED, 0, 0, 0, out, 2);
        assertThat(out[2]).isEqualTo(-1.0);
        assertThat(out[1]).isPositive();
    }

    @Test
    void eachCoordinateMatters() {
        double base = one(SEED, 5, 6, 7);
        assertThat(base).isEqualTo(one(SEED, 5, 6, 7));
        for (int bit = 0; bit < 64; bit++) {
            assertThat(one(SEED ^ 1L << bit, 5, 6, 7)).as("seed bit %s", bit).isNotEqualTo(base);
            assertThat(one(SEED, 5 ^ 1L << bit, 6, 7)).as("stream bit %s", bit).isNotEqualTo(base);
        }
        for (int bit = 0; bit < 16; bit++) {
            assertThat(one(SEED, 5, 6 ^ 1 << bit, 7)).as("month bit %s", bit).isNotEqualTo(base);
        }
        for (int bit = 0; bit < 48; bit++) {
            assertThat(one(SEED, 5, 6, 7 ^ 1L << bit)).as("path bit %s", bit).isNotEqualTo(base);
        }
    }

    @Test
    void coordinatesOutsideTheCounterAreRefused() {
        double[] out = new double[4];
        assertThatThrownBy(() -> CounterRandom.uniforms(1, 1, -1, 0, out, 4))
                .hasMessageContaining("month -1");
        assertThatThrownBy(() -> CounterRandom.uniforms(1, 1, CounterRandom.MONTHS, 0, out, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CounterRandom.uniforms(1, 1, 0, -1, out, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CounterRandom.uniforms(1, 1, 0, CounterRandom.PATHS - 3, out, 4))
                .isInstanceOf(IllegalArgumentException.class);
        CounterRandom.uniforms(1, 1, 0, CounterRandom.PATHS - 4, out, 4);
    }

    /** A million uniforms; u - 1/2 has variance 1/12 and its square variance 1/180. */
    @Test
    void momentsAndSerialCorrelationsAreThoseOfIndependentUniforms() {
        int n = 1_000_000;
        double[] u = new double[n];
        double[] v = new double[n];
        CounterRandom.uniformPairs(SEED, Stream.of("uniform test"), 3, 0, u, v, n);
        double mean = 0.0;
        double square = 0.0;
        double pair = 0.0;
        double serial = 0.0;
        double min = 1.0;
        double max = 0.0;
        for (int i = 0; i < n; i++) {
            double centred = u[i] - 0.5;
            mean += centred / n;
            square += centred * centred / n;
            pair += centred * (v[i] - 0.5) / n;
            serial += centred * (u[(i + 1) % n] - 0.5) / n;
            min = Math.min(min, u[i]);
            max = Math.max(max, u[i]);
        }
        double root = Math.sqrt(n);
        assertThat(Math.abs(mean)).isLessThan(4.5 * Math.sqrt(1.0 / 12.0) / root);
        assertThat(Math.abs(square - 1.0 / 12.0)).isLessThan(4.5 * Math.sqrt(1.0 / 180.0) / root);
        assertThat(Math.abs(pair)).as("first with second").isLessThan(4.5 / 12.0 / root);
        assertThat(Math.abs(serial)).as("path with next path").isLessThan(4.5 / 12.0 / root);
        assertThat(min).isPositive().isLessThan(2e-5);
        assertThat(max).isLessThan(1.0).isGreaterThan(1.0 - 2e-5);
    }

    /** Chi-square of 1024 equal cells: mean 1023, standard deviation 45.2. */
    @Test
    void cellsAreFilledEvenly() {
        int n = 1 << 20;
        double[] u = new double[n];
        CounterRandom.uniforms(SEED, 2, 1, 0, u, n);
        int[] count = new int[1024];
        for (double value : u) {
            count[(int) (value * 1024)]++;
        }
        double chiSquare = 0.0;
        for (int c : count) {
            chiSquare += (c - 1024.0) * (c - 1024.0) / 1024.0;
        }
        assertThat(chiSquare).isBetween(1023.0 - 4.5 * 45.2, 1023.0 + 4.5 * 45.2);
    }

    @Test
    void neighbouringStreamsMonthsAndSeedsAreUncorrelated() {
        int n = 200_000;
        double[] base = new double[n];
        double[] other = new double[n];
        CounterRandom.uniforms(SEED, 4, 10, 0, base, n);
        CounterRandom.uniforms(SEED, 5, 10, 0, other, n);
        assertThat(Math.abs(correlation(base, other))).as("stream").isLessThan(4.5 / Math.sqrt(n));
        CounterRandom.uniforms(SEED, 4, 11, 0, other, n);
        assertThat(Math.abs(correlation(base, other))).as("month").isLessThan(4.5 / Math.sqrt(n));
        CounterRandom.uniforms(SEED + 1, 4, 10, 0, other, n);
        assertThat(Math.abs(correlation(base, other))).as("seed").isLessThan(4.5 / Math.sqrt(n));
        CounterRandom.uniforms(SEED, 4, 10, n, other, n);
        assertThat(Math.abs(correlation(base, other))).as("path").isLessThan(4.5 / Math.sqrt(n));
    }

    private static double one(long seed, long stream, int month, long path) {
        double[] out = new double[1];
        CounterRandom.uniforms(seed, stream, month, path, out, 1);
        return out[0];
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - 0.5) * (b[i] - 0.5);
        }
        return 12.0 * sum / a.length;
    }
}
