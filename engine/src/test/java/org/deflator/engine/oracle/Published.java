package org.deflator.engine.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that the field has published; each file names its source and licence. */
public final class Published {
    private static final JsonMapper JSON = new JsonMapper();

    private Published() {}

    /** The cases of a file below {@code oracles}. */
    public static List<JsonNode> cases(String file) {
        try (InputStream in =
                Objects.requireNonNull(Published.class.getResourceAsStream("/oracles/" + file), file)) {
            return JSON.readTree(in).get("cases").valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
