package org.deflator.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TreeSumTest {

    @Test
    void sumOfTheFirstNumbersIsExact() {
        double[] column = new double[1000];
        for (int i = 0; i < column.length; i++) {
            column[i] = i + 1;
        }
        for (int n = 0; n <= column.length; n++) {
            assertThat(TreeSum.sum(column, n)).isEqualTo(n * (n + 1) / 2.0);
            assertThat(TreeSum.dot(column, column, n)).isEqualTo(n * (n + 1.0) * (2 * n + 1) / 6);
        }
    }

    @Test
    void sumOfBlockSumsHasTheBitsOfTheWholeSum() {
        int n = 10_000;
        double[] column = new double[n];
        CounterRandom.uniforms(1, 2, 3, 0, column, n);
        double whole = TreeSum.sum(column, n);
        for (int block : new int[]{1, 2, 8, 64, 256, 1024}) {
            int blocks = (n + block - 1) / block;
            double[] sums = new double[blocks];
            for (int b = blocks - 1; b >= 0; b--) {
                sums[b] = TreeSum.sum(column, b * block, Math.min(block, n - b * block));
            }
            assertThat(TreeSum.sum(sums, blocks)).as("blocks of %s", block).isEqualTo(whole);
        }
    }

    @Test
    void errorDoesNotGrowWithTheNumberOfElements() {
        int n = 1 << 22;
        double[] column = new double[n];
        Arrays.fill(column, 0.1);
        double plain = 0.0;
        for (double value : column) {
            plain += value;
        }
        // n is a power of two, so the exact sum of n copies of the double 0.1 is a double.
        assertThat(TreeSum.sum(column, n)).isCloseTo(0.1 * n, withinPercentage(1e-13));
        assertThat(Math.abs(plain / (0.1 * n) - 1.0)).as("what a running sum loses").isGreaterThan(1e-12);
    }
}
