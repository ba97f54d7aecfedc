package org.deflator.data.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deflator.data.file.PartSource.NoPart;
import org.deflator.data.file.PartSource.Part;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.base.Provenance;
import org.snakeyaml.engine.v2.nodes.Node;

/** A portfolio file and the parts that it names, read as one. */
final class PortfolioParts {
    /** Copies of other inputs stand beside the parts in the folder of a run. */
    private static final Set<String> TAKEN = Set.of("portfolio.yaml", "market.yaml", "model.yaml");

    private final List<Branch> branches = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, Provenance.Entry> figures = new TreeMap<>();
    private final SortedMap<String, Place> places = new TreeMap<>();

    private final Overlay overlay;

    private PortfolioParts(Overlay overlay) {
        this.overlay = overlay;
    }

    /** The file with this root, called {@code name}, and its parts, under an overlay. */
    static PortfolioParts read(String name, Node root, PartSource source, Overlay overlay) {
        PortfolioParts all = new PortfolioParts(overlay);
        all.add(name, root, PortfolioShape.PORTFOLIO).ifPresent(main -> all.addParts(main, source));
        all.problems.addAll(overlay.unmatched());
        all.eachOnce("offtakers", "offtaker");
        all.eachOnce("borrowers", "borrower");
        all.eachOnce("unmodelled", "unmodelled debt");
        return all;
    }

    /** Parts in the order in which the file names them. */
    List<Part> parts() {
        return parts;
    }

    /** What is wrong so far; more may be added. */
    List<Problem> problems() {
        return problems;
    }

    Provenance provenance() {
        return new Provenance(figures);
    }

    SortedMap<String, Place> places() {
        return places;
    }

    /** The portfolio as if all stood in one file; empty if the file is not even a mapping. */
    Optional<Branch> whole() {
        if (branches.isEmpty()) {
            return Optional.empty();
        }
        Branch main = branches.getFirst();
        Set<String> mentioned = new LinkedHashSet<>();
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (Branch branch : branches) {
            mentioned.addAll(branch.mentioned());
            branch.fields().forEach((key, value) -> fields.merge(key, value, PortfolioParts::joined));
        }
        return Optional.of(new Branch(main.at(), main.type(), mentioned, fields));
    }

    private static Tree joined(Tree first, Tree second) {
        if (!(first instanceof Tree.Items ours && second instanceof Tree.Items more)) {
            return first;
        }
        List<Tree> items = new ArrayList<>(ours.items());
        items.addAll(more.items());
        return new Tree.Items(ours.at(), items);
    }

    private Optional<Branch> add(String name, Node root, Shape.Fields shape) {
        ShapeReader reader = new ShapeReader(name, figures, places);
        Optional<Branch> branch = reader.read(overlay.on(root), shape);
        branch.ifPresent(branches::add);
        problems.addAll(reader.problems());
        return branch;
    }

    private void addParts(Branch main, PartSource source) {
        Set<String> seen = new TreeSet<>();
        for (Tree item : main.items("parts")) {
            if (item instanceof Tree.Word word && mayBePart(word)) {
                // Folders of some systems do not tell upper from lower case.
                if (seen.add(word.text().toLowerCase(Locale.ROOT))) {
                    addPart(word, source);
                } else {
                    problems.add(word.at().problem("part '" + word.text() + "' for the second time",
                            "each part once", "remove it"));
                }
            }
        }
    }

    private boolean mayBePart(Tree.Word word) {
        String path = word.text();
        boolean inside = Arrays.stream(path.split("/", -1))
                .noneMatch(step -> step.isBlank() || step.equals(".") || step.equals(".."))
                && path.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
        if (!inside) {
            problems.add(word.at().problem("the part '" + path + "'",
                    "a path inside the folder of this file, such as lenders.yaml or banks/lenders.yaml",
                    "move the part there"));
        } else if (TAKEN.contains(path.toLowerCase(Locale.ROOT))) {
            problems.add(word.at().problem("a part called '" + path + "'",
                    "another name: a run keeps copies of its inputs under " + String.join(", ",
                            new TreeSet<>(TAKEN)),
                    "rename the part"));
            return false;
        }
        return inside;
    }

    private void addPart(Tree.Word word, PartSource source) {
        switch (source.find(word.text())) {
            case NoPart(String what) ->
                    problems.add(word.at().problem("the part '" + word.text() + "': " + what,
                            "a YAML file in the folder of this file", "correct the path, or add the file"));
            case Part part -> {
                parts.add(part);
                switch (nodes(part)) {
                    case Outcome.Failed<Node>(List<Problem> found) -> problems.addAll(found);
                    case Outcome.Done<Node>(Node root) -> add(part.name(), root, PortfolioShape.PART);
                }
            }
        }
    }

    private static Outcome<Node> nodes(Part part) {
        try {
            return YamlText.read(part.name(), new ByteArrayInputStream(part.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    /** Ids of one list must differ between files, too; within a file its reader has seen to it. */
    private void eachOnce(String key, String noun) {
        Map<String, Place> seen = new HashMap<>();
        for (Branch branch : branches) {
            for (Branch item : branch.branches(key)) {
                Optional<String> id = item.maybeWord("id");
                Place first = id.map(name -> seen.putIfAbsent(name, item.at())).orElse(item.at());
                if (!first.file().equals(item.at().file())) {
                    problems.add(item.at().problem(
                            noun + " '" + item.word("id") + "' for the second time", "each id once",
                            "rename or remove it; the first is in " + first.file() + ":" + first.line()));
                }
            }
        }
    }
}
