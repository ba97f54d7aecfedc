package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deflator.engine.oracle.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ClearingVectorTest {
    static List<JsonNode> published() {
        return Published.cases("contagion/eisenberg_noe_rogers_veraart.json");
    }

    @ParameterizedTest
    @MethodSource("published")
    void paysWhatThePublishedNetworksPay(JsonNode network) {
        assertThat(network(network, 1, 1).greatest())
                .containsExactly(numbers(network.get("eisenbergNoe").get("payments")), within(1e-9));
        JsonNode costly = network.get("rogersVeraart");
        assertThat(network(network, costly.get("alpha").asDouble(), costly.get("beta").asDouble()).greatest())
                .containsExactly(numbers(costly.get("payments")), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("published")
    void withoutLossInDefaultThereIsOneClearing(JsonNode network) {
        ClearingVector clearing = network(network, 1, 1);
        assertThat(clearing.least()).containsExactly(clearing.greatest(), within(1e-9));
    }

    @Test
    void firstPublishedNetworkIsExact() {
        assertThat(network(published().getFirst(), 1, 1).greatest())
                .containsExactly(new double[]{165.0 / 112, 159.0 / 112, 1.5}, within(1e-14));
    }

    @Test
    void leastClearingRescuesThoseWhoCanPayWhateverOthersDo() {
        // The second has enough of its own; the first then pays from what it gets.
        double[][] owed = {{0, 0, 3}, {4, 0, 0}};
        ClearingVector clearing = new ClearingVector(owed, new double[]{0, 5}, 0, 0);
        assertThat(clearing.least()).containsExactly(3, 4);
    }

    @Test
    void refusesDebtsThatMeanNothing() {
        assertThatThrownBy(() -> new ClearingVector(new double[][]{{1}}, new double[]{1}, 1, 1))
                .hasMessageContaining("owes itself");
        assertThatThrownBy(() -> new ClearingVector(new double[][]{{0, -1}}, new double[]{1}, 1, 1))
                .hasMessageContaining("owed");
    }

    private static ClearingVector network(JsonNode network, double alpha, double beta) {
        double[] outside = numbers(network.get("externalLiabilities"));
        double[][] owed = new double[outside.length][outside.length + 1];
        for (int i = 0; i < outside.length; i++) {
            System.arraycopy(numbers(network.get("L").get(i)), 0, owed[i], 0, outside.length);
            owed[i][outside.length] = outside[i];
        }
        return new ClearingVector(owed, numbers(network.get("externalAssets")), alpha, beta);
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
