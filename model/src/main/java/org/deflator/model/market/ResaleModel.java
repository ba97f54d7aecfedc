package org.deflator.model.market;

/**
 * Value of a used card: the strip of its future switch-off options (MODEL 2.1, 2.2).
 *
 * @param discountRate return that buyers of used cards require, per year
 * @param months months of rent that a buyer counts
 * @param utilisation utilisation that a buyer counts
 * @param scrapUsd scrap value of a card, USD
 * @param floorShare market floor as a share of the launch price
 * @param basisHalfLifeMonths half-life of the log gap between quoted and model price, months
 */
public record ResaleModel(double discountRate, int months, double utilisation, double scrapUsd,
        double floorShare,
        double basisHalfLifeMonths) {}
