package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios, switches and lenses as they are typed. */
class ScenarioCommandsTest {
    private static final String BOOK = "src/test/resources/books/five-groups.yaml";

    @TempDir
    Path folder;

    private Path file;
    private Shell shell;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new Shell(folder.resolve("runs"));
        file = folder.resolve("trial.yaml");
        Files.writeString(file, """
                scenario: trial
                description: Rents halve once spreads are wide.
                assumed: true
                reason: a trial
                set: {rents.decline_mean: 0.30}
                set_portfolio: {borrowers.north-spv.debt.north-loan.rate.spread_bp: 700}
                shocks:
                  - {type: rent, when: credit_spread_bp > 500, multiply_by: 0.5}
                """);
    }

    @Test
    void aRunKeepsItsScenariosAndIsTheSameAgainAndCanBeExplainedAndTraced() throws IOException {
        Path run = folder.resolve("run");
        assertThat(shell.type("run", BOOK, "--paths", "256", "--horizon", "24", "--threads", "1", "--out",
                run.toString(), "--scenario", file.toString(), "--scenario", "depth-collapse", "--without",
                "offtaker")).as(shell.err()).isZero();
        assertThat(shell.out()).contains("Under trial+depth-collapse+without-offtaker");
        assertThat(Files.readString(run.resolve("scenarios/001-trial.yaml")))
                .isEqualTo(Files.readString(file));
        assertThat(Files.readString(run.resolve("manifest.json"))).contains("002-depth-collapse.yaml",
                "003-without-offtaker.yaml");

        // The run has its own copy: what becomes of the file no longer matters.
        Files.delete(file);
        assertThat(shell.type("verify", run.toString())).as(shell.out() + shell.err()).isZero();
        assertThat(shell.type("trace", run.toString(), "-b", "north-spv", "--path", "3")).isZero();
        assertThat(shell.type("explain", "--all", run.toString(), "north-loan", "expected_loss_usd_m"))
                .as(shell.err()).isZero();
        assertThat(shell.out()).contains("scenarios/001-trial.yaml:5").contains("scenarios/001-trial.yaml:6")
                .containsPattern(
                        "scenario\\.trial\\.shocks\\.0\\.multiply_by +0\\.5 +scenarios/001-trial.yaml:8");
        assertThat(shell.type("run", "--resume", run.toString())).isZero();
        assertThat(shell.type("run", "--resume", run.toString(), "--scenario", "crypto-crash")).isEqualTo(2);
        assertThat(shell.err()).contains("leave out --scenario");
    }

    @Test
    void scenariosMakeAnotherRun() throws IOException {
        List<String> plain =
                List.of("run", BOOK, "--paths", "8", "--horizon", "12", "--threads", "1", "--json");
        assertThat(shell.type(plain.toArray(String[]::new))).isZero();
        String base = shell.out();
        assertThat(shell.type("run", BOOK, "--paths", "8", "--horizon", "12", "--threads", "1", "--json",
                "--scenario", "lens-full", "--without", "premium")).isZero();
        assertThat(shell.out()).isEqualTo(base);
        assertThat(shell.type("run", BOOK, "--paths", "8", "--horizon", "12", "--threads", "1", "--json",
                "--only", "depth")).isZero();
        assertThat(shell.out()).isNotEqualTo(base);
    }

    @Test
    void badScenariosAreToldAtTheirPlaceWithExitCodeTwo() throws IOException {
        Files.writeString(file, "scenario: trial\ndescription: x\nset: {rents.decline_mean: 3}\n");
        assertThat(shell.type("run", BOOK, "--scenario", file.toString())).isEqualTo(2);
        assertThat(shell.err()).isEqualTo(
                file + ":3:27: found '3', expected a number from -1 to 0.95; correct the value\n");
        Files.writeString(file, "scenario: trial\ndescription: x\nset_portfolio: {borrowers.nort.name: y}\n");
        assertThat(shell.type("stress", BOOK, "--scenario", file.toString())).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo(file + ":3:17: found the path 'borrowers.nort.name', expected a path"
                        + " into the portfolio; did you mean 'north'?\n");
        Files.writeString(file, """
                scenario: trial
                description: x
                shocks: [{type: offtaker_default, at: 2030-01, offtaker: acmee}]
                """);
        assertThat(shell.type("run", BOOK, "--scenario", file.toString())).isEqualTo(2);
        assertThat(shell.err())
                .startsWith(file + ":3:58: found 'acmee', expected a customer of the portfolio");
        assertThat(shell.type("run", BOOK, "--scenario", "crypto-crsh")).isEqualTo(2);
        assertThat(shell.err()).contains("did you mean 'crypto-crash'?");
        assertThat(shell.type("run", BOOK, "--without", "inflation")).isEqualTo(2);
        assertThat(shell.err()).contains("expected deflation, tenor").contains("did you mean 'deflation'?");
        assertThat(shell.type("run", BOOK, "--scenario", "nowhere.yaml")).isEqualTo(2);
        assertThat(shell.err()).contains("nowhere.yaml: found no readable file");
    }

    @Test
    void aStressTestSaysHowFarEachCaseLiesFromTheBase() throws IOException {
        Path table = folder.resolve("tables/stress.csv");
        String[] stress = {"stress", BOOK, "--paths", "300", "--horizon", "24", "--out", table.toString(),
                "--scenario", "lens-full", "--scenario", "crypto-crash+depth-collapse"};
        assertThat(shell.type(stress)).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("300 paths of 24 months, seed 1, the same random numbers in each case")
                .containsPattern("base +[\\d,.]+ +[\\d,.]+ +[\\d.]+%")
                .containsPattern("lens-full +[\\d,.]+ +\\+0\\.0 +0\\.0 ")
                .containsPattern("crypto-crash\\+depth-collapse +[\\d,.]+ +\\+[\\d,.]+ +[\\d,.]+ ");
        String csv = Files.readString(table);
        assertThat(csv)
                .startsWith(
                        "case,borrower,metric,value,difference,standard_error\nbase,,expected_loss_usd_m,")
                .contains("\ncrypto-crash+depth-collapse,north-spv,pd_24m,");
        assertThat(shell.type(stress)).isZero();
        assertThat(Files.readString(table)).isEqualTo(csv);
    }

    @Test
    void bundledScenariosAreListedAndPrinted() {
        assertThat(shell.type("scenarios")).isZero();
        assertThat(shell.out()).contains("  crypto-crash: ").contains("  without-tenor: ")
                .contains("  lens-venture: ");
        assertThat(shell.type("scenarios", "crypto-crash")).isZero();
        assertThat(shell.out()).startsWith("scenario: crypto-crash\n").contains("multiply_by: 0.5");
        assertThat(shell.type("scenarios", "--json")).isZero();
        assertThat(shell.out()).contains("\"id\" : \"rubin-late\"");
    }

    @Test
    void cashFlowsFollowTheScenario() {
        String[] cashflows = {"cashflows", BOOK, "-b", "west", "--yearly", "--csv"};
        assertThat(shell.type(cashflows)).isZero();
        String base = shell.out();
        assertThat(
                shell.type("cashflows", BOOK, "-b", "west", "--yearly", "--csv", "--lens", "infrastructure"))
                .as(shell.err()).isZero();
        assertThat(shell.out()).isNotEqualTo(base);
    }
}
