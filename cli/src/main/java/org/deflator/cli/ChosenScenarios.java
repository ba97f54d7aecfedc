package org.deflator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deflator.data.file.BundledScenarios;
import org.deflator.data.file.BundledUniverse.BundledFile;
import org.deflator.data.file.LoadedScenario;
import org.deflator.data.file.ScenarioFile;
import org.deflator.data.file.Scenarios;
import org.deflator.data.file.Spelling;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunDirectory.InputFile;

/**
 * Scenarios and the files they came from, in the order in which they apply.
 *
 * @param scenarios what they change
 * @param files what a run keeps of them, named so that their order is told
 */
record ChosenScenarios(Scenarios scenarios, List<InputFile> files) {
    private static final String ROLE = "scenario";

    static ChosenScenarios none() {
        return new ChosenScenarios(Scenarios.none(), List.of());
    }

    /** The scenarios of these names; a name with a folder or an ending is a file, any other one is bundled. */
    static ChosenScenarios named(List<String> names) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(text(name));
        }
        return of(texts);
    }

    /** Those of which a run keeps copies. */
    static ChosenScenarios of(RunDirectory run) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Path copy : run.inputs(ROLE)) {
            texts.add(new Text(copy.toString(), Files.readAllBytes(copy)));
        }
        return of(texts);
    }

    /** Their names, such as {@code crypto-crash+depth-collapse}; {@code base} for none. */
    String label() {
        return scenarios.all().isEmpty()
                ? "base"
                : scenarios.all().stream().map(s -> s.scenario().id()).collect(Collectors.joining("+"));
    }

    /** Their names as the end of a sentence, such as {@code , under crypto-crash+depth-collapse}; nothing for none. */
    String under() {
        return scenarios.all().isEmpty() ? "" : ", under " + label();
    }

    private record Text(String place, byte[] bytes) {}

    private static ChosenScenarios of(List<Text> texts) throws IOException {
        List<LoadedScenario> loaded = new ArrayList<>();
        List<InputFile> files = new ArrayList<>();
        for (Text text : texts) {
            LoadedScenario scenario = BadInput
                    .require(ScenarioFile.read(text.place(), new ByteArrayInputStream(text.bytes())));
            loaded.add(scenario);
            files.add(new InputFile(ROLE, "%03d-%s.yaml".formatted(loaded.size(), scenario.scenario().id()),
                    text.bytes()));
        }
        return new ChosenScenarios(new Scenarios(loaded), files);
    }

    private static Text text(String name) throws IOException {
        boolean path = name.contains("/") || name.contains("\\") || name.endsWith(".yaml")
                || name.endsWith(".yml");
        if (path) {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new BadInput(name + ": found no readable file, expected a scenario; check the path");
            }
            return new Text(name, Files.readAllBytes(file));
        }
        Optional<BundledFile> bundled = BundledScenarios.file(name);
        return bundled.map(file -> new Text(file.name(), file.bytes())).orElseThrow(() -> new BadInput(
                "deflator: there is no bundled scenario '" + name + "'; "
                        + Spelling.remedy(name, BundledScenarios.all(),
                                "`deflator scenarios` lists them, and a file needs its ending, as in "
                                        + name + ".yaml")));
    }
}
