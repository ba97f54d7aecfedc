package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenarios; the format is told in {@code docs/scenarios.md}. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * The scenario in a stream, which stays open, or everything that is wrong with it but for what only the files that
     * it changes can tell; {@code name} stands for the file in problems.
     */
    public static Outcome<LoadedScenario> read(String name, InputStream stream) throws IOException {
        return switch (YamlText.read(name, stream)) {
            case Outcome.Failed<Node>(List<Problem> problems) -> new Outcome.Failed<>(problems);
            case Outcome.Done<Node>(Node root) -> bind(name, root);
        };
    }

    private static Outcome<LoadedScenario> bind(String name, Node root) {
        ShapeReader reader = new ShapeReader(name);
        Optional<Branch> tree = reader.read(root, ScenarioShape.SCENARIO);
        List<Problem> problems = new ArrayList<>(reader.problems());
        tree.ifPresent(branch -> ScenarioBinder.check(branch, problems));
        return tree.isEmpty() || !problems.isEmpty()
                ? new Outcome.Failed<>(InFileOrder.of(problems))
                : new Outcome.Done<>(new LoadedScenario(ScenarioBinder.scenario(tree.get()),
                        reader.provenance(), reader.places(), new LoadedScenario.Told(tree.get())));
    }
}
