package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loan tapes wherever a portfolio file goes. */
class LoanTapeCommandTest {
    private static final String ARCHETYPE = "../examples/archetypes/sub-ig-spv.yaml";
    private static final String TAPE = "../examples/tapes/sub-ig-spv";

    @TempDir
    private Path folder;
    private Shell shell = new Shell(Path.of("unused"));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder.resolve("runs"));
    }

    @Test
    void theTapeOfTheDocsPrintsWhatTheyShow() throws IOException {
        assertThat(shell.type("check", TAPE)).isZero();
        assertThat(Files.readString(Path.of("../docs/loan-tapes.md"))).contains(shell.out().strip());
    }

    @Test
    void aTapeRunsAsTheFileThatItSays() {
        String file = results(ARCHETYPE, "a");
        String workbook = folder.resolve("book.xlsx").toString();
        assertThat(shell.type("export", ARCHETYPE, "--to", workbook)).isZero();

        assertThat(results(TAPE, "b")).isEqualTo(file);
        assertThat(results(TAPE + "/instruments.csv", "c")).isEqualTo(file);
        assertThat(results(workbook, "d")).isEqualTo(file);
        assertThat(shell.type("verify", folder.resolve("d").toString())).isZero();
    }

    private String results(String portfolio, String run) {
        assertThat(shell.type("run", portfolio, "--paths", "256", "--horizon", "60", "--json", "--out",
                folder.resolve(run).toString())).as(shell.err()).isZero();
        return shell.out();
    }

    @Test
    void anImportedTapeChecksAsTheFileThatWentOut() {
        String yaml = folder.resolve("book.yaml").toString();
        shell.type("check", ARCHETYPE);
        String before = shell.out();
        assertThat(shell.type("import", TAPE, "--to", yaml)).isZero();
        assertThat(shell.type("check", yaml)).isZero();
        assertThat(shell.out()).isEqualTo(before);
    }

    @Test
    void badTapesEndWithTwoAndWriteNothing() throws IOException {
        Path tape = Files.createDirectory(folder.resolve("tape"));
        Files.writeString(tape.resolve("portfolio.csv"), "portfolio,as_of\nbook,2026-06-31\n");
        Path yaml = folder.resolve("book.yaml");

        assertThat(shell.type("import", tape.toString(), "--to", yaml.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("portfolio.csv:2:as_of: found '2026-06-31'");
        assertThat(yaml).doesNotExist();
    }

    @Test
    void aTextThatNoCellHoldsEndsWithTwoAndWritesNothing() throws IOException {
        Path book = Files.writeString(folder.resolve("long.yaml"), Files.readString(Path.of(ARCHETYPE))
                .replace("not a company", "not ".repeat(9_000) + "a company"));
        assertThat(shell.type("check", book.toString())).as(shell.err()).isZero();
        for (String to : List.of("long.xlsx", "long")) {
            Path tape = folder.resolve(to);

            assertThat(shell.type("export", book.toString(), "--to", tape.toString())).isEqualTo(2);
            assertThat(shell.err()).contains(tape.toString())
                    .containsPattern("found a text of 36,\\d+ characters,"
                            + " expected at most 32,767, as a cell holds; shorten it in the portfolio\n");
            assertThat(tape).doesNotExist();
        }
    }

    @Test
    void aTapeWhoseFileNobodyCouldReadIsNotImported() throws IOException {
        Path tape = Files.createDirectory(folder.resolve("tape"));
        Files.writeString(tape.resolve("portfolio.csv"), "portfolio,as_of\nbook,2026-06-30\n");
        Files.writeString(tape.resolve("borrowers.csv"), Files.readString(Path.of(TAPE, "borrowers.csv")));
        StringBuilder rows = new StringBuilder("borrower,id,name,amount_usd_m,source,reason\n");
        for (int i = 0; i < 1_100; i++) {
            rows.append("sub-ig-spv,debt-").append(i).append(",Debt,1,10-K,").append("x".repeat(32_000))
                    .append('\n');
        }
        Files.writeString(tape.resolve("unmodelled.csv"), rows);
        Path yaml = folder.resolve("book.yaml");

        assertThat(shell.type("import", tape.toString(), "--to", yaml.toString())).isEqualTo(2);
        assertThat(shell.err())
                .contains("would have 34 MB, and none of more than 32 MB is read; use the tape");
        assertThat(yaml).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("book.xlsx"), "mine");
        assertThat(shell.type("export", ARCHETYPE, "--to", file.toString())).isEqualTo(2);
        assertThat(file).hasContent("mine");
    }
}
