package org.deflator.data.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.file.Shape;
import org.deflator.data.file.Tree;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Provenance;

/**
 * Puts a portfolio that was read into the form in which it is written. Evidence goes where it is said fewest
 * times: on a mapping if it covers more than half of what is inside, otherwise on the figure (the parsimony of
 * Fitch 1971, Systematic Zoology 20(4), with figures as leaves).
 */
final class Outline {
    private final Provenance provenance;
    private final Evidence uncovered;
    private final Map<String, Vote> votes = new HashMap<>();

    private Outline(LoadedPortfolio loaded) {
        this.provenance = loaded.told().provenance();
        this.uncovered = loaded.withoutEvidence();
    }

    static Entry.Mapping of(LoadedPortfolio loaded) {
        Outline outline = new Outline(loaded);
        outline.vote(loaded.told().tree(), PortfolioFile.shape(), "");
        return outline.mapping(loaded.told().tree(), PortfolioFile.shape(), "", outline.uncovered);
    }

    /**
     * What would cover the inside of an entry best.
     *
     * @param best evidence that most of what is inside would take from outside
     * @param barred evidence that must not cover it: that of words which say their own
     * @param most how much of what is inside it would cover
     * @param majority whether that is more than half
     */
    private record Vote(Set<Evidence> best, Set<Evidence> barred, int most, boolean majority) {
        static Vote none() {
            return new Vote(Set.of(), Set.of(), 0, false);
        }
    }

    private Vote vote(Tree tree, Shape shape, String path) {
        Provenance.Entry figure = provenance.figures().get(path);
        return switch (tree) {
            case Tree.Branch branch -> {
                Vote vote = elected(votesInside(branch, fields(branch, shape), path));
                votes.put(path, vote);
                yield vote;
            }
            case Tree.Items items -> elected(votesInside(items, (Shape.Items) shape, path));
            case Tree.Num _,Tree.Date _,Tree.Month _ -> figure == null
                    ? Vote.none()
                    : new Vote(Set.of(figure.evidence()), Set.of(), 1, true);
            case Tree.Word _,Tree.Bool _ -> figure == null
                    ? Vote.none()
                    : new Vote(Set.of(), Set.of(figure.evidence()), 0, false);
            case Tree.Series _,Tree.Settings _ ->
                    throw new IllegalArgumentException("no part of a portfolio at " + path);
        };
    }

    private List<Vote> votesInside(Tree.Branch branch, Shape.Fields fields, String path) {
        List<Vote> inside = new ArrayList<>();
        for (Shape.Field field : fields.fields()) {
            Tree value = branch.fields().get(field.key());
            if (value instanceof Tree.Items items && field.shape() instanceof Shape.Items shape) {
                // A list cannot say evidence: its items are as near to the mapping as its other values.
                inside.addAll(votesInside(items, shape, join(path, field.key())));
            } else if (value != null) {
                inside.add(vote(value, field.shape(), join(path, field.key())));
            }
        }
        return inside;
    }

    private List<Vote> votesInside(Tree.Items items, Shape.Items shape, String path) {
        List<Vote> inside = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Tree item = items.items().get(i);
            inside.add(vote(item, shape.item(), join(path, name(item, shape, i))));
        }
        return inside;
    }

    private static Vote elected(List<Vote> inside) {
        Map<Evidence, Integer> counts = new LinkedHashMap<>();
        Set<Evidence> barred = new HashSet<>();
        for (Vote vote : inside) {
            vote.best().forEach(evidence -> counts.merge(evidence, 1, Integer::sum));
            barred.addAll(vote.barred());
        }
        counts.keySet().removeAll(barred);
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<Evidence> best = new LinkedHashSet<>();
        counts.forEach((evidence, count) -> {
            if (count == most) {
                best.add(evidence);
            }
        });
        long voters = inside.stream().filter(vote -> !vote.best().isEmpty()).count();
        return new Vote(best, barred, most, most > voters / 2);
    }

    private Entry entry(Tree tree, Shape shape, String path, Evidence covering) {
        return switch (tree) {
            case Tree.Branch branch -> mapping(branch, shape, path, covering);
            case Tree.Items items -> {
                Shape.Items list = (Shape.Items) shape;
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < items.items().size(); i++) {
                    Tree item = items.items().get(i);
                    entries.add(entry(item, list.item(), join(path, name(item, list, i)), covering));
                }
                yield new Entry.Listing(entries);
            }
            case Tree.Num num -> value(Double.toString(num.value()), shape, path, covering);
            case Tree.Date date -> value(date.value().toString(), shape, path, covering);
            case Tree.Month month -> value(month.value().toString(), shape, path, covering);
            case Tree.Word word -> value(word.text(), shape, path, covering);
            case Tree.Bool flag -> value(Boolean.toString(flag.value()), shape, path, covering);
            case Tree.Series _,Tree.Settings _ ->
                    throw new IllegalArgumentException("no part of a portfolio at " + path);
        };
    }

    private Entry.Mapping mapping(Tree.Branch branch, Shape shape, String path, Evidence covering) {
        Vote vote = votes.getOrDefault(path, Vote.none());
        // A key called source is evidence, too.
        Optional<Evidence> said = branch.fields().get("source") instanceof Tree.Word url
                ? Optional.of(new Evidence.Sourced(url.text()))
                : Optional.empty();
        Optional<Evidence> own =
                said.isPresent() || vote.most() < 2 || !vote.majority() || vote.best().contains(covering)
                        ? Optional.empty()
                        : vote.best().stream().findFirst();
        Evidence inside = said.or(() -> own).orElse(covering);
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (Shape.Field field : fields(branch, shape).fields()) {
            Tree value = branch.fields().get(field.key());
            if (value != null && !TapeLayout.isLeftOut(field.key())) {
                fields.put(field.key(), entry(value, field.shape(), join(path, field.key()), inside));
            }
        }
        return new Entry.Mapping(branch.type(), own, fields);
    }

    private Entry.Value value(String text, Shape shape, String path, Evidence covering) {
        Provenance.Entry figure = provenance.figures().get(path);
        if (figure == null) {
            return new Entry.Value(text, shape, Optional.empty());
        }
        return new Entry.Value(figure.value(), shape,
                Optional.of(figure.evidence()).filter(evidence -> !evidence.equals(covering)));
    }

    private static Shape.Fields fields(Tree.Branch branch, Shape shape) {
        return switch (shape) {
            case Shape.Fields fields -> fields;
            case Shape.Either either ->
                    branch.fields().containsKey(either.key()) ? either.with() : either.without();
            case Shape.Variants variants ->
                    Optional.ofNullable(variants.variants().get(branch.type())).orElseThrow();
            case Shape.Scalar _,Shape.Items _,Shape.Series _,Shape.Settings _ ->
                    throw new IllegalArgumentException("no mapping: " + shape.words());
        };
    }

    /** As the reader of files names the items of a list. */
    private static String name(Tree item, Shape.Items shape, int index) {
        return item instanceof Tree.Branch branch
                && branch.fields().get(shape.key()) instanceof Tree.Word word
                        ? word.text()
                        : Integer.toString(index);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
