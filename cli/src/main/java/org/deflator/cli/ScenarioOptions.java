package org.deflator.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deflator.data.file.Spelling;
import org.deflator.model.scenario.Lens;
import org.deflator.model.scenario.Mechanism;
import picocli.CommandLine.Option;

/** What is changed of book and market before they are simulated. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScenarioOptions {
    /** All of them; a resumed run has its own. */
    static final List<String> NAMES = List.of("--scenario", "--without", "--only", "--lens");

    @Option(names = "--scenario", paramLabel = "NAME|FILE",
            description = "Bundled scenario or scenario file; may be given several times, and the last has"
                    + " the"
                    + " last word. `deflator scenarios` lists the bundled ones.")
    private List<String> scenarios = new ArrayList<>();
    @Option(names = "--without", paramLabel = "MECHANISM",
            description = "Switch a mechanism off: deflation, tenor, offtaker, correlation, depth, contagion"
                    + " or"
                    + " premium; may be given several times.")
    private List<String> without = new ArrayList<>();
    @Option(names = "--only", paramLabel = "MECHANISM",
            description = "Switch all mechanisms off but this; may be given several times.")
    private List<String> only = new ArrayList<>();
    @Option(names = "--lens", paramLabel = "LENS",
            description = "Look as infrastructure, flat-rent, venture or full.")
    private Optional<String> lens;

    /** First the lens, then the scenarios in their order, then the switches, which therefore hold. */
    ChosenScenarios chosen() throws IOException {
        List<String> names = new ArrayList<>();
        lens.ifPresent(word -> names.add(lens(word).scenarioId()));
        names.addAll(scenarios);
        List<Mechanism> kept = only.stream().map(word -> mechanism("--only", word)).toList();
        List<Mechanism> off = without.stream().map(word -> mechanism("--without", word)).toList();
        for (Mechanism mechanism : Mechanism.values()) {
            if (off.contains(mechanism) || (!kept.isEmpty() && !kept.contains(mechanism))) {
                names.add(mechanism.withoutId());
            }
        }
        return ChosenScenarios.named(names);
    }

    private static Mechanism mechanism(String option, String word) {
        return Arrays.stream(Mechanism.values()).filter(m -> m.label().equals(word)).findFirst()
                .orElseThrow(() -> unknown(option, word,
                        Arrays.stream(Mechanism.values()).map(Mechanism::label).toList()));
    }

    private static Lens lens(String word) {
        return Arrays.stream(Lens.values()).filter(l -> l.label().equals(word)).findFirst()
                .orElseThrow(() -> unknown("--lens", word,
                        Arrays.stream(Lens.values()).map(Lens::label).toList()));
    }

    private static BadInput unknown(String option, String word, List<String> known) {
        return new BadInput("deflator: " + option + " is '" + word + "'; expected "
                + known.stream().collect(Collectors.joining(", "))
                + Spelling.nearest(word, known).map(near -> "; did you mean '" + near + "'?").orElse(""));
    }
}
