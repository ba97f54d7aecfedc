package org.deflator.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class fits into the head, a line onto the screen. */
class SourceLengthTest {
    private static final int LINES = 400;
    private static final int COLUMNS = 110;
    /** Comments are prose, which the formatter does not wrap. */
    private static final int COLUMNS_OF_COMMENTS = 125;
    private static final String TEXT_BLOCK = "\"\"\"";

    @Test
    void filesHaveAtMostFourHundredLines() throws IOException {
        List<String> violations = new ArrayList<>();
        read((file, lines) -> {
            if (lines.size() > LINES) {
                violations.add(file + " has " + lines.size() + " lines");
            }
        });
        assertThat(violations).isEmpty();
    }

    @Test
    void linesOutsideTextBlocksFitOntoTheScreen() throws IOException {
        List<String> violations = new ArrayList<>();
        read((file, lines) -> {
            boolean quoted = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!quoted && line.length() > limit(line.strip())) {
                    violations.add(file + ":" + (i + 1) + " has " + line.length() + " columns");
                }
                quoted ^= line.contains(TEXT_BLOCK);
            }
        });
        assertThat(violations).isEmpty();
    }

    private static int limit(String line) {
        boolean comment = Stream.of("/*", "*", "//").anyMatch(line::startsWith);
        return comment ? COLUMNS_OF_COMMENTS : COLUMNS;
    }

    /** All source files of all modules. */
    private static void read(BiConsumer<Path, List<String>> file) throws IOException {
        for (String module : List.of("model", "engine", "data", "report", "cli", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                List<Path> sources =
                        files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
                assertThat(sources).isNotEmpty();
                for (Path each : sources) {
                    file.accept(each, Files.readAllLines(each));
                }
            }
        }
    }
}
