package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A book: borrowers with what they own and owe, and the customers they depend on.
 *
 * @param id name of the book
 * @param asOf date of all balances, a month end
 * @param borrowers borrowers; a special-purpose vehicle is a borrower with a parent
 * @param offtakers customers of contracts
 * @param unmodelled instruments that cannot be simulated, each with its reason; they appear in every result
 */
public record Portfolio(String id, LocalDate asOf, List<Borrower> borrowers, List<Offtaker> offtakers,
        List<Unmodelled> unmodelled) {
    /**
     * An instrument that exists but cannot be simulated.
     *
     * @param borrower borrower id
     * @param id instrument id
     * @param name its name
     * @param amountUsdM amount, USD millions, 0 if unknown
     * @param reason why it is not simulated
     * @param source where it is documented
     */
    public record Unmodelled(String borrower, String id, String name, double amountUsdM, String reason,
            String source) {}

    public Portfolio {
        borrowers = List.copyOf(borrowers);
        offtakers = List.copyOf(offtakers);
        unmodelled = List.copyOf(unmodelled);
    }

    /** The borrower with this id. */
    public Optional<Borrower> borrower(String borrowerId) {
        return borrowers.stream().filter(b -> b.id().equals(borrowerId)).findFirst();
    }

    /** The offtaker with this id. */
    public Optional<Offtaker> offtaker(String offtakerId) {
        return offtakers.stream().filter(o -> o.id().equals(offtakerId)).findFirst();
    }
}
