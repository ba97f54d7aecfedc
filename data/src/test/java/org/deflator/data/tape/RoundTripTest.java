package org.deflator.data.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.PartSource;
import org.deflator.data.file.PortfolioFile;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out on a tape, or as YAML, comes in as it was: every record and all evidence. */
class RoundTripTest {
    private static final Path ARCHETYPES = Path.of("../examples/archetypes");
    private static final Path GOOD = Path.of("src/test/resources/org/deflator/data/file/good.yaml");

    @TempDir
    Path folder;

    static List<Path> archetypes() throws IOException {
        try (Stream<Path> files = Files.list(ARCHETYPES)) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".yaml")), Stream.of(GOOD))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("archetypes")
    void anArchetypeSurvives(Path file) throws IOException {
        survives(done(PortfolioFile.read(file)), folder);
    }

    @Test
    void theUniverseSurvives() throws IOException {
        survives(done(BundledUniverse.portfolio()), folder);
    }

    /** Words and spellings that spreadsheets, CSV, XML or YAML take for something else. */
    @Property(tries = 60)
    void anyWordsAndSpellingsSurvive(@ForAll("words") String name, @ForAll("words") String reason,
            @ForAll("numbers") String number, @ForAll("words") String lender) throws IOException {
        String quotedName = quoted(name);
        String text = """
                portfolio: random
                as_of: 2026-06-30
                borrowers:
                  - id: a
                    name: %s
                    kind: neocloud
                    treasury: {cash_usd_m: {value: %s, assumed: true, reason: %s}, btc: %s}
                    costs: {overhead_usd_m_per_month: 1.50, source: %s}
                    debt:
                      - {id: n, type: bond, name: {value: %s, source: %s}, rank: senior_unsecured,
                         outstanding_usd_m: %s, rate: {coupon_pct: 9.0}, payments_per_year: 2,
                         maturity: {value: 2030-06-30, assumed: true, reason: %s}}
                """.formatted(quotedName, number, quoted(reason), number, quoted(lender), quoted(lender),
                quoted(reason), number, quoted(lender));
        survivesAs(text);
    }

    @Property(tries = 100)
    void anyPortfolioSurvives(@ForAll long seed) throws IOException {
        survivesAs(RandomBook.yaml(seed));
    }

    private static void survivesAs(String text) throws IOException {
        Path temporary = Files.createTempDirectory("tape");
        try {
            survives(done(PortfolioFile.read("random.yaml",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), PartSource.none(),
                    Perimeter.FROZEN)), temporary);
        } finally {
            try (Stream<Path> files = Files.walk(temporary)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> pieces =
                Arbitraries.of("=", "+", "-", "@", "'", "''", "\"", ",", ";", "\n", "\t", " ", "#",
                        "a", "Z", "7", "é", "漢", "\u0007", "_x0041_", "_", "<", "&", ">", "null", "true", "~",
                        "{", "]",
                        ": ", "\\", "\u2028", "\r", "\uD83D\uDE00", "2026-06-30", "1,000");
        return pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list))
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.of("0", "0.0", "1.50", "1e3", "1E-6", "+5", ".5", "5.", "007",
                "123456789012345678",
                "0.1", "0.30000000000000004", "2.800", "1e-320", "123456789.123456789");
    }

    private static void survives(LoadedPortfolio original, Path folder) throws IOException {
        Path workbook = done(TapeWriter.workbook(original, folder.resolve("book.xlsx")));
        same(done(LoanTape.read(workbook, Perimeter.FROZEN)), original);
        done(TapeWriter.folder(original, folder.resolve("csv")));
        same(done(LoanTape.read(folder.resolve("csv"), Perimeter.FROZEN)), original);
        same(done(LoanTape.read(folder.resolve("csv/borrowers.csv"), Perimeter.FROZEN)), original);
        String yaml = PortfolioYaml.of(original);
        same(done(PortfolioFile.read("book.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                PartSource.none(), Perimeter.FROZEN)), original);
    }

    private static void same(LoadedPortfolio read, LoadedPortfolio original) {
        assertThat(read.portfolio()).isEqualTo(original.portfolio());
        assertThat(read.provenance().figures()).isEqualTo(original.provenance().figures());
        assertThat(read.told().provenance().figures()).isEqualTo(original.told().provenance().figures());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(c < 0x20 || c > 0x7E || c == '"' || c == '\\'
                ? String.format("\\u%04X", c)
                : String.valueOf((char) c)));
        return quoted.append('"').toString();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
