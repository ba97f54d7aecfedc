package org.deflator.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/oracles.md} says of every worked value what {@link OracleTest} does with it. */
class OracleTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** One row of the table. */
    private record Line(String id, String question, String state, String by) {
        static Line parse(String text) {
            String[] cells = text.split("\\|", -1);
            return new Line(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
        }
    }

    @Test
    void tableListsTheRowsOfTheFileInItsOrder() throws IOException {
        assertThat(lines()).map(l -> l.id() + " " + l.question())
                .containsExactlyElementsOf(Oracle.all().stream().map(o -> o.id() + " " + o.name()).toList());
    }

    @Test
    void stateIsTheRegistrys() throws IOException {
        Set<String> answered = OracleTest.answers().keySet();
        List<String> wrong = new ArrayList<>();
        for (Line line : lines()) {
            String state = answered.contains(line.id()) ? "passes" : "later";
            if (!line.state().equals(state)) {
                wrong.add(line.id() + " should be: " + state);
            }
            if (state.equals("later") && !line.by().equals(OracleTest.LATER.get(line.id()))) {
                wrong.add(line.id() + " should be: " + OracleTest.LATER.get(line.id()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namedClassesExistAndTheAnswersUseThem() throws IOException {
        String answers = answerSources();
        List<String> wrong = new ArrayList<>();
        for (Line line : lines()) {
            if (line.state().equals("passes")) {
                String name = "org.deflator." + line.by().replace("`", "");
                String module = name.split("\\.", -1)[2];
                Path source = ROOT.resolve(module + "/src/main/java/" + name.replace('.', '/') + ".java");
                if (!Files.exists(source) || !answers.contains("import " + name + ";")) {
                    wrong.add(line.id() + " is not computed by " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/oracles.md")).stream()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| id ")).map(Line::parse).toList();
    }

    private static String answerSources() throws IOException {
        StringBuilder text = new StringBuilder();
        Path folder = ROOT.resolve("engine/src/test/java/org/deflator/engine/oracle");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Oracles.java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
