package org.deflator.model.portfolio;

import org.deflator.model.base.Check;

/**
 * A customer.
 *
 * @param id short name
 * @param name full name
 * @param rating letter rating, or {@code unrated}
 * @param annualDefaultProbability chance of default within a year
 * @param recontracts whether it may use its size to renegotiate when the market is below its contract
 */
public record Offtaker(String id, String name, String rating, double annualDefaultProbability,
        boolean recontracts) {
    public Offtaker {
        Check.between(annualDefaultProbability, 0.0, 0.99, "annual_default_probability");
    }
}
