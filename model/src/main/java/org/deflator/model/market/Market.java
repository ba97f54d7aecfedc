package org.deflator.model.market;

/**
 * Everything a simulation knows of the world outside its borrowers.
 *
 * @param snapshot where it starts
 * @param model how it moves
 */
public record Market(MarketSnapshot snapshot, MarketModel model) {}
