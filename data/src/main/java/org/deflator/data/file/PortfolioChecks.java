package org.deflator.data.file;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Security;

/** What the values of a portfolio file say of each other. Works on what could be read, however little. */
final class PortfolioChecks {
    /** Names listed where the right one is among them. */
    private static final int MOST_NAMED = 40;
    /** Wrong names for which the nearest right one is looked up. */
    private static final int MOST_GUESSED = 1_000;

    private final Branch root;
    private final Optional<LocalDate> asOf;
    private final List<Problem> problems;
    private int guesses;

    private PortfolioChecks(Branch root, List<Problem> problems) {
        this.root = root;
        this.asOf = root.maybeDate("as_of");
        this.problems = problems;
    }

    /** Adds what is wrong to {@code problems}. */
    static void check(Branch root, List<Problem> problems) {
        PortfolioChecks checks = new PortfolioChecks(root, problems);
        List<Branch> borrowers = root.branches("borrowers");
        // Parts or entries that could not be read may have them.
        boolean somewhere = root.mentions("borrowers") || root.mentions("parts");
        if (root.items("borrowers").isEmpty() && (problems.isEmpty() || !somewhere)) {
            problems.add(root.at().problem("no 'borrowers' in portfolio", "a list, an item per borrower",
                    "add borrowers: who owns and owes"));
        }
        Set<String> ids = ids(borrowers);
        Set<String> offtakers = ids(root.branches("offtakers"));
        for (Branch borrower : borrowers) {
            checks.reference(borrower, "parent", ids, "borrower");
            for (Branch guarantee : borrower.branches("guarantees")) {
                checks.reference(guarantee, "guarantor", ids, "borrower");
            }
            checks.standsAlone(borrower);
            checks.assets(borrower, offtakers);
            ContractedUnits.check(borrower, checks.asOf, problems);
            checks.dataCentres(borrower, offtakers);
            for (Branch debt : borrower.branches("debt")) {
                checks.pledges(debt, borrower);
                DebtChecks.check(debt, checks.asOf, problems);
            }
        }
        checks.debtIds(borrowers);
        checks.earlierBalances(borrowers);
        checks.circles(borrowers, "parents", PortfolioChecks::parent);
        checks.circles(borrowers, "guarantees", PortfolioChecks::guarantors);
        for (Branch unmodelled : root.branches("unmodelled")) {
            checks.reference(unmodelled, "borrower", ids, "borrower");
        }
    }

    private void standsAlone(Branch borrower) {
        if (borrower.mentions("parent")) {
            return;
        }
        for (String key : List.of("treasury", "costs")) {
            if (!borrower.mentions(key)) {
                problems.add(borrower.at().problem("no '" + key + "' in borrower without parent",
                        "a mapping, the " + key,
                        "add " + key + "; only a borrower with a parent may leave it out"));
            }
        }
    }

    private void assets(Branch borrower, Set<String> offtakers) {
        Set<String> sites = ids(borrower.branches("sites"));
        Set<String> owned = new TreeSet<>();
        for (Branch fleet : borrower.branches("fleets")) {
            reference(fleet, "site", sites, "site of this borrower");
            fleet.maybeWord("gpu").ifPresent(owned::add);
        }
        for (Branch contract : borrower.branches("contracts")) {
            reference(contract, "offtaker", offtakers, "offtaker");
            // No guess: the names of two generations differ by a letter.
            contract.maybeWord("gpu").filter(gpu -> !owned.contains(gpu)).ifPresent(gpu -> problems.add(
                    contract.at("gpu").problem("'" + gpu + "'", "a known gpu of this borrower's fleets",
                            known(owned))));
            if (contract.maybeMonth("start").isPresent() && contract.maybeMonth("end").isPresent()
                    && contract.month("end").isBefore(contract.month("start"))) {
                problems.add(contract.at("end").problem("the end " + contract.month("end"),
                        "a month not before the start " + contract.month("start"), "correct start or end"));
            }
        }
    }

    private void pledges(Branch debt, Branch borrower) {
        Optional<Branch> security = debt.maybeBranch("security");
        if (security.isEmpty()) {
            return;
        }
        pledged(security.get(), "fleets", borrower, "fleet of this borrower, or all");
        pledged(security.get(), "data_centres", borrower, "data centre of this borrower, or all");
        if (security.get().flag("miners") && borrower.branches("miners").isEmpty()) {
            problems.add(
                    security.get().at("miners").problem("a pledge of miners", "a borrower that owns miners",
                            "add miners, or remove the pledge"));
        }
    }

    private void pledged(Branch security, String key, Branch borrower, String noun) {
        Set<String> owned = ids(borrower.branches(key));
        for (Tree item : security.items(key)) {
            if (item instanceof Tree.Word word && !word.text().equals(Security.ALL)) {
                unknown(word.at(), word.text(), owned, noun);
            }
        }
    }

    private void dataCentres(Branch borrower, Set<String> offtakers) {
        for (Branch dataCentre : borrower.branches("data_centres")) {
            DataCentreChecks.check(dataCentre, asOf, problems);
            dataCentre.maybeBranch("lease").ifPresent(lease -> {
                reference(lease, "tenant", offtakers, "offtaker");
                lease.maybeBranch("backstop")
                        .ifPresent(backstop -> reference(backstop, "guarantor", offtakers, "offtaker"));
            });
        }
        for (Branch guarantee : borrower.branches("guarantees")) {
            if (guarantee.maybeWord("kind").filter("completion"::equals).isPresent()
                    && borrower.branches("data_centres").isEmpty()) {
                problems.add(guarantee.at("kind").problem("a completion guarantee",
                        "a borrower with data centres", "add data_centres, or correct the kind"));
            }
        }
    }

    private void reference(Branch from, String key, Set<String> targets, String noun) {
        from.maybeWord(key).ifPresent(name -> unknown(from.at(key), name, targets, noun));
    }

    private void unknown(Place at, String name, Set<String> targets, String noun) {
        if (!targets.contains(name)) {
            problems.add(at.problem("'" + name + "'", "a known " + noun, remedy(name, targets)));
        }
    }

    /** A tape may have a wrong name in every row: the nearest of many is looked up for so many of them only. */
    private String remedy(String name, Set<String> targets) {
        boolean guess = targets.size() <= MOST_NAMED || guesses++ < MOST_GUESSED;
        return guess ? Spelling.remedy(name, targets, known(targets)) : known(targets);
    }

    private static String known(Set<String> targets) {
        if (targets.isEmpty()) {
            return "there is none";
        }
        String first = targets.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = targets.size() - MOST_NAMED;
        return "there are " + first + (more > 0 ? " and " + more + " more" : "");
    }

    private void debtIds(List<Branch> borrowers) {
        Map<String, Branch> ownerOf = new HashMap<>();
        for (Branch borrower : borrowers) {
            for (Branch debt : borrower.branches("debt")) {
                Optional<String> id = debt.maybeWord("id");
                Branch other = id.map(name -> ownerOf.putIfAbsent(name, borrower)).orElse(borrower);
                if (!other.at().equals(borrower.at())) {
                    problems.add(debt.at("id").problem("debt '" + debt.word("id") + "' for the second time",
                            "each id once in the portfolio",
                            "rename it; " + other.maybeWord("id").orElse("another borrower")
                                    + " has one too"));
                }
            }
        }
    }

    private void earlierBalances(List<Branch> borrowers) {
        Set<String> debts = new TreeSet<>();
        borrowers.forEach(borrower -> debts.addAll(ids(borrower.branches("debt"))));
        for (Branch borrower : borrowers) {
            borrower.maybeBranch("reported").ifPresent(reported -> reported.branches("earlier_balances")
                    .forEach(balance -> reference(balance, "debt", debts, "debt")));
        }
    }

    /** Whom a borrower points to. */
    private interface Links {
        Collection<String> of(Branch borrower);
    }

    private static Collection<String> parent(Branch borrower) {
        return borrower.maybeWord("parent").stream().toList();
    }

    private static Collection<String> guarantors(Branch borrower) {
        return borrower.branches("guarantees").stream().flatMap(g -> g.maybeWord("guarantor").stream())
                .toList();
    }

    private void circles(List<Branch> borrowers, String noun, Links links) {
        Map<String, Branch> byId = new TreeMap<>();
        for (Branch borrower : borrowers) {
            borrower.maybeWord("id").ifPresent(id -> byId.putIfAbsent(id, borrower));
        }
        Set<String> settled = new TreeSet<>();
        for (String id : byId.keySet()) {
            Optional<List<String>> circle = circle(id, byId, links, settled);
            if (circle.isPresent()) {
                Branch first = byId.getOrDefault(circle.get().getFirst(), root);
                problems.add(
                        first.at().problem("a circle of " + noun + ": " + String.join(" -> ", circle.get()),
                                "no circle", "remove one of these links"));
            }
        }
    }

    /** A circle reachable from {@code start} that no earlier search has met. */
    private static Optional<List<String>> circle(String start, Map<String, Branch> byId, Links links,
            Set<String> settled) {
        // No recursion: a tape may hold a chain of parents as long as itself.
        SequencedSet<String> trail = new LinkedHashSet<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(List.of(start).iterator());
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                if (!trail.isEmpty()) {
                    trail.removeLast();
                }
                continue;
            }
            String id = open.peek().next();
            if (trail.contains(id)) {
                List<String> walked = List.copyOf(trail);
                List<String> circle = new ArrayList<>(walked.subList(walked.indexOf(id), walked.size()));
                circle.add(id);
                return Optional.of(circle);
            }
            Branch borrower = byId.get(id);
            if (borrower != null && settled.add(id)) {
                trail.add(id);
                open.push(links.of(borrower).iterator());
            }
        }
        return Optional.empty();
    }

    private static Set<String> ids(List<Branch> branches) {
        return branches.stream().flatMap(b -> b.maybeWord("id").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
