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
 * @param leftOut growth that the perimeter leaves out; it appears in every result
 */
public record Portfolio(String id, LocalDate asOf, List<Borrower> borrowers, List<Offtaker> offtakers,
        List<Unmodelled> unmodelled, List<LeftOut> leftOut) {
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

    /**
     * Something marked as growth, outside the frozen perimeter.
     *
     * @param borrower id of who owns or owes it
     * @param id its id
     * @param kind the list it stands in, such as {@code fleets}; {@code borrower} for a whole one
     * @param debtUsdM debt that it would bring when drawn, USD millions
     * @param capexUsdM cost of the assets that it would bring, USD millions
     */
    public record LeftOut(String borrower, String id, String kind, double debtUsdM, double capexUsdM) {}

    /** Nothing is left out. */
    public Portfolio(String id, LocalDate asOf, List<Borrower> borrowers, List<Offtaker> offtakers,
            List<Unmodelled> unmodelled) {
        this(id, asOf, borrowers, offtakers, unmodelled, List.of());
    }

    public Portfolio {
        borrowers = List.copyOf(borrowers);
        offtakers = List.copyOf(offtakers);
        unmodelled = List.copyOf(unmodelled);
        leftOut = List.copyOf(leftOut);
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
