package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to a small run of the engine's own. */
class SqlCommandTest {
    @TempDir
    static Path runs;

    private final Shell shell = new Shell(runs);

    @BeforeAll
    static void simulate() {
        assertThat(new Shell(runs).type(Shell.FIVE_GROUPS)).isZero();
    }

    @Test
    void anAnswerIsAnAlignedTable() throws IOException {
        assertThat(shell.type("sql", "select instrument, name, borrower, exposure_usd_m, undrawn_usd_m,"
                + " nullif(undrawn_usd_m, 0) as nothing from instruments order by 1")).isZero();

        Golden.check("sql-instruments.txt", shell.out());
    }

    @Test
    void csvAndJsonHaveNumbersInFull() throws IOException {
        String query =
                "select 'a,b' as text, 1 / 3 as third, null as missing, '' as empty, 12345678901234 as big,"
                        + " 1e400 as endless";
        assertThat(shell.type("sql", "--csv", query)).isZero();
        Golden.check("sql-values.csv", shell.out());
        assertThat(shell.type("sql", "--json", query)).isZero();
        Golden.check("sql-values.json", shell.out());
    }

    @Test
    void tablesAreListedWithMeaningAndUnit() throws IOException {
        assertThat(shell.type("sql", "--tables")).isZero();
        Golden.check("sql-tables.txt", shell.out());
        assertThat(shell.type("sql", "--tables", "--json")).isZero();
        assertThat(shell.out()).contains("\"name\" : \"exposure_usd\",\n      \"type\" : \"DOUBLE\",\n"
                + "      \"unit\" : \"USD\",\n      \"meaning\" : \"claim at default\"");
    }

    @Test
    void columnsListedAreThoseThatAQueryFinds() {
        shell.type("sql", "--csv", "select table_name || '.' || column_name from information_schema.columns"
                + " where table_catalog = current_database() order by table_name, ordinal_position");
        String found = shell.out().lines().skip(1).sorted().toList().toString();

        String listed = org.deflator.data.store.RunSchema.tables().stream().flatMap(
                table -> table.columns().stream().map(column -> table.name() + "." + column.name())).sorted()
                .toList().toString();
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void aLongAnswerSaysHowManyRowsItLeavesOut() {
        shell.type("sql", "--rows", "3", "select range as n from range(10)");

        assertThat(shell.out()).isEqualTo("n\n0\n1\n2\n7 more rows; see them with --rows, --csv or --json\n");
    }

    @Test
    void anAnswerWithoutRowsSaysSo() {
        shell.type("sql", "select * from paths where path < 0");

        assertThat(shell.out()).isEqualTo("no rows\n");
    }

    @Test
    void aWrongQueryIsToldWithItsPlaceAndTheTables() throws IOException {
        assertThat(shell.type("sql", "select instrument,\n  lose_usd from paths")).isEqualTo(2);

        assertThat(shell.out()).isEmpty();
        Golden.check("sql-wrong-column.txt", shell.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            selec 1                                       | query:1:1: syntax error at or near "selec"
            select * from pathes                          | query:1:15: table with name pathes does not exist
            select cause + 1 from paths                   | query:1:14: no function matches
            select 1; select 2                            | these are 2 queries; expected one SELECT
            drop view paths                               | a run can only be read; expected one SELECT
            copy paths to 'stolen.csv'                    | a run can only be read
            attach 'other.duckdb'                         | a run can only be read
            set enable_external_access = true             | a run can only be read
            select * from read_text('/etc/passwd')        | cannot access file "/etc/passwd"
            select * from 'pom.xml'                       | query:1:15
            select * from read_csv('pom.xml')             | cannot access file "pom.xml"
            select * from glob('/*')                      | cannot access file "/*"
            """)
    void nothingIsReadButTheRunAndNothingWritten(String query, String sentence) {
        assertThat(shell.type("sql", query)).isEqualTo(2);
        assertThat(shell.err()).startsWith("deflator: query").contains(sentence)
                .contains("instruments (instrument, name").doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
        assertThat(Path.of("stolen.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sql                         | there is no query
            sql nowhere;values(1)       | no manifest.json
            sql a;b;c                   | c
            sql --rows;0;select;1       | --rows is 0
            sql --tables;select;1       | leave out run and query
            sql --csv;--json;select     | mutually exclusive
            """)
    void badArgumentsAreOneSentence(String arguments, String sentence) {
        assertThat(shell.type(arguments.strip().split("[ ;]"))).isEqualTo(2);
        assertThat(shell.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
    }
}
