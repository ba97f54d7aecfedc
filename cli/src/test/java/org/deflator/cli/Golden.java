package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command prints, kept as a file. Run with {@code -Ddeflator.golden.write=true} to write the files anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static void check(String name, String printed) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("deflator.golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(file));
    }
}
