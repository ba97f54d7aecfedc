package org.deflator.engine.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deflator.engine.oracle.Published;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DebtRankTest {
    @Test
    void oneRoundIsThePublishedImpactDiffusion() {
        // A chain has one round from its last but one member: what the loss of j does to each i at once.
        JsonNode six = Published.cases("contagion/impact_measures_small.json").get(1);
        double[] owed = numbers(six.get("liabilitiesColumnMajor"));
        double[] buffer = numbers(six.get("buffer"));
        double[] expected = numbers(six.get("expectedColumnMajor"));
        int n = buffer.length;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double[][] impact = new double[n][n];
                impact[j][i] = Math.min(1, owed[i * n + j] / buffer[i]);
                double[] value = new double[n];
                Arrays.fill(value, 1);
                double[] first = new double[n];
                first[j] = 1;
                assertThat(DebtRank.of(impact, value, first)).as(j + " to " + i)
                        .isCloseTo(i == j ? 0 : expected[i * n + j], within(1e-12));
            }
        }
    }

    @Test
    void aCircleCountsOnce() {
        double[][] circle = {{0, 0.5}, {0.5, 0}};
        // 0.5 reaches the second, whose half comes back; the first does not pass that on again.
        assertThat(DebtRank.of(circle, new double[]{0.5, 0.5}, new double[]{0.5, 0}))
                .isCloseTo(0.5 * 0.25 + 0.5 * 0.125, within(1e-15));
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
