package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deflator.model.market.Depth;
import org.junit.jupiter.api.Test;

class CascadeTest {
    /** Borrowers with one loan on cards of one generation; path p scales all loans by {@code scale[p]}. */
    private record Book(double[] units, double[] loan, double[] scale) implements Cascade.Retest {
        private static final double TRIGGER_LTV = 0.9;

        static Book random(long seed, int borrowers, int paths) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] units = random.doubles(borrowers, 1, 20).toArray();
            double[] loan =
                    Arrays.stream(units).map(u -> u * TRIGGER_LTV * random.nextDouble(0.5, 1.0)).toArray();
            return new Book(units, loan, random.doubles(paths, 0.8, 1.0).toArray());
        }

        @Override
        public void announce(int borrower, int[] lanes, int count, ImpactMarket market) {
            for (int i = 0; i < count; i++) {
                market.announce(0, lanes[i], units[borrower]);
            }
        }

        @Override
        public void newlyDefaulted(int borrower, double[][] markFactor, int[] lanes, int count,
                boolean[] falls) {
            for (int i = 0; i < count; i++) {
                int lane = lanes[i];
                falls[lane] =
                        loan[borrower] * scale[lane] > TRIGGER_LTV * units[borrower] * markFactor[0][lane];
            }
        }

        CommonCollateral onPath(int path, double depth) {
            double[] scaled = Arrays.stream(loan).map(l -> l * scale[path]).toArray();
            return new CommonCollateral(units, scaled, TRIGGER_LTV, 1.0, depth);
        }
    }

    private static ImpactMarket market(double depth, int paths) {
        Depth.State state = new Depth.State(depth, 1.0, 0.0);
        ImpactMarket market =
                new ImpactMarket(new double[]{1.0}, paths, new Depth(state, state, state, 0, 12), 1);
        market.start(paths);
        market.openMonth(new double[paths], new double[paths]);
        return market;
    }

    private static boolean[][] firstFalls(int borrowers, int paths) {
        boolean[][] fresh = new boolean[borrowers][paths];
        for (int p = 0; p < paths; p++) {
            fresh[p % borrowers][p] = p % 4 != 3;
        }
        return fresh;
    }

    @Property(tries = 200)
    void cascadeEndsInTheLeastBadFixedPointOfEachPath(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @DoubleRange(min = 10, max = 400) double depth) {
        int paths = 9;
        Book book = Book.random(seed, n, paths);
        boolean[][] fresh = firstFalls(n, paths);
        boolean[][] defaulted = new boolean[n][paths];
        ImpactMarket market = market(depth, paths);
        int rounds = new Cascade(n, paths).run(defaulted, fresh, paths, market, book);
        assertThat(rounds).isLessThan(n);
        for (int p = 0; p < paths; p++) {
            CommonCollateral closed = book.onPath(p, depth);
            boolean[] expected = closed.leastBad(column(fresh, p));
            assertThat(column(defaulted, p)).as("path %d", p).isEqualTo(expected);
            assertThat(market.standingMark(0)[p]).isCloseTo(closed.priceUsd(expected), within(1e-12));
        }
    }

    @Property(tries = 100)
    void fixedPointIsLeftAsItIs(@ForAll long seed, @ForAll @DoubleRange(min = 10, max = 400) double depth) {
        Book book = Book.random(seed, 8, 5);
        boolean[][] defaulted = new boolean[8][5];
        ImpactMarket market = market(depth, 5);
        Cascade cascade = new Cascade(8, 5);
        cascade.run(defaulted, firstFalls(8, 5), 5, market, book);
        boolean[][] before = Arrays.stream(defaulted).map(boolean[]::clone).toArray(boolean[][]::new);
        double[] marks = market.standingMark(0).clone();
        int rounds = cascade.run(defaulted, new boolean[8][5], 5, market, book);
        assertThat(rounds).isZero();
        assertThat(defaulted).isDeepEqualTo(before);
        assertThat(market.standingMark(0)).isEqualTo(marks);
    }

    @Property(tries = 100)
    void deeperMarketPullsDownNobodyMore(@ForAll long seed,
            @ForAll @DoubleRange(min = 10, max = 400) double depth) {
        Book book = Book.random(seed, 8, 5);
        boolean[][] shallow = new boolean[8][5];
        boolean[][] deep = new boolean[8][5];
        new Cascade(8, 5).run(shallow, firstFalls(8, 5), 5, market(depth, 5), book);
        new Cascade(8, 5).run(deep, firstFalls(8, 5), 5, market(1.3 * depth, 5), book);
        for (int b = 0; b < 8; b++) {
            for (int p = 0; p < 5; p++) {
                assertThat(!deep[b][p] || shallow[b][p]).isTrue();
            }
        }
    }

    @Property(tries = 200)
    void orderOfVisitsDoesNotChangeWhoFalls(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int n,
            @ForAll @DoubleRange(min = 10, max = 400) double depth) {
        CommonCollateral closed = Book.random(seed, n, 1).onPath(0, depth);
        boolean[] exogenous = new boolean[n];
        exogenous[0] = true;
        SplittableRandom random = new SplittableRandom(~seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        assertThat(closed.leastBad(exogenous, order)).isEqualTo(closed.leastBad(exogenous));
    }

    @Property(tries = 200)
    void worstFixedPointContainsTheLeastBadOne(@ForAll long seed,
            @ForAll @DoubleRange(min = 10, max = 400) double depth) {
        CommonCollateral closed = Book.random(seed, 8, 1).onPath(0, depth);
        boolean[] exogenous = new boolean[8];
        exogenous[3] = true;
        boolean[] least = closed.leastBad(exogenous);
        boolean[] worst = closed.worst(exogenous);
        for (int i = 0; i < 8; i++) {
            assertThat(!least[i] || worst[i]).isTrue();
        }
    }

    @Test
    void roundsTellWhoPulledDownWhom() {
        Book book =
                new Book(new double[]{10, 8, 12, 20}, new double[]{9.5, 6.9, 9.8, 13.0}, new double[]{1.0});
        boolean[][] fresh = {{true}, {false}, {false}, {false}};
        Cascade cascade = new Cascade(4, 1);
        boolean[][] defaulted = new boolean[4][1];
        int rounds = cascade.run(defaulted, fresh, 1, market(120, 1), book);
        // exp(-10/120) = 0.920 breaks the second, exp(-18/120) = 0.861 the third, exp(-30/120) = 0.779 none.
        assertThat(rounds).isEqualTo(2);
        assertThat(cascade.roundOf(0)).containsExactly(0);
        assertThat(cascade.roundOf(1)).containsExactly(1);
        assertThat(cascade.roundOf(2)).containsExactly(2);
        assertThat(cascade.roundOf(3)).containsExactly(Cascade.STANDS);
    }

    @Test
    void monthWithoutDefaultsAsksNobody() {
        Cascade.Retest nobody = new Cascade.Retest() {
            @Override
            public void announce(int borrower, int[] lanes, int count, ImpactMarket market) {
                throw new AssertionError("asked " + borrower);
            }

            @Override
            public void newlyDefaulted(int borrower, double[][] markFactor, int[] lanes, int count,
                    boolean[] falls) {
                throw new AssertionError("asked " + borrower);
            }
        };
        boolean[][] old = {{true, false}, {false, false}};
        int rounds = new Cascade(2, 2).run(old, new boolean[2][2], 2, market(10, 2), nobody);
        assertThat(rounds).isZero();
        assertThat(old).isDeepEqualTo(new boolean[][]{{true, false}, {false, false}});
    }

    private static boolean[] column(boolean[][] rows, int column) {
        boolean[] values = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }
}
