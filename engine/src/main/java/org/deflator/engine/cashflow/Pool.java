package org.deflator.engine.cashflow;

/**
 * All cards of one generation that one borrower owns.
 *
 * @param index position among all pools
 * @param generation generation index of the market plan
 * @param cardMarket index of the market that its cards are sold into and marked by
 * @param units cards in service by month
 * @param ownedUnits cards owned by month: in service, or paid for by a draw and not yet in service
 * @param runningUsdPerHour power and operations per card-hour: avoided when a card is switched off
 * @param coloUsdPerHour space per card-hour: committed
 * @param costUsdPerUnit average all-in cost of a card
 * @param pledgedShare share of its cards pledged to anybody
 */
public record Pool(int index, int generation, int cardMarket, double[] units, double[] ownedUnits,
        double runningUsdPerHour,
        double coloUsdPerHour,
        double costUsdPerUnit, double pledgedShare) {}
