package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run simulated again, as it is and after somebody touched it. */
class VerifyCommandTest {
    @TempDir
    Path folder;

    private Path run;
    private Shell shell;

    @BeforeEach
    void simulate() {
        run = folder.resolve("run");
        shell = new Shell(folder.resolve("runs"));
        assertThat(
                shell.type("run", "src/test/resources/books/five-groups.yaml", "--paths", "300", "--horizon",
                        "12", "--threads", "1", "--out", run.toString()))
                .isZero();
    }

    @Test
    void aRunIsTheSameAgainOnAnyNumberOfThreads() {
        assertThat(shell.type("verify", run.toString(), "--threads", "3")).isZero();
        assertThat(shell.out()).startsWith("OK " + run + " simulated again (300 paths, seed 1): ")
                .endsWith("rows and the summary are the same, bit by bit\n");
        assertThat(shell.err()).isEmpty();

        assertThat(shell.type("verify", run.toString(), "--json")).isZero();
        assertThat(shell.out()).contains("\"identical\" : true").contains("\"first_difference\" : null");
    }

    @Test
    void theFirstDifferenceIsNamedWithTableRowColumnAndBothValues() throws SQLException {
        rewrite("ledger", "SELECT * REPLACE (CASE WHEN path = 1 AND month = 2 AND borrower = 'mill'"
                + " AND account = 'revenue' THEN 900001 ELSE usd END AS usd) FROM old");

        assertThat(shell.type("verify", run.toString())).isEqualTo(1);
        assertThat(shell.out()).containsPattern("First difference, the run against today: ledger, row \\d+"
                + " \\(path 1, month 2, borrower mill, account revenue\\), column usd:"
                + " 900001\\.0 against 900000\\.0\n");
    }

    @Test
    void minusZeroIsNotZero() throws SQLException {
        rewrite("figures", "SELECT * FROM old");
        assertThat(shell.type("verify", run.toString())).isZero();

        rewrite("months", "SELECT * REPLACE (CASE WHEN share = 0 THEN -0.0::DOUBLE ELSE share END AS share)"
                + " FROM old");
        assertThat(shell.type("verify", run.toString())).isEqualTo(1);
        assertThat(shell.out()).contains("months, row ").contains("column share: -0.0 against 0.0");
    }

    @Test
    void aRowTooFewAndADamagedAndAMissingTableAreDifferences() throws IOException, SQLException {
        rewrite("cascades", "SELECT * FROM old WHERE false");
        rewrite("tests", "SELECT * FROM old LIMIT 2");
        assertThat(shell.type("verify", run.toString())).isEqualTo(1);
        assertThat(shell.out()).contains("nothing against a row");

        Files.writeString(run.resolve("paths.parquet"), "no table");
        assertThat(shell.type("verify", run.toString())).isEqualTo(1);
        assertThat(shell.out()).contains("paths: a file that cannot be read");

        Files.delete(run.resolve("paths.parquet"));
        assertThat(shell.type("verify", run.toString(), "--json")).isEqualTo(1);
        assertThat(shell.out()).contains("\"table\" : \"paths\"").contains("no file ")
                .contains("\"identical\" : false");
    }

    @Test
    void theSummaryIsComparedToo() throws IOException {
        Path summary = run.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"exposure_usd_m\" : 40.0",
                "\"exposure_usd_m\" : 41.0"));

        assertThat(shell.type("verify", run.toString())).isEqualTo(1);
        assertThat(shell.out()).containsPattern("summary, instruments\\[\\d\\]\\.exposure_usd_m:"
                + " 41\\.0 against 40\\.0");
    }

    @Test
    void anotherVersionIsSaid() {
        Shell later = new Shell(folder.resolve("runs"), "1.1-test");

        assertThat(later.type("verify", run.toString())).isZero();
        assertThat(later.err()).isEqualTo("deflator: " + run
                + " was made by version 1.0-test, this is 1.1-test, so results may differ\n");
    }

    @Test
    void inputsThatChangedSinceAreBadInput() throws IOException {
        Files.writeString(run.resolve("inputs/portfolio.yaml"), "# touched\n",
                java.nio.file.StandardOpenOption.APPEND);

        assertThat(shell.type("verify", run.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("portfolio.yaml: found a file that changed since the run started");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void withoutARunThereIsNothingToVerify() {
        assertThat(shell.type("verify")).isEqualTo(2);
        assertThat(shell.err()).contains("there is no finished run in");
        assertThat(shell.type("verify", "--threads", "0")).isEqualTo(2);
        assertThat(shell.type("verify", "nowhere")).isEqualTo(2);
        assertThat(shell.err()).contains("no manifest.json");
    }

    /** Replaces a table of the run by a query on what it was, called {@code old}. */
    private void rewrite(String table, String query) throws SQLException {
        String file = run.resolve(table + ".parquet").toString();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE old AS SELECT * FROM read_parquet('" + file + "')");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
    }
}
