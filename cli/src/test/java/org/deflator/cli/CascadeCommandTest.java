package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deflator.model.market.ContagionChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How one fall reaches others, as it is typed. */
class CascadeCommandTest {
    private static final String BOOK = "src/test/resources/books/five-groups.yaml";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("runs"));
    }

    private String cascade(String... more) {
        String[] typed = new String[7 + more.length];
        System.arraycopy(new String[]{"cascade", BOOK, "--paths", "64", "--horizon", "60", "--json"}, 0,
                typed, 0, 7);
        System.arraycopy(more, 0, typed, 7, more.length);
        assertThat(shell.type(typed)).as(shell.err()).isZero();
        return shell.out();
    }

    @Test
    void everyChannelIsShownAloneAndLeftOutWithAnyThreadsTheSame() {
        String one = cascade("--threads", "1");
        JsonNode root = new JsonMapper().readTree(one);
        for (ContagionChannel channel : ContagionChannel.values()) {
            assertThat(root.get("cases").valueStream().map(c -> c.get("case").asString()))
                    .contains(channel.key() + " alone", "all but " + channel.key());
        }
        assertThat(root.get("cases").size()).isEqualTo(11);
        assertThat(root.get("phase").size()).isEqualTo(5);
        assertThat(root.get("phase").get(2).get("expected_loss"))
                .isEqualTo(root.get("cases").get(0).get("expected_loss"));
        assertThat(cascade("--threads", "2")).isEqualTo(one);
    }

    @Test
    void aPathIsToldMonthByMonth() {
        JsonNode root = new JsonMapper().readTree(cascade("--path", "3"));
        assertThat(root.get("falls").size()).isPositive();
        root.get("sales").valueStream().forEach(sale -> {
            assertThat(sale.get("price_share").asDouble()).isBetween(0.1, 1.0);
            assertThat(sale.get("sold_units").asDouble() + sale.get("waiting_units").asDouble()).isPositive();
        });
        assertThat(shell.type("cascade", BOOK, "--paths", "64", "--horizon", "60", "--path", "3")).isZero();
        assertThat(shell.out()).contains("Path 3", "Falls: "
                + root.get("falls").get(0).get("borrower").asString());
    }

    @Test
    void everyBorrowerIsLetFallOnce() {
        JsonNode root = new JsonMapper().readTree(cascade("--dominoes"));
        assertThat(root.get("dominoes").size()).isGreaterThan(5);
        assertThat(root.get("reproduction_number").asDouble())
                .isGreaterThanOrEqualTo(root.get("reproduction_between_groups").asDouble());
        root.get("dominoes").valueStream().forEach(fall -> assertThat(
                fall.get("raises_default_probability").get(fall.get("falls").asString()).asDouble())
                .isZero());
    }

    @Test
    void refusesAPathThatIsNotRun() {
        assertThat(shell.type("cascade", BOOK, "--paths", "64", "--path", "64")).isEqualTo(2);
        assertThat(shell.err()).contains("--path is 64; expected 0 to 63");
    }
}
