package org.deflator.engine.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.run.BaseCase;

/**
 * What a lender looks at first of one borrower, all from the base case and shocked base cases of its group; nothing
 * else is needed to print it. Amounts in USD, ratios and shares as pure numbers, NaN where a ratio does not exist.
 *
 * @param borrower borrower id
 * @param name full name
 * @param asOf as-of date
 * @param fall when and why the borrower defaults in the base case, if it does
 * @param tree the whole group
 * @param sourcesAndUses of the borrower alone
 * @param groupSourcesAndUses of the borrower and all below it, if it owns others
 * @param ladder debt against contracts of the borrower alone
 * @param groupLadder of the borrower and all below it, if it owns others
 * @param coverage ratios and covenant headroom
 * @param loanToValue by debt secured on cards
 * @param liquidity next twelve months
 * @param ratingCase cover as an agency reckons
 * @param capacity most debt at a target cover
 * @param certificates borrowing bases
 * @param rents what its cards earn and pay today
 * @param capacityRents what its data centres are let at
 * @param bitcoin what mining earns and a bitcoin costs, if it depends on them
 * @param breakevens by driver, then by debt
 */
public record CreditReview(String borrower, String name, LocalDate asOf, Optional<BaseCase.Fall> fall,
        GroupTree tree, SourcesAndUses sourcesAndUses, Optional<SourcesAndUses> groupSourcesAndUses,
        ContractLadder ladder, Optional<ContractLadder> groupLadder, Coverage coverage,
        List<LoanToValue> loanToValue, LiquidityRunway liquidity, RatingCase ratingCase,
        DebtCapacity capacity,
        List<BorrowingBaseCertificate> certificates, CardRents rents, CapacityRents capacityRents,
        BitcoinExposure bitcoin,
        List<Breakeven> breakevens) {
    public CreditReview {
        loanToValue = List.copyOf(loanToValue);
        certificates = List.copyOf(certificates);
        breakevens = List.copyOf(breakevens);
    }
}
