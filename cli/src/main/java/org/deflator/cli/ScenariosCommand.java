package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.data.file.BundledScenarios;
import org.deflator.data.store.Json;
import org.deflator.model.scenario.Lens;
import org.deflator.model.scenario.Mechanism;
import org.deflator.model.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the bundled scenarios, or prints the file of one. */
@Command(name = "scenarios", mixinStandardHelpOptions = true,
        description = "List the bundled scenarios, switches and lenses; with a name, print its file, which"
                + " says"
                + " all it does.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScenariosCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Scenario to print.")
    private Optional<String> name;
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    ScenariosCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isPresent()) {
            ChosenScenarios chosen = ChosenScenarios.named(List.of(name.get()));
            out.print(new String(chosen.files().getFirst().bytes(), StandardCharsets.UTF_8));
        } else if (json) {
            out.print(json());
        } else {
            heading(out, "What the story fears", BundledScenarios.FEARS);
            heading(out, "What speaks against it", BundledScenarios.HOPES);
            heading(out, "Switches, also as --without MECHANISM and --only MECHANISM",
                    Arrays.stream(Mechanism.values()).map(Mechanism::withoutId).toList());
            heading(out, "Lenses, also as --lens LENS",
                    Arrays.stream(Lens.values()).map(Lens::scenarioId).toList());
        }
        return Deflator.DONE;
    }

    private void heading(PrintWriter out, String text, List<String> names) throws IOException {
        out.println(wiring.terminal().bold(text));
        for (String each : names) {
            out.print(Words.wrap("  " + each + ": " + scenario(each).description(),
                    wiring.terminal().width()));
        }
    }

    private static String json() throws IOException {
        ObjectNode root = Json.object();
        ArrayNode list = root.putArray("scenarios");
        for (String each : BundledScenarios.all()) {
            list.addObject().put("id", each).put("description", scenario(each).description());
        }
        return Json.text(root);
    }

    private static Scenario scenario(String each) throws IOException {
        return BadInput.require(BundledScenarios.read(each)).scenario();
    }
}
