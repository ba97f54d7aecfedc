package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editors and the reader must tell the user the same. */
class SchemaTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/deflator/data");

    private static final String FOLDER = "https://example.org/schema/";

    static Stream<Path> portfolios() throws IOException {
        return Shipped.portfolios().stream();
    }

    @Test
    void shippedSchemasSayWhatTheReaderKnows() throws IOException {
        agree("portfolio.schema.json", SchemaText.of(PortfolioShape.PORTFOLIO, "Deflator portfolio"));
        agree("portfolio-part.schema.json", SchemaText.excerpt(PortfolioShape.PART,
                "Part of a Deflator portfolio", "portfolio.schema.json"));
        agree("market-snapshot.schema.json",
                SchemaText.of(SnapshotShape.SNAPSHOT, "Deflator market snapshot"));
        agree("market-model.schema.json", SchemaText.of(ModelShape.MODEL, "Deflator market model"));
        agree("scenario.schema.json", SchemaText.of(ScenarioShape.SCENARIO, "Deflator scenario"));
    }

    /** Run with {@code -Ddeflator.schema.write=true} to print the schemas anew. */
    private static void agree(String name, String expected) throws IOException {
        Path file = RESOURCES.resolve("schema").resolve(name);
        if (Boolean.getBoolean("deflator.schema.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("portfolios")
    void shippedPortfoliosAreValid(Path file) throws IOException {
        assertThat(errors("portfolio.schema.json", file)).isEmpty();
    }

    @Test
    void partsOfTheUniverseAreValid() throws IOException {
        for (Path file : Shipped.universeParts()) {
            assertThat(errors("portfolio-part.schema.json", file)).isEmpty();
        }
        assertThat(errors("portfolio-part.schema.json", "offtakers: [{id: 3, nam: x}]")).isNotEmpty();
        assertThat(errors("portfolio-part.schema.json", "parts: [a.yaml]")).isNotEmpty();
    }

    @Test
    void shippedMarketsAreValid() throws IOException {
        assertThat(errors("market-model.schema.json", RESOURCES.resolve("market/model.yaml"))).isEmpty();
        for (Path file : Shipped.snapshots()) {
            assertThat(errors("market-snapshot.schema.json", file)).isEmpty();
        }
    }

    @Test
    void bundledScenariosAreValid() throws IOException {
        for (String name : BundledScenarios.all()) {
            assertThat(errors("scenario.schema.json", RESOURCES.resolve("scenario").resolve(name + ".yaml")))
                    .as(name).isEmpty();
        }
        assertThat(errors("scenario.schema.json", "scenario: a\ndescription: b\nshock: []\n")).isNotEmpty();
    }

    @Test
    void schemaRefusesWhatTheReaderRefuses() throws IOException {
        String good = Files.readString(Shipped.archetype("ig-spv"));
        assertThat(errors("portfolio.schema.json", good.replace("units: 10000", "unit: 10000"))).isNotEmpty();
        assertThat(errors("portfolio.schema.json", good.replace("units: 10000", "units: -1"))).isNotEmpty();
        assertThat(errors("portfolio.schema.json", good.replace("kind: spv", "kind: bank"))).isNotEmpty();
        assertThat(
                errors("portfolio.schema.json", good.replace("amortisation: level", "amortisation: custom")))
                .isNotEmpty();
    }

    private static List<String> errors(String schema, Path file) throws IOException {
        return errors(schema, Files.readString(file));
    }

    private static List<String> errors(String schema, String yaml) throws IOException {
        // A schema may refer to its neighbour by name.
        Map<String, String> texts = new TreeMap<>();
        for (String name : List.of("portfolio.schema.json", schema)) {
            texts.put(FOLDER + name, Files.readString(RESOURCES.resolve("schema").resolve(name)));
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(texts));
        Schema compiled = registry.getSchema(SchemaLocation.of(FOLDER + schema));
        return compiled.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
    }
}
