package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credit memos of a run, as they come with it and as they are asked for later. */
class MemoCommandTest {
    private static final String CARDS = "../examples/archetypes/sub-ig-spv.yaml";

    @TempDir
    Path folder;

    private Shell shell;
    private Path run;
    private Path memo;

    @BeforeEach
    void open() {
        shell = Shell.reporting(folder);
        run = folder.resolve("run");
        memo = run.resolve("memos/sub-ig-spv.html");
    }

    private String report() throws IOException {
        return Files.readString(run.resolve("report.html"));
    }

    private void simulate(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[]{"run", CARDS, "--paths=64", "--horizon=72", "--out=" + run}, 0,
                arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        assertThat(shell.type(arguments)).as(shell.err()).isZero();
    }

    @Test
    void aRunWritesAMemoOfEveryDebtorAndLinksItInItsReport() throws IOException {
        simulate();
        assertThat(shell.out()).contains("Memos   " + run.resolve("memos") + ", 1");
        assertThat(Files.readString(memo)).contains("Credit memorandum").contains("re-lease rate")
                .contains("DSCR &gt;= 1.30x");
        assertThat(report()).contains("href=\"memos/sub-ig-spv.html\"");
    }

    @Test
    void withoutMemosTheReportStandsAloneAndTheyComeLater() throws IOException {
        simulate("--no-memos");
        assertThat(memo).doesNotExist();
        assertThat(report()).doesNotContain("href=\"memos/");

        assertThat(shell.type("memo", run.toString(), "--quick")).isZero();
        assertThat(shell.out().strip()).isEqualTo(memo.toString());
        assertThat(report()).contains("href=\"memos/sub-ig-spv.html\"");
    }

    @Test
    void aSingleMemoLeavesTheReportAsItIs() throws IOException {
        simulate("--no-memos");
        String before = report();
        assertThat(shell.type("memo", run.toString(), "-b", "sub-ig-spv", "--quick", "--json")).isZero();
        assertThat(shell.out()).contains("\"memos\"").contains("sub-ig-spv.html");
        assertThat(memo).exists();
        assertThat(report()).isEqualTo(before);
    }

    @Test
    void aBorrowerWithoutDebtIsToldWithThoseWhoOwe() {
        simulate("--no-memos");
        assertThat(shell.type("memo", run.toString(), "-b", "nobody")).isEqualTo(2);
        assertThat(shell.err()).contains("no borrower 'nobody'").contains("sub-ig-spv");
    }
}
