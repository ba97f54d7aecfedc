package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;

/**
 * Who owns whom, who pays for whom, and what ranks ahead of each debt: at its own level by security and rank, and
 * below it by structure, because creditors of a subsidiary are paid from its assets first.
 *
 * @param entities the group, owners before what they own
 */
public record GroupTree(List<Entity> entities) {
    /**
     * A legal entity.
     *
     * @param id borrower id
     * @param name full name
     * @param depth levels below the top, 0 at the top
     * @param parent its owner in the group
     * @param guarantees who promises what for its debt
     * @param debts its own debt, first to be paid first
     * @param ownDebtUsd debt at this level, drawn
     * @param belowDebtUsd debt of all entities below
     * @param guaranteedUsd debt of others that it guarantees in full
     */
    public record Entity(String id, String name, int depth, Optional<String> parent,
            List<Guarantee> guarantees, List<Obligation> debts, double ownDebtUsd, double belowDebtUsd,
            double guaranteedUsd) {
        public Entity {
            guarantees = List.copyOf(guarantees);
            debts = List.copyOf(debts);
        }
    }

    /**
     * A debt in the tree.
     *
     * @param instrument instrument id
     * @param name name people use
     * @param rank place in the queue
     * @param secured whether cards or rigs secure it
     * @param outstandingUsd principal on the as-of date
     * @param undrawnUsd committed and not drawn
     * @param recourse on whom the lender can call beyond the borrower
     * @param aheadByRankUsd debt of the same entity that is paid first: what is secured, and what ranks higher
     * @param aheadByStructureUsd debt of entities below, paid first from their assets
     * @param besideUsd other debt of the same entity and place
     */
    public record Obligation(String instrument, String name, Rank rank, boolean secured,
            double outstandingUsd, double undrawnUsd, Recourse recourse, double aheadByRankUsd,
            double aheadByStructureUsd, double besideUsd) {}

    /** On whom a lender can call beyond the borrower and its assets. */
    public enum Recourse {
        /** The borrower is a company and the top of its group: all it owns answers. */
        CORPORATE,
        /** A guarantor owes all that is owed. */
        FULL_GUARANTEE,
        /** A guarantor pays shortfalls until the data centres are complete. */
        COMPLETION_GUARANTEE,
        /** Only after fraud and the like. */
        BAD_ACTS_ONLY,
        /** Nobody but the vehicle. */
        NONE
    }

    public GroupTree {
        entities = List.copyOf(entities);
    }

    /** The entity of this id. */
    public Optional<Entity> entity(String id) {
        return entities.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    static GroupTree of(GroupCase group, String top) {
        List<Entity> entities = new ArrayList<>();
        add(group, CarveOut.find(group.unshocked().portfolio(), top), 0, entities);
        return new GroupTree(entities);
    }

    private static void add(GroupCase group, Borrower b, int depth, List<Entity> entities) {
        Portfolio book = group.unshocked().portfolio();
        BorrowerTerms terms = group.terms(b.id());
        double own = drawnUsd(terms);
        double below = group.below(b.id()).stream().mapToDouble(GroupTree::drawnUsd).sum() - own;
        double guaranteed = book.borrowers().stream()
                .filter(o -> o.guarantees().stream().anyMatch(
                        g -> g.guarantor().equals(b.id()) && g.kind() == Guarantee.Kind.FULL))
                .mapToDouble(o -> drawnUsd(group.terms(o.id()))).sum();
        List<Obligation> debts = terms.debts().stream()
                .map(d -> obligation(b, terms, d, below)).toList();
        entities.add(new Entity(b.id(), b.name(), depth, b.parent(), b.guarantees(), debts, own, below,
                guaranteed));
        book.borrowers().stream().filter(o -> o.parent().filter(b.id()::equals).isPresent())
                .sorted(Comparator.comparing(Borrower::id))
                .forEach(child -> add(group, child, depth + 1, entities));
    }

    private static double drawnUsd(BorrowerTerms b) {
        return b.debts().stream().mapToDouble(DebtTerms::openingUsd).sum();
    }

    private static Obligation obligation(Borrower b, BorrowerTerms terms, DebtTerms debt, double belowUsd) {
        double ahead = 0;
        double beside = 0;
        for (DebtTerms other : terms.debts()) {
            if (other.index() != debt.index()) {
                int before = Integer.compare(place(other), place(debt));
                ahead += before < 0 ? other.openingUsd() : 0;
                beside += before == 0 ? other.openingUsd() : 0;
            }
        }
        double undrawn = debt.revolving()
                ? Math.max(0, debt.commitmentUsd() - debt.lettersUsd() - debt.openingUsd())
                : GroupCase.fullyDrawnUsd(debt) - debt.openingUsd();
        return new Obligation(debt.id(), debt.agreed().terms().name(), debt.rank(), debt.secured(),
                debt.openingUsd(), undrawn, recourse(b), ahead, belowUsd, beside);
    }

    /** Collateral first, then rank. */
    private static int place(DebtTerms debt) {
        return debt.secured() ? -1 : debt.rank().ordinal();
    }

    private static Recourse recourse(Borrower b) {
        boolean vehicle = b.parent().isPresent() || b.kind() == Borrower.Kind.SPV;
        Recourse best = vehicle ? Recourse.NONE : Recourse.CORPORATE;
        for (Guarantee guarantee : b.guarantees()) {
            Recourse given = switch (guarantee.kind()) {
                case FULL -> Recourse.FULL_GUARANTEE;
                case COMPLETION -> Recourse.COMPLETION_GUARANTEE;
                case BAD_ACTS -> Recourse.BAD_ACTS_ONLY;
            };
            best = given.compareTo(best) < 0 || best == Recourse.CORPORATE ? given : best;
        }
        return best;
    }
}
