package org.deflator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deflator.data.file.BundledUniverse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Market data listed and imported. */
class DataCommandTest {
    private static final String QUOTES = """
            series,gpu,date,value,source,reason
            rent_usd_per_gpu_hour,H100-SXM,2026-07-15,2.10,https://example.com/rents,
            rent_usd_per_gpu_hour,H100-SXM,2026-08-20,1.95,https://example.com/rents,
            rent_usd_per_gpu_hour,B200,2026-08-20,3.4,,"broker's word, by telephone"
            used_usd,B200,2026-08-01,31000,https://example.com/used,
            bitcoin_usd,,2026-08-31,70000,https://example.com/btc,
            sofr,,2026-08-31,0.0355,https://example.com/sofr,
            sofr,,2026-09-30,0.0345,https://example.com/sofr,
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void inAFolderOfItsOwn() {
        shell = new Shell(folder.resolve("runs"));
    }

    @Test
    void bundledSnapshotsAreListedWithDatesSourcesAndHash() {
        assertThat(shell.type("data", "list")).isZero();

        assertThat(shell.out()).contains("Market of 2026-06-30, bundled\nSHA-256 ")
                .contains("Market of 2025-12-31, bundled\n")
                .containsPattern("series +values +from +to +sourced +assumed +sources\n")
                .containsPattern("  rents +7 +\\d{4}-\\d\\d-\\d\\d +2026-0[1-6]-\\d\\d +\\d +\\d +\\S+")
                .contains("the terms under which you have it");
        assertThat(shell.type("data", "list", "--json")).isZero();
        assertThat(shell.out()).contains("\"sha256\" : \"").contains("\"name\" : \"resale\"");
    }

    @Test
    void quotesBecomeASnapshotThatARunTakes() throws IOException {
        Path quotes = Files.writeString(folder.resolve("quotes.csv"), QUOTES);
        Path made = folder.resolve("markets/snapshot-2026-08-31.yaml");
        assertThat(shell.type("data", "import", quotes.toString(), "--as-of", "2026-08-31")).isZero();

        assertThat(shell.out()).isEqualTo(made + ": the market of 2026-08-31, 5 quotes over the snapshot of"
                + " 2026-06-30; 1 of later dates left out\nUse it: deflator run --market " + made + "\n");
        assertThat(made).content().startsWith("# The market on 2026-08-31: quotes of " + quotes)
                .contains("as_of: 2026-08-31\n")
                .contains("  - gpu: H100-SXM\n    quoted: {value: 2026-08-20, source:")
                .contains("usd_per_gpu_hour: {value: 1.95, source: \"https://example.com/rents\"}\n")
                .contains("usd_per_gpu_hour: {value: 3.4, assumed: true, reason:"
                        + " \"broker's word, by telephone\"}")
                .contains("sofr: {value: 0.0355, source: \"https://example.com/sofr\"}");

        assertThat(shell.type("data", "list")).isZero();
        assertThat(shell.out()).contains("Market of 2026-08-31, " + made + "\n");
        Path book = folder.resolve("book.yaml");
        Files.writeString(book, Files.readString(Path.of("src/test/resources/books/five-groups.yaml"))
                .replace("as_of: 2026-06-30", "as_of: 2026-08-31"));
        assertThat(
                shell.type("run", book.toString(), "--market", made.toString(), "--paths", "8", "--horizon",
                        "12"))
                .isZero();
        shell.type("sql", "--csv", "select value from figures where figure ="
                + " 'market.snapshot.rents.H100-SXM.usd_per_gpu_hour'");
        assertThat(shell.out()).isEqualTo("value\n1.95\n");
    }

    @Test
    void whatNobodyQuotesStaysAsItWas() throws IOException {
        Path quotes = Files.writeString(folder.resolve("quotes.csv"),
                "series,date,value,source\nbitcoin_usd,2026-06-30,91000,https://example.com\n");
        shell.type("data", "import", quotes.toString());

        String base = new String(BundledUniverse.snapshotFiles().getFirst().bytes(), UTF_8);
        Path copy = Files.writeString(folder.resolve("base.yaml"), base);
        String before = figures(copy);
        String after = figures(folder.resolve("markets/snapshot-2026-06-30.yaml"));
        assertThat(after.replaceAll("market.snapshot.bitcoin_usd,[^\n]*", ""))
                .isEqualTo(before.replaceAll("market.snapshot.bitcoin_usd,[^\n]*", ""));
        assertThat(after).contains("market.snapshot.bitcoin_usd,91000,sourced,https://example.com\n");
    }

    private String figures(Path market) {
        assertThat(
                shell.type("run", "src/test/resources/books/five-groups.yaml", "--market", market.toString(),
                        "--paths", "1", "--horizon", "1", "--out",
                        folder.resolve("run-" + market.getFileName()).toString()))
                .as(shell.err()).isZero();
        shell.type("sql", folder.resolve("run-" + market.getFileName()).toString(), "--csv",
                "select * from figures where figure like 'market.snapshot.%' order by 1");
        return shell.out();
    }

    @Test
    void aSnapshotIsCheckedAndKept() throws IOException {
        Path file =
                Files.write(folder.resolve("mine.yaml"), BundledUniverse.snapshotFiles().getFirst().bytes());

        assertThat(shell.type("data", "import", file.toString(), "--json")).isZero();
        assertThat(shell.out()).contains("\"as_of\" : \"2026-06-30\"");
        assertThat(folder.resolve("markets/snapshot-2026-06-30.yaml")).hasSameBinaryContentAs(file);
        assertThat(shell.type("data", "import", file.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("snapshot-2026-06-30.yaml exists; remove it or name another file");
    }

    @Test
    void everythingWrongWithQuotesIsToldAtOnce() throws IOException {
        Path quotes = Files.writeString(folder.resolve("bad.csv"), """
                series,gpu,date,value,source,reason
                rent_usd_per_gpu_hours,H100-SXM,2026-07-15,2.10,https://example.com,
                used_usd,,2026-07-15,20000,https://example.com,
                bitcoin_usd,H100-SXM,2026-07-15,70000,https://example.com,
                sofr,,15.7.2026,0.04,https://example.com,
                sofr,,2026-07-15,4 %,https://example.com,
                sofr,,2026-07-16,0.04,,
                sofr,,2026-07-17,0.04,https://example.com,a guess
                sofr,,2026-07-18,0.04,https://example.com,
                sofr,,2026-07-18,0.05,https://example.com,
                sofr,,2026-07-19,0.05,https://example.com,,,
                """);

        assertThat(shell.type("data", "import", quotes.toString())).isEqualTo(2);
        assertThat(shell.err().lines()).hasSize(9);
        Golden.check("data-import-bad.txt", shell.err().replace(folder.toString(), "."));
        assertThat(folder.resolve("markets")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            series,day,value\\nsofr,2026-07-01,0.04  | found unknown column 'day'
            series,value\\nsofr,0.04                 | found no column 'date'
            series,date,value,source                 | found no quote
            ''                                       | found an empty file
            used_usd                                 | found unknown column 'used_usd'
            """)
    void aFileOfAnotherShapeIsRefused(String text, String sentence) throws IOException {
        Path quotes = Files.writeString(folder.resolve("q.csv"), text.replace("\\n", "\n"));

        assertThat(shell.type("data", "import", quotes.toString())).isEqualTo(2);
        assertThat(shell.err()).contains(quotes.toString()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void anUnknownGenerationAndAWrongDateAreRefused() throws IOException {
        Path quotes = Files.writeString(folder.resolve("q.csv"), """
                series,gpu,date,value,source
                used_usd,H100-SMX,2026-07-15,20000,https://example.com
                """);

        assertThat(shell.type("data", "import", quotes.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("q.csv:2:1: found the gpu 'H100-SMX'")
                .contains("did you mean 'H100-SXM'?");
        assertThat(shell.type("data", "import", quotes.toString(), "--as-of", "2026-07-15")).isEqualTo(2);
        assertThat(shell.err()).contains("--as-of is 2026-07-15; expected the last day of a month");
        assertThat(shell.type("data", "import", quotes.toString(), "--base", "nowhere.yaml")).isEqualTo(2);
        assertThat(shell.err()).contains("nowhere.yaml: found no such file");
        assertThat(shell.type("data", "import", "nowhere.csv")).isEqualTo(2);
        assertThat(shell.type("data", "import", folder.toString())).isEqualTo(2);
        assertThat(shell.type("data", "import", "pom.xml")).isEqualTo(2);
        assertThat(shell.err()).contains("ends in 'xml', expected .csv (quotes) or .yaml");
        assertThat(shell.type("data", "export")).isEqualTo(2);
    }

    @Test
    void theExampleInTheDocumentsIsImported() throws IOException {
        Matcher example = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/market-data.md")));
        assertThat(example.find()).isTrue();
        Path quotes = Files.writeString(folder.resolve("my-quotes.csv"), example.group(1));

        assertThat(shell.type("data", "import", quotes.toString())).as(shell.err()).isZero();
    }
}
