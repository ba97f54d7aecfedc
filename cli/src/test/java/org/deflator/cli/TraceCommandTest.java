package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunTables;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.TestRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Borrowers followed on paths of a small run, of which the first two are sampled. */
class TraceCommandTest {
    private static final double CENT = 0.01;

    @TempDir
    static Path runs;

    private final Shell shell = new Shell(runs);

    @BeforeAll
    static void simulate() {
        assertThat(new Shell(runs).type(Shell.FIVE_GROUPS)).isZero();
    }

    @Test
    void monthsStandBesideEachOtherBetweenOpeningAndClosingCash() throws IOException {
        assertThat(shell.type("trace", "-b", "mill", "--path", "200", "--from", "2026-10", "--to", "2027-02"))
                .isZero();
        // Whether the bond is refinanced in 2028 is a matter of the model.
        Golden.check("trace-mill.txt", shell.out().replaceFirst("\n(Defaults in|Does not).*", "\n..."));

        assertThat(shell.type("trace", "-b", "mill", "--path", "200", "--csv", "--to", "2027-01")).isZero();
        Golden.check("trace-mill.csv", shell.out());
    }

    @ParameterizedTest
    @CsvSource({"north,0", "north-spv,1", "south-spv,77", "west,130", "harbour,255", "mill,3"})
    void theLedgerExplainsEveryChangeOfCashToTheCent(String borrower, int path) {
        JsonNode trace = trace(borrower, path);
        JsonNode opening = trace.required("opening_usd");
        JsonNode closing = trace.required("closing_usd");

        assertThat(opening).hasSize(60);
        for (int month = 0; month < 60; month++) {
            double usd = opening.required(month).doubleValue();
            for (JsonNode account : trace.required("accounts").values()) {
                usd += account.required("usd").required(month).doubleValue();
            }
            assertThat(usd).as("month %d", month).isCloseTo(closing.required(month).doubleValue(),
                    within(CENT));
            if (month < 59) {
                assertThat(opening.required(month + 1)).isEqualTo(closing.required(month));
            }
        }
    }

    @Test
    void aSampledPathIsTheOneInTheTables() throws IOException {
        RunTables tables = new RunTables(RunDirectory.latest(runs).orElseThrow());
        JsonNode trace = trace("north-spv", 1);

        List<String> stored = new ArrayList<>();
        for (LedgerRow row : tables.ledger()) {
            if (row.path() == 1 && row.borrower().equals("north-spv")) {
                stored.add(row.account());
            }
        }
        for (JsonNode account : trace.required("accounts").values()) {
            String name = account.required("account").asString();
            assertThat(stored).contains(name);
            for (int month = 0; month < 60; month++) {
                int when = month;
                double usd = tables.ledger().stream()
                        .filter(row -> row.path() == 1 && row.month() == when && row.account().equals(name)
                                && row.borrower().equals("north-spv"))
                        .mapToDouble(LedgerRow::usd).sum();
                assertThat(account.required("usd").required(month).doubleValue()).isEqualTo(usd);
            }
        }
        assertThat(trace.required("accounts")).hasSize((int) stored.stream().distinct().count());
        List<TestRow> tests = tables.tests().stream()
                .filter(test -> test.path() == 1 && test.instrument().equals("north-loan")).toList();
        assertThat(tests).isNotEmpty();
        assertThat(trace.required("tests").values().stream()
                .map(test -> test.required("covenant").asString() + " " + test.required("effect").asString()))
                .isEqualTo(tests.stream().map(test -> test.covenant() + " " + test.effect()).toList());
    }

    @Test
    void aPathThatDefaultsSaysWhenAndWhyAndEndsWithoutCash() {
        shell.type("sql", "--csv",
                "select path from paths where instrument = 'north-loan' and payment_month < 40"
                        + " and path > 2 limit 1");
        int path = Integer.parseInt(shell.out().lines().skip(1).findFirst().orElseThrow());
        JsonNode trace = trace("north-spv", path);

        assertThat(trace.required("default").required("cause").asString()).isNotBlank();
        assertThat(trace.required("closing_usd").required(59).doubleValue()).isCloseTo(0, within(CENT));
        assertThat(trace.required("tests").values().stream().map(test -> test.required("effect").asString()))
                .anyMatch(effect -> !effect.equals("kept"));
        shell.type("trace", "-b", "north-spv", "--path", String.valueOf(path));
        assertThat(shell.out()).containsPattern("\nDefaults in 20\\d\\d-\\d\\d: ")
                .contains("2026-07 to 2027-06 (the run goes from 2026-07 to 2031-06)")
                .containsPattern("covenant test +instrument +covenant +ratio +threshold +headroom +effect\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trace --path 1                                      | --borrower
            trace -b mill                                       | --path
            trace -b mill --path 256                            | --path is 256; expected 0 to 255
            trace -b mill --path -1                             | --path is -1
            trace -b nobody --path 1                            | there is no borrower 'nobody' in
            trace -b mill --path 1 --from 2026-06               | --from is 2026-06; expected 2026-07 to 2031-06
            trace -b mill --path 1 --to 2031-07                 | --to is 2031-07; expected 2026-07 to 2031-06
            trace -b mill --path 1 --from 2027-02 --to 2027-01  | --to 2027-01 is before --from 2027-02
            trace -b mill --path 1 --from soon                  | soon
            trace -b mill --path 1 --csv --json                 | mutually exclusive
            trace nowhere -b mill --path 1                      | no manifest.json
            """)
    void badInputIsOneSentence(String arguments, String sentence) {
        assertThat(shell.type(arguments.strip().split(" +"))).isEqualTo(2);
        assertThat(shell.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
    }

    private JsonNode trace(String borrower, int path) {
        assertThat(shell.type("trace", "-b", borrower, "--path", String.valueOf(path), "--json")).isZero();
        return JsonMapper.builder().build().readTree(shell.out());
    }
}
