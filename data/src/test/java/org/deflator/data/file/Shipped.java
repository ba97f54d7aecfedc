package org.deflator.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that come with the program, as the module's tests see them. */
final class Shipped {
    private static final Path RESOURCES = Path.of("src/main/resources/org/deflator/data");
    private static final Path ARCHETYPES = Path.of("../examples/archetypes");

    private static final Path UNIVERSE = RESOURCES.resolve("universe/compute-debt.yaml");

    private Shipped() {}

    static Path archetype(String name) {
        return ARCHETYPES.resolve(name + ".yaml");
    }

    /** Archetypes and the bundled universe. */
    static List<Path> portfolios() throws IOException {
        return Stream.concat(yaml(ARCHETYPES, "").stream(), Stream.of(UNIVERSE)).toList();
    }

    /** The other files of the universe. */
    static List<Path> universeParts() throws IOException {
        return yaml(RESOURCES.resolve("universe"), "").stream().filter(file -> !file.equals(UNIVERSE))
                .toList();
    }

    static List<Path> snapshots() throws IOException {
        return yaml(RESOURCES.resolve("market"), "snapshot-");
    }

    private static List<Path> yaml(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .filter(f -> f.toString().endsWith(
                            ".yaml"))
                    .sorted().toList();
        }
    }
}
