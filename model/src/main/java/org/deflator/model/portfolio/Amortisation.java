package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.List;

/** How principal is repaid. */
public sealed interface Amortisation {
    /**
     * Equal payments of interest and principal together.
     *
     * @param balloonPct percent of the balance left for maturity
     */
    record Level(double balloonPct) implements Amortisation {}

    /**
     * Equal principal payments.
     *
     * @param balloonPct percent of the balance left for maturity
     */
    record Linear(double balloonPct) implements Amortisation {}

    /**
     * Debt service follows the base-case cash flow at this cover.
     *
     * @param targetDscr cover
     */
    record Sculpted(double targetDscr) implements Amortisation {}

    /** All at maturity. */
    record Bullet() implements Amortisation {}

    /**
     * As a schedule says.
     *
     * @param steps repayments; what they leave is due at maturity
     */
    record Custom(List<Step> steps) implements Amortisation {
        public Custom {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One repayment.
     *
     * @param date when
     * @param principalPct percent of the principal at the start of amortisation
     */
    record Step(LocalDate date, double principalPct) {}
}
