package org.deflator.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListPriceTest {
    @Test
    void anOwnerFollowsTheMarketByChanceAndAtOnceBeyondTheBand() {
        double[] listed = {2.0, 2.0, 2.0, 2.0, 2.0};
        double[] market = {2.1, 2.1, 3.0, 1.3, 1.9};
        double[] uniforms = {0.10, 0.90, 0.90, 0.90, 0.15};
        ListPrice.advance(listed, market, uniforms, 0.15, 0.25, 5);
        assertThat(listed).containsExactly(2.1, 2.0, 3.0, 1.3, 2.0);
    }

    @Test
    void withCertainRepricingTheListPriceIsTheMarkets() {
        double[] listed = {2.0, 2.0};
        ListPrice.advance(listed, new double[]{2.01, 1.7}, new double[]{0.9999, 0.0001}, 1.0, 10.0, 2);
        assertThat(listed).containsExactly(2.01, 1.7);
    }
}
