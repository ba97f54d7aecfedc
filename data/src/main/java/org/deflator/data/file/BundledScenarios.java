package org.deflator.data.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deflator.data.file.BundledUniverse.BundledFile;
import org.deflator.model.base.Outcome;
import org.deflator.model.scenario.Lens;
import org.deflator.model.scenario.Mechanism;

/** The scenarios that come with the program, each a file that says all it does. */
public final class BundledScenarios {
    private static final String ROOT = "/org/deflator/data/scenario/";

    /** What the story of the crisis fears. */
    public static final List<String> FEARS = List.of("deflation-20", "deflation-30", "deflation-40",
            "rubin-early", "rubin-late", "crypto-crash", "top-offtaker-gone", "depth-collapse",
            "ten-year-tenor", "refinancing-closed", "every-channel");
    /** What speaks against it. */
    public static final List<String> HOPES = List.of("rebound-2026", "jevons-demand", "ig-backstops",
            "lender-of-last-resort");

    private BundledScenarios() {}

    /** Names of the scenarios that a stress test runs if none is named. */
    public static List<String> stress() {
        return Stream.concat(FEARS.stream(), HOPES.stream()).toList();
    }

    /** Names of all, switches and lenses among them. */
    public static List<String> all() {
        return Stream.of(stress().stream(), Arrays.stream(Mechanism.values()).map(Mechanism::withoutId),
                Arrays.stream(Lens.values()).map(Lens::scenarioId)).flatMap(names -> names).toList();
    }

    /** The file of this name, if there is one. */
    public static Optional<BundledFile> file(String name) throws IOException {
        Optional<URL> url = all().contains(name)
                ? Optional.ofNullable(BundledScenarios.class.getResource(ROOT + name + ".yaml"))
                : Optional.empty();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = url.get().openStream()) {
            return Optional.of(new BundledFile(name + ".yaml", stream.readAllBytes()));
        }
    }

    /** The scenario of this name, which must be one of {@link #all}. */
    public static Outcome<LoadedScenario> read(String name) throws IOException {
        BundledFile file = file(name)
                .orElseThrow(() -> new IOException("no scenario " + name + " in the program's archive"));
        return ScenarioFile.read(file.name(), new ByteArrayInputStream(file.bytes()));
    }
}
