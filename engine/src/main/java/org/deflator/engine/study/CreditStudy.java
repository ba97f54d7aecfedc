package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.run.BaseCase;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;

/**
 * First-look outputs of a book. Each group is simulated alone and once; reviews of its members share the runs.
 */
public final class CreditStudy {
    private final Portfolio portfolio;
    private final Market market;
    private final Map<List<String>, GroupRuns> groups = new ConcurrentHashMap<>();

    private CreditStudy(Portfolio portfolio, Market market) {
        this.portfolio = portfolio;
        this.market = market;
    }

    /** A study of this book in this market; runs nothing yet. */
    public static CreditStudy of(Portfolio portfolio, Market market) {
        return new CreditStudy(portfolio, market);
    }

    /**
     * Everything about one borrower, breakevens included.
     *
     * @throws IllegalArgumentException if there is no such borrower, or the book cannot be resolved in this market
     */
    public CreditReview review(String borrower) {
        GroupRuns group = group(borrower);
        Portfolio part = CarveOut.alone(portfolio, borrower);
        GroupCase alone = GroupCase.of(part, market, group.agreed().unshocked().portfolio());
        return review(group, borrower, new BreakevenSearch(group.agreed(), alone, borrower).all());
    }

    /** The same of every borrower in the order of the book, without breakevens, which take many runs. */
    public List<CreditReview> overview() {
        List<CreditReview> all = new ArrayList<>();
        for (Borrower b : portfolio.borrowers()) {
            all.add(review(group(b.id()), b.id(), List.of()));
        }
        return all;
    }

    /** {@link #review} of these borrowers in this order, several at once. */
    public static List<CreditReview> reviews(Portfolio portfolio, Market market, List<String> borrowers) {
        return several(portfolio, market, borrowers, CreditStudy::review);
    }

    /** The same without breakevens. */
    public static List<CreditReview> withoutBreakevens(Portfolio portfolio, Market market,
            List<String> borrowers) {
        return several(portfolio, market, borrowers,
                (study, id) -> review(study.group(id), id, List.of()));
    }

    private static List<CreditReview> several(Portfolio portfolio, Market market, List<String> borrowers,
            BiFunction<CreditStudy, String, CreditReview> look) {
        CreditStudy study = of(portfolio, market);
        return borrowers.parallelStream().map(id -> look.apply(study, id)).toList();
    }

    private GroupRuns group(String borrower) {
        Portfolio part = CarveOut.group(portfolio, borrower);
        return groups.computeIfAbsent(part.borrowers().stream().map(Borrower::id).toList(),
                _ -> GroupRuns.of(GroupCase.of(part, market)));
    }

    private static CreditReview review(GroupRuns group, String borrower, List<Breakeven> breakevens) {
        GroupCase agreed = group.agreed();
        BaseCase standing = group.standing();
        List<BorrowerTerms> own = List.of(agreed.terms(borrower));
        List<BorrowerTerms> below = agreed.below(borrower);
        boolean owner = below.size() > 1;
        Portfolio book = agreed.unshocked().portfolio();
        return new CreditReview(borrower, agreed.agreed(borrower).name(), agreed.asOf(),
                agreed.baseCase().borrower(borrower).fall(),
                GroupTree.of(agreed, CarveOut.root(book, borrower).id()), SourcesAndUses.of(agreed, own),
                owner ? Optional.of(SourcesAndUses.of(agreed, below)) : Optional.empty(),
                ContractLadder.of(agreed, standing, own),
                owner ? Optional.of(ContractLadder.of(agreed, standing, below)) : Optional.empty(),
                Coverage.of(agreed, standing, borrower, breakevens), LoanToValue.of(agreed, borrower),
                LiquidityRunway.of(agreed, standing, borrower), RatingCase.of(group, borrower),
                DebtCapacity.of(group, borrower), BorrowingBaseCertificate.of(agreed, borrower),
                CardRents.of(agreed, borrower), CapacityRents.of(agreed, borrower),
                BitcoinExposure.of(agreed, borrower), breakevens);
    }
}
