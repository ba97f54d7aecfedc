package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.List;
import org.deflator.model.base.Check;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;

/** Parts of a book that are looked at alone, so that a credit does not change with who else stands in the book. */
final class CarveOut {
    private CarveOut() {}

    /** All borrowers tied to this one by ownership or guarantee. */
    static Portfolio group(Portfolio all, String borrower) {
        List<String> members = new ArrayList<>(List.of(borrower));
        for (int i = 0; i < members.size(); i++) {
            String id = members.get(i);
            for (Borrower b : all.borrowers()) {
                if (!members.contains(b.id()) && (tied(b, id) || tied(find(all, id), b.id()))) {
                    members.add(b.id());
                }
            }
        }
        return part(all, all.borrowers().stream().filter(b -> members.contains(b.id())).toList());
    }

    private static boolean tied(Borrower b, String other) {
        return b.parent().filter(other::equals).isPresent()
                || b.guarantees().stream().anyMatch(g -> g.guarantor().equals(other));
    }

    /** A borrower and all that it owns, without owner or guarantor: what stands behind its debt of its own. */
    static Portfolio alone(Portfolio all, String borrower) {
        List<String> kept = below(all, borrower).stream().map(Borrower::id).toList();
        return part(all, all.borrowers().stream().filter(b -> kept.contains(b.id()))
                .map(b -> Shock.detached(b, b.id().equals(borrower), kept)).toList());
    }

    /** A borrower and all that it owns, the borrower first. */
    static List<Borrower> below(Portfolio all, String borrower) {
        List<Borrower> members = new ArrayList<>(List.of(find(all, borrower)));
        for (int i = 0; i < members.size(); i++) {
            String id = members.get(i).id();
            all.borrowers().stream().filter(b -> b.parent().filter(id::equals).isPresent())
                    .filter(b -> !members.contains(b)).forEach(members::add);
        }
        return members;
    }

    /** The owner of all that owns this borrower. */
    static Borrower root(Portfolio all, String borrower) {
        Borrower top = find(all, borrower);
        while (top.parent().isPresent()) {
            top = find(all, top.parent().orElseThrow());
        }
        return top;
    }

    static Borrower find(Portfolio all, String borrower) {
        Check.that(all.borrower(borrower).isPresent(), "there is no borrower '" + borrower + "'");
        return all.borrower(borrower).orElseThrow();
    }

    private static Portfolio part(Portfolio all, List<Borrower> members) {
        return new Portfolio(all.id(), all.asOf(), members, all.offtakers(), all.unmodelled(),
                all.leftOut());
    }
}
