package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query that the documents show is answered, and not with nothing, by a small run of the bundled book. */
class SqlExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("\\./deflator sql \"([^\"]+)\"");

    @TempDir
    static Path runs;

    static List<String> examples() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("../README.md")));
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        List<String> examples = new ArrayList<>();
        for (Path document : documents) {
            Matcher example = EXAMPLE.matcher(Files.readString(document));
            while (example.find()) {
                examples.add(example.group(1));
            }
        }
        return examples;
    }

    @BeforeAll
    static void simulate() {
        assertThat(new Shell(runs).type("run", "--paths", "256", "--horizon", "72")).isZero();
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(12).allMatch(query -> !query.contains("..."));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHasAnAnswer(String query) {
        Shell shell = new Shell(runs);

        assertThat(shell.type("sql", query)).as(shell.err()).isZero();
        assertThat(shell.out()).isNotEqualTo("no rows\n");
    }
}
